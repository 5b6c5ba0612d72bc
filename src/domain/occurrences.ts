import type { Temporal } from 'temporal-polyfill';
import {
  instantOf,
  localDate,
  nearestWorkingDay,
  workingDaysAfter,
  workingDaysBefore,
  type Calendar,
} from './calendar.js';
import type { Facts, Task } from './cycle.js';
import { groupBy } from './group-by.js';
import { isAfter, isBefore, later } from './instants.js';
import { isOverdue, isRung, offsetOf, rungOffset, type Offset } from './offset.js';

/** A scheduled notice of a task: `opened`, or one of its reminders. */
export interface Occurrence {
  readonly at: Temporal.Instant;
  /** Null for `opened`. */
  readonly offset: Offset | null;
  /** By how many working days the task is late then, as far as the ladder counts; null: it has none yet. */
  readonly reached: number | null;
}

/** Why a reminder is never due, whatever becomes of its task. */
export type Absence =
  'merged' | 'before-opening' | 'before-change' | 'opening-day' | 'after-deadline';

/** An offset of a phase, for one task. */
export interface Reminder {
  readonly offset: Offset;
  readonly at: Temporal.Instant;
  /** The day that the offset names, which may be no working day. */
  readonly unmoved: Temporal.PlainDate;
  /** Null: it exists. */
  readonly absence: Absence | null;
  readonly reached: number | null;
}

type Placed = Omit<Reminder, 'reached'>;

type Dates = Pick<Task, 'deadline' | 'deadlineDate' | 'openedAt' | 'noticeAt' | 'deadlineSince'>;

/** Tasks that share all their dates, and what falls due for each of them. */
export interface Schedule {
  readonly tasks: readonly Task[];
  readonly occurrences: readonly Occurrence[];
}

/** Rules 4 and 10: `sendAt` of the opening day or of the next working day, at once if that has passed. */
export function openedNoticeAt(openedAt: Temporal.Instant, calendar: Calendar): Temporal.Instant {
  const day = nearestWorkingDay(localDate(openedAt, calendar.zone), 'later', calendar);
  return later(instantOf(day, calendar.sendAt, calendar.zone), openedAt);
}

/**
 * For who asks again after every step of what is to come: a set of dates that was worked out already is not worked
 * out anew. Facts never change, and a cycle with another calendar is another object.
 */
export class KnownOccurrences {
  private cycle: Facts['cycle'] | null = null;
  private readonly byDates = new Map<string, readonly Occurrence[]>();

  /** @param dates names them, and the offsets that may fall due by them */
  of(
    cycle: Facts['cycle'],
    dates: string,
    work: () => readonly Occurrence[],
  ): readonly Occurrence[] {
    if (cycle !== this.cycle) this.byDates.clear();
    this.cycle = cycle;
    const found = this.byDates.get(dates) ?? work();
    this.byDates.set(dates, found);
    return found;
  }
}

/** Each distinct set of dates is worked out once, however many tasks share it. */
export function occurrencesByTask(
  facts: Facts,
  calendar: Calendar,
  known = new KnownOccurrences(),
): Schedule[] {
  const { cycle, tasks } = facts;
  const offsets = offsetsByPhase(facts);
  const live = tasks.filter(({ state }) => state !== 'finished' && state !== 'cancelled');
  return [...groupedByDates(live)].flatMap(([dates, group]) => {
    const [first] = group;
    if (!first) return [];
    const due = offsets(first);
    const key = [dates, ...due.map(({ name }) => name)].join(' ');
    const occurrences = known.of(cycle, key, () => occurrencesOf(first, due, calendar));
    return [{ tasks: group, occurrences }];
  });
}

/**
 * What may fall due for a task of a phase: its reminders, and the days of the ladder's rungs for what a unit
 * itself is late with. Whose review is late is not the unit's doing, and coordinators climb no ladder.
 */
export function offsetsByPhase({ cycle, phases }: Pick<Facts, 'cycle' | 'phases'>) {
  const reminders = new Map(phases.map((phase) => [phase.code, phase.reminders.map(offsetOf)]));
  const days = new Set(cycle.escalation.map(({ after }) => after));
  const rungs = [...days].map(rungOffset);
  return ({ phase, unit, assessor }: Pick<Task, 'phase' | 'unit' | 'assessor'>): Offset[] => {
    const own = reminders.get(phase) ?? [];
    return unit !== null && assessor === null ? [...own, ...rungs] : own;
  };
}

/** Rule 4, for one task. */
export function occurrencesOf(
  task: Dates,
  offsets: readonly Offset[],
  calendar: Calendar,
): Occurrence[] {
  const existing = remindersOf(task, offsets, calendar).filter(({ absence }) => absence === null);
  return [{ at: task.noticeAt, offset: null, reached: null }, ...existing];
}

/**
 * Rule 4, with the reminders that do not exist, and why. What fell due under an earlier calendar did so by
 * that one and never comes again; what the new calendar puts before its own beginning is past (rule 15).
 */
