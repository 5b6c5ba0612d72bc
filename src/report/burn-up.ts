import { Temporal } from 'temporal-polyfill';
import type { ProgressEntry } from '../cycle/progress-entries.store.js';
import type { Desk } from '../domain/assessment/desk.js';
import { isCounted, workloadOf, type CountedKind } from '../domain/assessment/workload.js';
import {
  deadlineOf,
  isWorkingDay,
  localDate,
  workingDaysFrom,
  type Calendar,
} from '../domain/calendar.js';
import type { Phase, Task } from '../domain/cycle.js';
import { calendarOf, closesAt, opensAt } from '../domain/timeline.js';

type Day = Temporal.PlainDate;

/** How a phase has filled up, day by day. */
export interface BurnUp {
  readonly phase: Phase;
  readonly opensOn: Day;
  readonly closesOn: Day;
  /** Answers that are to be sent, or judged, in all. */
  readonly total: number;
  readonly sent: number;
  readonly tasks: number;
  readonly finished: number;
  readonly days: readonly BurnUpDay[];
  readonly marks: readonly Mark[];
}

export interface BurnUpDay {
  readonly date: Day;
  readonly works: boolean;
  /** At the end of the day; null for days that are to come. */
  readonly sent: number | null;
  readonly finished: number | null;
  /** As many as a straight line over the working days has by the end of the day. */
  readonly line: number;
}

export type MarkKind = 'opening' | 'deadline' | 'extended' | 'moved';

export interface Mark {
  readonly kind: MarkKind;
  readonly date: Day;
  /** How many tasks are extended until then; else 1. */
  readonly count: number;
}

/** Of every phase that has opened and has answers to count. */
export function burnUpsOf(
  desk: Desk,
  entries: readonly ProgressEntry[],
  now: Temporal.Instant,
): BurnUp[] {
  return desk.draft.phases.flatMap((phase) => {
    const { kind, state } = phase;
    if (!isCounted(kind) || state === 'scheduled' || state === 'blocked') return [];
    const own = entries.filter((each) => each.phase === phase.code);
    return [burnUp(desk, { ...phase, kind }, own, now)];
  });
}

function burnUp(
  desk: Desk,
  phase: Phase & { readonly kind: CountedKind },
  entries: readonly ProgressEntry[],
  now: Temporal.Instant,
): BurnUp {
  const { cycle } = desk.draft.facts;
  const tasks = desk.draft.tasks({ phase: phase.code }).filter(({ excused }) => !excused);
  const counted = entries.map((each) => ({ ...each, date: localDate(each.recorded, cycle.zone) }));
  const sent = counted.filter(({ what }) => what === 'answer');
  const finished = counted.filter(({ what }) => what === 'task');
  const owed = tasks.filter(({ state }) => state !== 'finished');
  const total = owed.reduce((sum, task) => sum + sizeOf(desk, phase.kind, task), sumOf(sent));
  const opensOn = localDate(opensAt(phase, cycle), cycle.zone);
  const closesOn = closesAt(phase, cycle).date;
  const span = { opensOn, closesOn };
  const marks = marksOf(span, tasks, movedFrom(entries, cycle.zone));
  const today = localDate(now, cycle.zone);
  const isPast = (date: Day): boolean => compare(date, today) <= 0;
  const calendar = calendarOf(cycle);
  const shown = [...marks, ...sent, ...finished].map(({ date }) => date);
  return {
    ...{ phase, ...span, total, marks },
    sent: sumOf(sent),
    tasks: tasks.length,
    finished: tasks.filter(({ state }) => state === 'finished').length,
    days: onLine(daysFrom(shown), total, span, calendar).map(({ date, works, line }) => ({
      ...{ date, works },
      sent: isPast(date) ? sumOf(sent.filter((each) => compare(each.date, date) <= 0)) : null,
      finished: isPast(date)
        ? sumOf(finished.filter((each) => compare(each.date, date) <= 0))
        : null,
      line,
    })),
  };
}

function sizeOf(desk: Desk, kind: CountedKind, task: Task): number {
  const { ready, left } = workloadOf(desk, kind, task);
  return ready.length + left;
}

/**
 * The days with the straight line at the end of each, in tenths: in whole answers it would not be straight.
 * @param days one after the other, the opening among them
 */
function onLine(
  days: readonly Day[],
  total: number,
  { opensOn, closesOn }: Pick<BurnUp, 'opensOn' | 'closesOn'>,
  calendar: Calendar,
): Pick<BurnUpDay, 'date' | 'works' | 'line'>[] {
  const all = workingDaysFrom(opensOn, closesOn, calendar);
  let worked = 0;
  return days.map((date) => {
    const works = isWorkingDay(date, calendar);
    if (works && compare(date, opensOn) >= 0) worked += 1;
    const isOver = compare(date, closesOn) >= 0;
    const part = all === 0 ? 0 : Math.round((10 * total * worked) / all) / 10;
    return { date, works, line: isOver ? total : part };
  });
}

function marksOf(
  { opensOn, closesOn }: Pick<BurnUp, 'opensOn' | 'closesOn'>,
  tasks: readonly Task[],
  moved: readonly Day[],
): Mark[] {
  const later = tasks
    .map(({ deadlineDate }) => deadlineDate)
    .filter((date) => compare(date, closesOn) > 0);
  const marks: Mark[] = [
    { kind: 'opening', date: opensOn, count: 1 },
    { kind: 'deadline', date: closesOn, count: 1 },
    ...distinct(later).map((date): Mark => {
      return { kind: 'extended', date, count: later.filter((each) => each.equals(date)).length };
    }),
    ...distinct(moved)
      .filter((date) => !date.equals(closesOn) && compare(date, opensOn) >= 0)
      .map((date): Mark => ({ kind: 'moved', date, count: 1 })),
  ];
  return marks.sort((a, b) => compare(a.date, b.date));
}

/** The deadlines that a phase had before it was rescheduled. */
function movedFrom(entries: readonly ProgressEntry[], zone: string): Day[] {
  return entries.flatMap(({ was }) => {
    const [, closes] = was?.split(' – ') ?? [];
    return closes === undefined ? [] : [deadlineOf(closes, zone).date];
  });
}

/** From the first to the last of them. */
function daysFrom(shown: readonly Day[]): Day[] {
  const [first, ...others] = distinct(shown);
  const last = others.at(-1) ?? first;
  if (!first || !last) return [];
  const length = first.until(last).total('days') + 1;
  return Array.from({ length }, (_, days) => first.add({ days }));
}

/** In order, each once. */
function distinct(days: readonly Day[]): Day[] {
  return [...new Map(days.map((day) => [day.toString(), day])).values()].sort(compare);
}

function sumOf(entries: readonly { readonly count: number }[]): number {
  return entries.reduce((sum, { count }) => sum + count, 0);
}

function compare(a: Day, b: Day): number {
  return Temporal.PlainDate.compare(a, b);
}
