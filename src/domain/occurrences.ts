import type { Temporal } from 'temporal-polyfill';
import {
  instantOf,
  localDate,
  nearestWorkingDay,
  workingDaysBefore,
  type Calendar,
} from './calendar.js';
import type { Facts, Task } from './cycle.js';
import { groupBy } from './group-by.js';
import { isAfter, isBefore, later } from './instants.js';
import { offsetOf, type Offset } from './offset.js';

/** A scheduled notice of a task: `opened`, or one of its reminders. */
export interface Occurrence {
  readonly at: Temporal.Instant;
  /** Null for `opened`. */
  readonly offset: Offset | null;
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
}

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

/** Each distinct set of dates is worked out once, however many tasks share it. */
export function occurrencesByTask({ phases, tasks }: Facts, calendar: Calendar): Schedule[] {
  const reminders = new Map(phases.map((phase) => [phase.code, phase.reminders.map(offsetOf)]));
  const live = tasks.filter(({ state }) => state !== 'finished' && state !== 'cancelled');
  return [...groupedByDates(live).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const offsets = reminders.get(first.phase) ?? [];
    return [{ tasks: group, occurrences: occurrencesOf(first, offsets, calendar) }];
  });
}

/** Rule 4, for one task. */
export function occurrencesOf(
  task: Dates,
  offsets: readonly Offset[],
  calendar: Calendar,
): Occurrence[] {
  const existing = remindersOf(task, offsets, calendar).filter(({ absence }) => absence === null);
  return [{ at: task.noticeAt, offset: null }, ...existing];
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
  const settled: Reminder[] = [];
  let left = offsets;
  let since: Temporal.Instant | null = null;
  for (const earlier of calendar.earlier ?? []) {
    const due = remindersUnder({ ...calendar, ...earlier }, task, left)
      .map((each) => sinceChange(each, since))
      .filter(({ at, absence }) => absence === null && !isAfter(at, earlier.until));
    settled.push(...due);
    left = left.filter((offset) => due.every((each) => each.offset !== offset));
    since = earlier.until;
  }
  const present = remindersUnder(calendar, task, left).map((each) => sinceChange(each, since));
  return [...settled, ...present];
}

function sinceChange(reminder: Reminder, since: Temporal.Instant | null): Reminder {
  const isPast = since !== null && !isAfter(reminder.at, since);
  return isPast && reminder.absence === null ? { ...reminder, absence: 'before-change' } : reminder;
}

function remindersUnder(calendar: Calendar, task: Dates, offsets: readonly Offset[]): Reminder[] {
  const placed = offsets.map((offset) => {
    const unmoved = unmovedDay(task.deadlineDate, offset, calendar);
    const day = nearestWorkingDay(unmoved, offset.days > 0 ? 'later' : 'earlier', calendar);
    return { offset, unmoved, day, at: instantOf(day, calendar.sendAt, calendar.zone) };
  });
  return placed.map(({ day, ...each }, index) => {
    const rivals = placed.filter((other) => other.day.equals(day));
    // Of those that meet on one day the one whose unmoved day is later; of two alike the first.
    const isBeaten = rivals.some((other) => isLaterDay(other.unmoved, each.unmoved));
    const isSecond =
      placed.findIndex((other) => other.day.equals(day) && other.unmoved.equals(each.unmoved)) <
      index;
    const merged = isBeaten || isSecond;
    return { ...each, absence: merged ? 'merged' : absenceOf(each, task, calendar) };
  });
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
  return offset.days > 0 || isBefore(at, task.deadline) ? null : 'after-deadline';
}

function unmovedDay(
  deadline: Temporal.PlainDate,
  offset: Offset,
  calendar: Calendar,
): Temporal.PlainDate {
  return offset.working
    ? workingDaysBefore(deadline, -offset.days, calendar)
    : deadline.add({ days: offset.days });
}

function isLaterDay(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return a.since(b).sign > 0;
}

/** Whoever shares all dates shares what comes of them. */
export function groupedByDates(tasks: readonly Task[]): Map<string, Task[]> {
  return groupBy(tasks, ({ phase, deadline, deadlineDate, openedAt, noticeAt, deadlineSince }) => {
    const instants = [deadline, openedAt, noticeAt, deadlineSince];
    return [phase, deadlineDate, ...instants.map((at) => at.epochMilliseconds)].join(' ');
  });
}