export function remindersOf(
  task: Dates,
  offsets: readonly Offset[],
  calendar: Calendar,
): Reminder[] {
  const settled: Placed[] = [];
  let left = offsets;
  let since: Temporal.Instant | null = null;
  for (const earlier of calendar.earlier ?? []) {
    const due = remindersUnder({ ...calendar, ...earlier }, task, left)
      .map((each) => sinceChange(each, since))
      .filter(({ at, absence }) => hasBeen(absence) && !isAfter(at, earlier.until));
    settled.push(...due);
    left = left.filter((offset) => due.every((each) => each.offset !== offset));
    since = earlier.until;
  }
  const present = remindersUnder(calendar, task, left).map((each) => sinceChange(each, since));
  return withReached([...settled, ...present]);
}

/** What was merged into another one of its day had its day as well. */
function hasBeen(absence: Absence | null): boolean {
  return absence === null || absence === 'merged';
}

/** A rung counts from its day on, also where it shares that with an overdue notice. */
function withReached(placed: readonly Placed[]): Reminder[] {
  const rungs = placed.filter(({ offset }) => isRung(offset));
  return placed.map((each) => {
    const days = rungs.filter(({ at }) => !isAfter(at, each.at)).map(({ offset }) => offset.days);
    const isReached = isOverdue(each.offset) && days.length > 0;
    return { ...each, reached: isReached ? Math.max(...days) : null };
  });
}

function sinceChange(reminder: Placed, since: Temporal.Instant | null): Placed {
  const isPast = since !== null && !isAfter(reminder.at, since);
  return isPast && reminder.absence === null ? { ...reminder, absence: 'before-change' } : reminder;
}

function remindersUnder(calendar: Calendar, task: Dates, offsets: readonly Offset[]): Placed[] {
  const placed = offsets.map((offset) => {
    const unmoved = unmovedDay(task, offset, calendar);
    const day = nearestWorkingDay(unmoved, isOverdue(offset) ? 'later' : 'earlier', calendar);
    return { offset, unmoved, day, at: instantOf(day, calendar.sendAt, calendar.zone) };
  });
  return placed.map((each) => {
    const { offset, unmoved, at } = each;
    const absence = isMerged(each, placed) ? 'merged' : absenceOf(each, task, calendar);
    return { offset, unmoved, at, absence };
  });
}

interface OnDay extends Pick<Reminder, 'offset' | 'unmoved'> {
  readonly day: Temporal.PlainDate;
}

/** Of those that meet on one day the one whose unmoved day is later stays; of two alike the first. */
function isMerged(each: OnDay, all: readonly OnDay[]): boolean {
  const onDay = all.filter(({ day }) => day.equals(each.day));
  const reminders = onDay.filter(({ offset }) => !isRung(offset));
  if (isRung(each.offset)) {
    // A rung needs no notice of its own where an overdue one goes: that one goes to it as well.
    const highest = onDay.filter(({ offset }) => isRung(offset)).at(-1);
    return highest !== each || reminders.some(({ offset }) => isOverdue(offset));
  }
  const isBeaten = reminders.some(({ unmoved }) => isLaterDay(unmoved, each.unmoved));
  return isBeaten || reminders.find(({ unmoved }) => unmoved.equals(each.unmoved)) !== each;
}

function absenceOf(
  { at, offset }: { at: Temporal.Instant; offset: Offset },
  task: Dates,
  calendar: Calendar,
): Absence | null {
  if (isBefore(at, task.openedAt)) return 'before-opening';
  if (!isAfter(at, task.deadlineSince)) return 'before-change';
  const opening = localDate(task.noticeAt, calendar.zone);
  if (localDate(at, calendar.zone).equals(opening)) return 'opening-day';
  return isOverdue(offset) || isBefore(at, task.deadline) ? null : 'after-deadline';
}

function unmovedDay(
  { deadline, deadlineDate }: Dates,
  offset: Offset,
  calendar: Calendar,
): Temporal.PlainDate {
  if (!offset.working) return deadlineDate.add({ days: offset.days });
  if (offset.days > 0) return workingDaysAfter(deadlineDate, offset.days, calendar);
  if (offset.days < 0) return workingDaysBefore(deadlineDate, -offset.days, calendar);
  // HK+0: a task can be finished until some hour of its deadline date, which may be after that of sending.
  const sending = instantOf(deadlineDate, calendar.sendAt, calendar.zone);
  return isBefore(sending, deadline) ? deadlineDate.add({ days: 1 }) : deadlineDate;
}

function isLaterDay(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return a.since(b).sign > 0;
}

/** Whoever shares all dates shares what comes of them. */
export function groupedByDates(tasks: readonly Task[]): Map<string, Task[]> {
  // Tasks that were made together share the very instants: each becomes text once.
  const texts = new Map<Temporal.Instant | Temporal.PlainDate, string>();
  const textOf = (date: Temporal.Instant | Temporal.PlainDate): string => {
    const known = texts.get(date);
    if (known !== undefined) return known;
    const text = 'epochMilliseconds' in date ? `${date.epochMilliseconds}` : date.toString();
    texts.set(date, text);
    return text;
  };
  return groupBy(
    tasks,
    ({ phase, deadline, deadlineDate, openedAt, noticeAt, deadlineSince }) =>
      `${phase} ${textOf(deadlineDate)} ${textOf(deadline)} ${textOf(openedAt)} ${textOf(noticeAt)} ${textOf(deadlineSince)}`,
  );
}
