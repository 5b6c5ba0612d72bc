import { Temporal } from 'temporal-polyfill';

/** A calendar date `2025-09-30`, or a local time of a day `2025-09-30T16:00`, in the cycle's zone. */
export type LocalMoment = string;

export interface Calendar {
  /** IANA name. */
  readonly zone: string;
  /** Local time of scheduled notices. */
  readonly sendAt: Temporal.PlainTime;
  /** ISO dates that are no working days besides Saturday and Sunday. */
  readonly holidays: ReadonlySet<string>;
  /** What held before, the oldest first; none when nothing was ever changed. */
  readonly earlier?: readonly EarlierCalendar[];
}

/** A calendar that another one has replaced. */
export interface EarlierCalendar extends Pick<Calendar, 'sendAt' | 'holidays'> {
  readonly until: Temporal.Instant;
}

/** Until when something can be done (exclusive), and the last local date on which it can (rule 2). */
export interface Deadline {
  readonly at: Temporal.Instant;
  readonly date: Temporal.PlainDate;
}

const midnight = new Temporal.PlainTime();
const saturday = 6;

/** Rule 5: "compatible" moves a time that a gap removes forward, and takes the first of two. */
export function instantOf(
  date: Temporal.PlainDate,
  time: Temporal.PlainTime,
  zone: string,
): Temporal.Instant {
  return date
    .toPlainDateTime(time)
    .toZonedDateTime(zone, { disambiguation: 'compatible' })
    .toInstant();
}

/** Rule 1: a date opens at its first local midnight, a time of day at that time. */
export function openingOf(moment: LocalMoment, zone: string): Temporal.Instant {
  return instantOf(dateOf(moment), timeOf(moment) ?? midnight, zone);
}

/** Rules 1 and 2: a date closes at the midnight that ends it, a time of day at that time. */
export function deadlineOf(moment: LocalMoment, zone: string): Deadline {
  const date = dateOf(moment);
  const time = timeOf(moment);
  const at = time ? instantOf(date, time, zone) : instantOf(date.add({ days: 1 }), midnight, zone);
  return { at, date };
}

export function localDate(at: Temporal.Instant, zone: string): Temporal.PlainDate {
  return at.toZonedDateTimeISO(zone).toPlainDate();
}

export function isWorkingDay(date: Temporal.PlainDate, { holidays }: Calendar): boolean {
  return date.dayOfWeek < saturday && !holidays.has(date.toString());
}

/** The date itself if it is a working day, else the nearest one in the direction. */
export function nearestWorkingDay(
  date: Temporal.PlainDate,
  direction: 'earlier' | 'later',
  calendar: Calendar,
): Temporal.PlainDate {
  const days = direction === 'later' ? 1 : -1;
  let day = date;
  while (!isWorkingDay(day, calendar)) day = day.add({ days });
  return day;
}

/** Rule 3, `HK-n`: the n-th working day strictly before the date. */
export function workingDaysBefore(
  date: Temporal.PlainDate,
  count: number,
  calendar: Calendar,
): Temporal.PlainDate {
  return workingDaysAway(date, -count, calendar);
}

/** The n-th working day strictly after the date. */
export function workingDaysAfter(
  date: Temporal.PlainDate,
  count: number,
  calendar: Calendar,
): Temporal.PlainDate {
  return workingDaysAway(date, count, calendar);
}

function workingDaysAway(
  date: Temporal.PlainDate,
  count: number,
  calendar: Calendar,
): Temporal.PlainDate {
  const [days, direction] = count < 0 ? ([-1, 'earlier'] as const) : ([1, 'later'] as const);
  let day = date;
  for (let left = Math.abs(count); left > 0; left -= 1) {
    day = nearestWorkingDay(day.add({ days }), direction, calendar);
  }
  return day;
}

/** How many working days there are from one date to another, both of them included. */
export function workingDaysFrom(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  calendar: Calendar,
): number {
  let count = 0;
  for (let day = first; day.until(last).sign >= 0; day = day.add({ days: 1 })) {
    if (isWorkingDay(day, calendar)) count += 1;
  }
  return count;
}

function dateOf(moment: LocalMoment): Temporal.PlainDate {
  return Temporal.PlainDate.from(moment.slice(0, 10));
}

function timeOf(moment: LocalMoment): Temporal.PlainTime | null {
  return moment.length > 10 ? Temporal.PlainTime.from(moment.slice(11)) : null;
}
