import type { Temporal } from 'temporal-polyfill';
import { actorOf, authoriseFinish } from '../../../src/domain/assessment/actor.js';
import type { AssessmentCommand } from '../../../src/domain/assessment/commands/command.js';
import { decideAssessment } from '../../../src/domain/assessment/decide-assessment.js';
import { Desk } from '../../../src/domain/assessment/desk.js';
import {
  emptyDossier,
  type Dossier,
  type Responsibility,
} from '../../../src/domain/assessment/dossier.js';
import { figuresOf, type Figures } from '../../../src/domain/assessment/figures.js';
import { outcomeOf } from '../../../src/domain/assessment/finishing.js';
import { Incomplete, type Gap } from '../../../src/domain/assessment/gaps.js';
import { sheetsOf, type Sheet } from '../../../src/domain/assessment/reading.js';
import { finishOne, tasksToFinish } from '../../../src/domain/commands/finish-task.js';
import type { Facts, Phase, Task } from '../../../src/domain/cycle.js';
import { Draft } from '../../../src/domain/draft.js';
import type { People } from '../../../src/domain/people.js';
import { Refusal } from '../../../src/domain/refusal.js';
import type { Instrument } from '../../../src/domain/scoring.js';
import { result, type Act } from '../commands.js';
import { everybody } from '../people.js';
import { phase, World } from '../world.js';
import { small } from './small-instrument.js';

export interface Setting {
  readonly instrument?: Instrument;
  readonly phases?: readonly Phase[];
  readonly people?: People;
  readonly responsibilities?: readonly Responsibility[];
  readonly target?: string | null;
}

/** Whose task it is, as far as a phase has several. */
export type Whose = Partial<Pick<Task, 'unit' | 'assessor'>>;

export const year: readonly Phase[] = [
  phase('self-assessment', { code: 'isi', opens: '2025-09-01', closes: '2025-09-30' }),
  phase('review', { code: 'reviu', opens: '2025-10-01', closes: '2025-10-31' }),
  phase('revision', { code: 'revisi', opens: '2025-11-03', closes: '2025-11-28' }),
  phase('report', { code: 'lapor', opens: '2025-12-01', closes: '2025-12-19' }),
];

/** DINKES leads 1 and 2, DLH leads 3 and supports 1; nobody leads what comes from elsewhere. */
export const leads: readonly Responsibility[] = [
  { indicator: 1, lead: 'DINKES', supports: ['DLH'], title: null },
  { indicator: 2, lead: 'DINKES', supports: [], title: null },
  { indicator: 3, lead: 'DLH', supports: [], title: null },
];

/** A city in the middle of its year: the calendar is World's, and what people do goes over real desks. */
export class City {
  private accepted: Temporal.Instant | null = null;

  private constructor(
    readonly world: World,
    readonly instrument: Instrument,
    public dossier: Dossier,
    public now: Temporal.Instant,
  ) {}

  static on(moment: string, setting: Setting = {}): City {
    const { instrument = small, phases = year, people = everybody(), target = '4.00' } = setting;
    const cycle = { instrument: instrument.code, target };
    const world = World.started('2025-06-01T00:00', { cycle, phases, people });
    const { responsibilities = leads } = setting;
    const dossier = { ...emptyDossier, responsibilities };
    return new City(world, instrument, dossier, world.watermark).later(moment);
  }

  get facts(): Facts {
    return this.world.facts;
  }

  get figures(): Figures {
    return figuresOf(this.facts, this.instrument, this.dossier);
  }

  /** The calendar's work is done on time. */
  later(moment: Temporal.Instant | string): this {
    this.now = typeof moment === 'string' ? this.world.instant(moment) : moment;
    this.world.run(this.now);
    return this;
  }

  /** Rule 8: the next request came in at that instant, and waited. */
  acceptedAt(moment: Temporal.Instant | string): this {
    this.accepted = typeof moment === 'string' ? this.world.instant(moment) : moment;
    return this;
  }

  /** @throws Refusal, in which case nothing has changed */
  does(who: string, ...commands: readonly AssessmentCommand[]): this {
    for (const command of commands) {
      this.change(who, (desk) => {
        decideAssessment(desk, command, actorOf(desk.draft.facts.people, who));
      });
    }
    return this;
  }

  /** @throws Refusal, in which case nothing has changed */
  finishes(who: string, code: string, whose: Whose = {}): this {
    const of = { unit: null, assessor: null, ...whose };
    return this.change(who, (desk) => {
      const { draft, acceptedAt } = desk;
      authoriseFinish(actorOf(draft.facts.people, who), of);
      for (const task of tasksToFinish(draft, { phase: code, ...of, acceptedAt })) {
        const { kind } = draft.phase(code);
        const outcome = outcomeOf(desk, kind, task);
        finishOne(draft, task, { ...outcome, result: kind === 'report' ? result : null });
      }
    });
  }

  /** What the coordinators do to the cycle itself. */
  arranges(act: Act): this {
    this.world.perform(this.now, act);
    return this;
  }

  change(who: string, work: (desk: Desk) => void): this {
    const desk = this.desk(who);
    this.accepted = null;
    work(desk);
    this.dossier = desk.dossier;
    this.world.facts = desk.draft.facts;
    this.world.journal.push(...desk.draft.decision().journal);
    return this;
  }

  desk(who = 'siapa@kota.test'): Desk {
    const draft = new Draft(this.facts, this.now, who);
    return new Desk(this.dossier, draft, this.instrument, this.accepted ?? this.now);
  }

  /** What somebody may read. */
  sheet(who: string, indicator: number): Sheet | null {
    const actor = actorOf(this.facts.people, who);
    const sheets = sheetsOf(this.facts, this.instrument, this.dossier, actor);
    return sheets.find((each) => each.indicator.no === indicator) ?? null;
  }

  task(id: string): Task | undefined {
    return this.facts.tasks.find((each) => each.id === id);
  }
}

/** With what it tells, for the refusals that have to tell something. */
export function refusalOf(act: () => unknown): { code: string; detail: Refusal['detail'] } {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, detail: error.detail };
    throw error;
  }
  throw new Error('it was not refused');
}

/** What is missing, when something is. */
export function gapsOf(act: () => unknown): readonly Gap[] {
  try {
    act();
  } catch (error) {
    if (error instanceof Incomplete) return error.gaps;
    throw error;
  }
  return [];
}
