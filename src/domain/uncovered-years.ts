import { Temporal } from 'temporal-polyfill';
import type { Calendar, Deadline, LocalMoment } from './calendar.js';
import { isUnfinished, type Cycle, type CyclePlan, type Facts, type PhasePlan } from './cycle.js';
import { openedNoticeAt, remindersOf } from './occurrences.js';
import { offsetOf } from './offset.js';
import { calendarOf, closesAt, opensAt } from './timeline.js';

/**
 * The years of which no day off is known, though a phase, a deadline or a reminder lies in them: there every
 * weekday counts as a working day, which is true of no year.
 */
export function uncoveredYears({ cycle, phases, tasks }: Facts): number[] {
  const plans = new Map(phases.map((phase) => [phase.code, phase]));
  // Every unit of a phase has the same date, but those that were extended.
  const deadlines = new Map(
    tasks
      .filter(isUnfinished)
      .map(({ phase, deadline: at, deadlineDate: date }) => [
        `${phase} ${date.toString()}`,
        { phase: plans.get(phase), deadline: { at, date } },
      ]),
  );
  const extended = [...deadlines.values()].flatMap(({ phase, deadline }) =>
    phase ? daysOf(phase, deadline, cycle) : [],
  );
  return yearsWithout(cycle, [...extended, ...daysOfAll(phases, cycle)]);
}

/** The same of a file, before anybody has a task. */
export function uncoveredYearsOf(plan: CyclePlan, phases: readonly PhasePlan[]): number[] {
  return yearsWithout(plan, daysOfAll(phases, plan));
}

/** Of these days. */
export function yearsWithout(
  { holidays }: Pick<CyclePlan, 'holidays'>,
  days: readonly LocalMoment[],
): number[] {
  const covered = new Set(holidays.map(yearOf));
  const years = new Set(days.map(yearOf));
  return [...years].filter((year) => !covered.has(year)).sort((a, b) => a - b);
}

function daysOfAll(phases: readonly PhasePlan[], plan: CyclePlan): LocalMoment[] {
  return phases.flatMap((phase) => daysOf(phase, closesAt(phase, plan), plan));
}

/** When it opens, until when, and the days that its reminders name. */
function daysOf(phase: PhasePlan, deadline: Deadline, plan: CyclePlan): LocalMoment[] {
  const openedAt = opensAt(phase, plan);
  const calendar = calendarOfPlan(plan);
  const noticeAt = openedNoticeAt(openedAt, calendar);
  const dates = { deadline: deadline.at, deadlineDate: deadline.date, openedAt };
  const reminders = remindersOf(
    { ...dates, noticeAt, deadlineSince: openedAt },
    phase.reminders.map(offsetOf),
    calendar,
  ).filter(({ absence }) => absence === null);
  return [
    phase.opens,
    deadline.date.toString(),
    ...reminders.map(({ unmoved }) => unmoved.toString()),
  ];
}

/** What held before has no say in what a date needs to be known of. */
function calendarOfPlan(plan: Pick<Cycle, 'zone' | 'sendAt' | 'holidays'>): Calendar {
  return calendarOf({ ...plan, earlierCalendars: [] });
}

function yearOf(moment: LocalMoment): number {
  return Temporal.PlainDate.from(moment.slice(0, 10)).year;
}
