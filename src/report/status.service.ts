import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { CycleStore } from '../cycle/cycle.store.js';
import type { Clock } from '../domain/clock.js';
import { isUnfinished, type Cycle, type Facts, type Phase, type Task } from '../domain/cycle.js';
import { forecast, type Step } from '../domain/forecast.js';
import { groupBy } from '../domain/group-by.js';
import type { PhaseState } from '../domain/machines.js';
import type { NoticeKind } from '../domain/notice-kind.js';
import { closesAt, opensAt } from '../domain/timeline.js';
import type { MailState } from '../notice/outbox.entity.js';
import { OutboxStore } from '../notice/outbox.store.js';
import { CLOCK } from '../platform/clock.js';

/** Where a cycle stands. Anybody who finds the page may read it: it shows nothing of `people`. */
export interface Status {
  readonly cycle: Cycle;
  /** By whom it is known where a visitor can go on. */
  readonly people: Facts['people'];
  readonly now: Temporal.Instant;
  readonly phases: readonly PhaseStatus[];
  /** What comes next if nobody does anything, in order. */
  readonly coming: readonly Coming[];
  readonly mails: Readonly<Record<MailState, number>>;
}

export interface PhaseStatus extends Phase {
  readonly opensAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  readonly closesOn: Temporal.PlainDate;
  readonly finished: number;
  readonly unfinished: number;
  readonly lapsed: number;
}

export interface Coming {
  readonly at: Temporal.Instant;
  readonly moves: readonly { readonly phase: Phase; readonly to: PhaseState }[];
  readonly mails: number;
  readonly notices: readonly {
    readonly kind: NoticeKind;
    readonly offset: string | null;
    readonly phase: Phase;
  }[];
}

const shownAhead = 6;

@Injectable()
export class StatusService {
  constructor(
    private readonly cycles: CycleStore,
    private readonly outbox: OutboxStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async all(): Promise<Status[]> {
    const cycles = await this.cycles.all();
    return Promise.all(cycles.map(({ code }) => this.one(code)));
  }

  private async one(code: string): Promise<Status> {
    const facts = await this.cycles.facts(code);
    const now = this.clock.now();
    const { cycle, people, phases } = facts;
    return {
      cycle,
      people,
      now,
      phases: phases.map((phase) => phaseStatus(facts, phase)),
      coming: comingAfter(facts, now),
      mails: await this.outbox.counts(code),
    };
  }
}

function phaseStatus({ cycle, tasks }: Facts, phase: Phase): PhaseStatus {
  const own = tasks.filter((task) => task.phase === phase.code);
  const count = (is: (task: Task) => boolean): number => own.filter(is).length;
  const { at, date } = closesAt(phase, cycle);
  return {
    ...phase,
    opensAt: opensAt(phase, cycle),
    closesAt: at,
    closesOn: date,
    finished: count(({ state }) => state === 'finished'),
    unfinished: count(isUnfinished),
    lapsed: count(({ state }) => state === 'lapsed'),
  };
}

/** Instants at which nothing would be seen, such as a reminder that nobody needs, are passed over. */
function comingAfter(facts: Facts, now: Temporal.Instant): Coming[] {
  const coming: Coming[] = [];
  for (const step of forecast(facts, now)) {
    const seen = comingAt(facts, step);
    if (seen.moves.length > 0 || seen.mails > 0) coming.push(seen);
    if (coming.length === shownAhead) break;
  }
  return coming;
}

function comingAt({ phases }: Facts, { at, journal, mails }: Step): Coming {
  const byCode = new Map(phases.map((phase) => [phase.code, phase]));
  const moves = journal.flatMap(({ what, phase: code, to }) => {
    const phase = byCode.get(code ?? '');
    return what === 'phase' && phase && to ? [{ phase, to: to as PhaseState }] : [];
  });
  const told = mails.flatMap(({ notices }) => notices);
  const kinds = groupBy(told, ({ kind, offset, phase }) => [kind, offset, phase].join(' '));
  const notices = [...kinds.values()].flatMap(([first]) => {
    const phase = byCode.get(first?.phase ?? '');
    return first && phase ? [{ kind: first.kind, offset: first.offset, phase }] : [];
  });
  return { at, moves, mails: mails.length, notices };
}
