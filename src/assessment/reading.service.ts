import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { CycleStore } from '../cycle/cycle.store.js';
import {
  actorOf,
  authoriseCoordinator,
  mayJudge,
  takesPart,
  type Actor,
} from '../domain/assessment/actor.js';
import { asSeenBy } from '../domain/assessment/blind.js';
import type { Comment, Dossier } from '../domain/assessment/dossier.js';
import type { Evidence } from '../domain/assessment/evidence.js';
import { figuresOf, type Figures } from '../domain/assessment/figures.js';
import { sheetsOf, type Sheet } from '../domain/assessment/reading.js';
import type { Facts, Task } from '../domain/cycle.js';
import { Refusal } from '../domain/refusal.js';
import type { Instrument } from '../domain/scoring.js';
import { DossierStore } from './dossier.store.js';
import { Instruments } from './instruments.js';

/** A cycle, as one person finds it. */
export interface Reader extends Participant {
  readonly dossier: Dossier;
  readonly instrument: Instrument;
}

/** The same without what its tasks are about. */
export interface Participant {
  readonly facts: Facts;
  readonly actor: Actor;
}

/** With what was said about it. */
export type SheetWithThread = Sheet & { readonly comments: readonly Comment[] };

/** What a person may see of a cycle's dossier. Whatever they may not see does not exist for them. */
@Injectable()
export class ReadingService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly cycles: CycleStore,
    private readonly dossiers: DossierStore,
    private readonly instruments: Instruments,
  ) {}

  /** @throws UnknownCycle; Refusal not_found for who has no part in the cycle */
  async participant(code: string, email: string): Promise<Participant> {
    return participantIn(await this.cycles.facts(code), email);
  }

  /** @throws UnknownCycle; Refusal not_found for who has no part in the cycle */
  async reader(code: string, email: string): Promise<Reader> {
    return this.asReader(await this.participant(code, email), this.db.manager);
  }

  async sheets(code: string, email: string): Promise<Sheet[]> {
    const { facts, instrument, dossier, actor } = await this.reader(code, email);
    return sheetsOf(facts, instrument, dossier, actor);
  }

  /** @throws Refusal not_found */
  async sheet(code: string, email: string, indicator: number): Promise<SheetWithThread> {
    return this.sheetFor(await this.reader(code, email), indicator);
  }

  /** From what was read already. @throws Refusal not_found */
  async sheetFor(
    { facts, instrument, dossier, actor }: Reader,
    indicator: number,
  ): Promise<SheetWithThread> {
    const sheets = sheetsOf(facts, instrument, dossier, actor);
    const sheet = sheets.find((each) => each.indicator.no === indicator);
    if (!sheet) throw new Refusal('not_found', { indicator: String(indicator) });
    const { code } = facts.cycle;
    return { ...sheet, comments: await this.dossiers.comments(this.db.manager, code, indicator) };
  }

  /** The numbers as they stand now, from what is for the caller. */
  async figures(code: string, email: string): Promise<Figures> {
    const { facts, instrument, dossier, actor } = await this.reader(code, email);
    return figuresOf(facts, instrument, asSeenBy(actor, facts, dossier));
  }

  /** Any version of it. @throws Refusal not_found */
  async evidence(code: string, email: string, id: string): Promise<Evidence> {
    const sheets = await this.sheets(code, email);
    const found = sheets.flatMap(({ evidence }) => evidence).find((each) => each.id === id);
    if (!found) throw new Refusal('not_found', { evidence: id });
    return found;
  }

  /** @throws Refusal not_found, not_allowed */
  async coordinator(code: string, email: string): Promise<Reader> {
    const reader = await this.reader(code, email);
    authoriseCoordinator(reader.actor);
    return reader;
  }

  /** The same, and whatever else is to be of the instant of its facts. @throws Refusal not_found, not_allowed */
  async coordinatorWith<T>(
    code: string,
    email: string,
    more: (facts: Facts, tx: EntityManager) => Promise<T>,
  ): Promise<readonly [Reader, T]> {
    return this.cycles.read(code, async (facts, tx) => {
      const participant = participantIn(facts, email);
      authoriseCoordinator(participant.actor);
      return [await this.asReader(participant, tx), await more(facts, tx)];
    });
  }

  /** The same without what its tasks are about, which takes longer to read. @throws Refusal not_found, not_allowed */
  async asCoordinator(code: string, email: string): Promise<Participant> {
    const participant = await this.participant(code, email);
    authoriseCoordinator(participant.actor);
    return participant;
  }

  /** The cycle, its phases, and the caller's own tasks in it. */
  async overview(code: string, email: string) {
    const { facts, actor } = await this.participant(code, email);
    const { cycle, phases, tasks } = facts;
    return {
      cycle: {
        code,
        title: cycle.title,
        zone: cycle.zone,
        state: cycle.state,
        target: cycle.target,
      },
      phases: phases.map(({ code: phase, title, kind, opens, closes, state }) => {
        return { code: phase, title, kind, opens, closes, state };
      }),
      actor,
      tasks: tasks.filter((task) => isOwn(task, actor)),
    };
  }

  /** An assessor's reviews with the answers in them; those of who has left as well. */
  async queue(code: string, email: string) {
    const { facts, instrument, dossier, actor } = await this.reader(code, email);
    const sheets = sheetsOf(facts, instrument, dossier, actor);
    const own = facts.tasks.filter(
      (task) => task.state !== 'cancelled' && mayJudge(task, actor, facts.people),
    );
    return own.map((task) => ({
      ...task,
      answers: sheets.filter(
        ({ responsibility, answer }) =>
          responsibility.lead === task.unit && answer?.claimed != null,
      ),
    }));
  }

  /** The id of the caller's own review of a unit. @throws Refusal not_found */
  async reviewTask(
    code: string,
    email: string,
    { phase, unit }: { phase: string; unit: string },
  ): Promise<string> {
    const { facts, actor } = await this.participant(code, email);
    const reviews = facts.tasks.filter(
      (each) =>
        each.phase === phase &&
        each.unit === unit &&
        each.state !== 'cancelled' &&
        mayJudge(each, actor, facts.people),
    );
    const task = reviews.find(({ assessor }) => assessor === actor.assessor) ?? reviews[0];
    if (!task) throw new Refusal('not_found', { phase, unit });
    return task.id;
  }

  /** In a review the caller finishes as the assessor; null in all other phases. */
  async assessorIn(code: string, email: string, phase: string): Promise<string | null> {
    const { facts, actor } = await this.participant(code, email);
    const isReview = facts.phases.some((each) => each.code === phase && each.kind === 'review');
    if (!isReview) return null;
    if (actor.assessor === null) throw new Refusal('not_found', { phase });
    return actor.assessor;
  }

  private async asReader({ facts, actor }: Participant, tx: EntityManager): Promise<Reader> {
    const { code, instrument } = facts.cycle;
    const dossier = await this.dossiers.load(tx, code);
    return { facts, dossier, instrument: this.instruments.named(instrument), actor };
  }
}

/** @throws Refusal not_found for who has no part in the cycle */
function participantIn(facts: Facts, email: string): Participant {
  const actor = actorOf(facts.people, email);
  if (!takesPart(actor)) throw new Refusal('not_found', { cycle: facts.cycle.code });
  return { facts, actor };
}

function isOwn({ unit, assessor, state }: Task, actor: Actor): boolean {
  if (state === 'cancelled') return false;
  if (assessor !== null) return assessor === actor.assessor;
  return unit === null ? actor.coordinator : actor.adminOf.includes(unit);
}
