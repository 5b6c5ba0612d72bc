import { Temporal } from 'temporal-polyfill';
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
  return [...groupedByDates(tasks).values()].flatMap((group) => {
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
  const days = new Map<string, { offset: Offset; unmoved: Temporal.PlainDate }>();
  for (const offset of offsets) {
    const unmoved = unmovedDay(task.deadlineDate, offset, calendar);
    const day = nearestWorkingDay(unmoved, offset.days > 0 ? 'later' : 'earlier', calendar);
    const rival = days.get(day.toString());
    if (!rival || isLaterDay(unmoved, rival.unmoved)) days.set(day.toString(), { offset, unmoved });
  }
  const reminders = [...days].map(([day, { offset }]) => ({
    at: instantOf(Temporal.PlainDate.from(day), calendar.sendAt, calendar.zone),
    offset,
  }));
  return [
    { at: task.noticeAt, offset: null },
    ...reminders.filter((each) => exists(each, task, calendar)),
  ];
}

function exists(
  { at, offset }: { at: Temporal.Instant; offset: Offset },
  task: Dates,
  calendar: Calendar,
): boolean {
  if (isBefore(at, task.openedAt) || !isAfter(at, task.deadlineSince)) return false;
  if (localDate(at, calendar.zone).equals(localDate(task.noticeAt, calendar.zone))) return false;
  return offset.days > 0 || isBefore(at, task.deadline);
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

function groupedByDates(tasks: readonly Task[]): Map<string, Task[]> {
  const live = tasks.filter(({ state }) => state !== 'finished' && state !== 'cancelled');
  return groupBy(live, ({ phase, deadline, deadlineDate, openedAt, noticeAt, deadlineSince }) => {
    const instants = [deadline, openedAt, noticeAt, deadlineSince];
    return [phase, deadlineDate, ...instants.map((at) => at.epochMilliseconds)].join(' ');
  });
}
