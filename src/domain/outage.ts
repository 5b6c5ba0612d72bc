import { Temporal } from 'temporal-polyfill';
import type { Facts, Task } from './cycle.js';
import { earliest, isAfter, isBefore } from './instants.js';
import { calendarItself, entry, type Entry } from './journal.js';
import type { Occurrence } from './occurrences.js';
import { pastSchedule } from './past-schedule.js';
import type { Span } from './plan-notices.js';
import { isTrueOf, latest } from './scheduled-notices.js';

/** More than a process that runs ever needs: a restart or a slow tick is no outage. */
export const tolerated = { minutes: 15 };

/** What became of a mail whose time came while nobody ticked. */
export type MissedFate = 'late' | 'merged' | 'lapsed' | 'excused';

export interface MissedMove {
  readonly what: 'phase' | 'task';
  readonly phase: string;
  readonly unit: string | null;
  readonly assessor: string | null;
  readonly to: string;
  readonly due: string;
}

export interface MissedMail {
  readonly phase: string;
  readonly unit: string | null;
  readonly assessor: string | null;
  /** Null for `opened`. */
  readonly offset: string | null;
  readonly due: string;
  readonly fate: MissedFate;
  /** Merged: the later one that went in its place, or would have. */
  readonly into: string | null;
}

/** Everything in text, as the journal keeps it. */
export interface OutageFacts {
  readonly lastTick: string;
  readonly moves: readonly MissedMove[];
  readonly mails: readonly MissedMail[];
}

/**
 * Rule 14, told to people: what fell due in the span, much earlier than this tick. Null when nothing did: ticks
 * rest while nothing is due, so that a long span alone says nothing. A pause is an order and no outage.
 */
export function outageOf(facts: Facts, span: Span): Entry | null {
  if (span.news.some(({ what, from }) => what === 'cycle' && from === 'paused')) return null;
  const before = span.until.subtract(tolerated);
  const moves = span.news.filter((each) => isLate(each));
  const mails = missedMails(facts, span, before);
  const first = earliest([...moves, ...mails].map(({ due }) => Temporal.Instant.from(due)));
  if (first === null) return null;
  const told: OutageFacts = {
    lastTick: span.after.toString(),
    moves: moves.map(moveIn),
    mails,
  };
  return entry({
    what: 'outage',
    who: calendarItself,
    due: first,
    recorded: span.until,
    facts: { ...told },
  });
}

function isLate({ what, who, due, recorded }: Entry): boolean {
  const isMove = who === calendarItself && (what === 'phase' || what === 'task');
  // Most are recorded when they are due, which is sooner seen than worked out.
  return isMove && isBefore(due, recorded) && isBefore(due, recorded.subtract(tolerated));
}

function moveIn({ what, phase, unit, assessor, to, due }: Entry): MissedMove {
  const kind = what === 'phase' ? 'phase' : 'task';
  return { what: kind, phase: phase ?? '', unit, assessor, to: to ?? '', due: due.toString() };
}

function missedMails(facts: Facts, span: Span, before: Temporal.Instant): MissedMail[] {
  return pastSchedule(facts, span.until, span.news).flatMap(({ tasks, occurrences }) => {
    const due = occurrences.filter(({ at }) => isAfter(at, span.after));
    const last = latest(due);
    if (last === null) return [];
    const missed = due.filter(({ at }) => isBefore(at, before));
    return tasks.flatMap((task) => missed.map((each) => mailIn(task, each, last)));
  });
}

function mailIn(task: Task, { at, offset }: Occurrence, last: Occurrence): MissedMail {
  const { phase, unit, assessor } = task;
  const isMerged = last.offset !== offset;
  return {
    ...{ phase, unit, assessor },
    offset: offset?.name ?? null,
    due: at.toString(),
    fate: isMerged ? 'merged' : fateOf(task, last),
    into: isMerged ? (last.offset?.name ?? null) : null,
  };
}

function fateOf(task: Task, last: Occurrence): MissedFate {
  if (isTrueOf(task, last)) return 'late';
  return task.excused ? 'excused' : 'lapsed';
}
