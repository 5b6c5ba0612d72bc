import { Temporal } from 'temporal-polyfill';
import { workingDaysBefore, workingDaysFrom, type Calendar } from './calendar.js';

/** The most urgent first. */
export const outlooks = ['late', 'not-started', 'attention', 'on-time'] as const;
export type Outlook = (typeof outlooks)[number];

/** Of a task that is not finished. */
export interface Pending {
  /** On which day each answer that lacks nothing was last changed. */
  readonly ready: readonly Temporal.PlainDate[];
  /** How many answers still lack something. */
  readonly left: number;
  readonly begun: boolean;
  readonly openedOn: Temporal.PlainDate;
  /** The task's own: an extension counts. */
  readonly deadlineDate: Temporal.PlainDate;
}

/** What a pace was taken from. */
export type PaceBasis = 'recent' | 'average' | 'assumed';

/** So many answers in so many working days. */
export interface Pace {
  readonly basis: PaceBasis;
  readonly answers: number;
  readonly days: number;
}

export interface Forecasted {
  readonly outlook: Outlook;
  readonly ready: number;
  readonly left: number;
  readonly pace: Pace;
  /** Working days for what is left, at that pace. */
  readonly needed: number;
  /** Working days until the deadline; today and the deadline's own are among them. */
  readonly daysLeft: number;
}

/** A working week: a longer one would not see that somebody has stopped. */
const recentDays = 5;
/** On fewer days, or of fewer answers, a pace says too little. */
const fewest = 3;
/** Less room than this is a matter of luck. */
const roomToSpare = 2;
/** A unit that has shown no pace yet is taken to go so many times as fast as the straight line. */
const haste = 2;

/**
 * Who will be late, by their own pace: answers that became ready in the last working days before today, as far as
 * the task has been open; the pace since the opening when nothing did; an assumed one when nothing ever did.
 */
export function outlookOf(
  pending: Pending,
  today: Temporal.PlainDate,
  calendar: Calendar,
): Forecasted {
  const { left, begun, deadlineDate, ready } = pending;
  const pace = paceOf(pending, today, calendar);
  const needed = Math.ceil((left * pace.days) / pace.answers);
  const daysLeft = workingDaysFrom(today, deadlineDate, calendar);
  const outlook = classOf({ left, begun, needed, daysLeft });
  return { outlook, ready: ready.length, left, pace, needed, daysLeft };
}

function classOf({
  left,
  begun,
  needed,
  daysLeft,
}: Pick<Forecasted, 'left' | 'needed' | 'daysLeft'> & Pick<Pending, 'begun'>): Outlook {
  // It lacks nothing, but who does not send it is late all the same.
  if (left === 0) return daysLeft > 1 ? 'on-time' : 'attention';
  // So few can still be written in a day each, however slowly the others were.
  const isLate = needed > daysLeft && (left >= fewest || left > daysLeft);
  if (isLate) return 'late';
  if (!begun) return 'not-started';
  return daysLeft - needed < roomToSpare ? 'attention' : 'on-time';
}

function paceOf(pending: Pending, today: Temporal.PlainDate, calendar: Calendar): Pace {
  const { ready, openedOn } = pending;
  const assumed = assumedPace(pending, calendar);
  const yesterday = today.subtract({ days: 1 });
  const open = workingDaysFrom(openedOn, yesterday, calendar);
  if (open < fewest) {
    const shown: Pace = { basis: 'recent', answers: ready.length, days: Math.max(1, open) };
    return isFaster(shown, assumed) ? shown : assumed;
  }
  const first = open > recentDays ? workingDaysBefore(today, recentDays, calendar) : openedOn;
  const recent = ready.filter((day) => isWithin(day, first, yesterday)).length;
  if (recent > 0) return { basis: 'recent', answers: recent, days: Math.min(open, recentDays) };
  if (ready.length > 0) return { basis: 'average', answers: ready.length, days: open };
  return assumed;
}

/** Never less than one answer a working day. */
function assumedPace({ ready, left, openedOn, deadlineDate }: Pending, calendar: Calendar): Pace {
  const days = workingDaysFrom(openedOn, deadlineDate, calendar);
  const line: Pace = { basis: 'assumed', answers: haste * (ready.length + left), days };
  const one: Pace = { basis: 'assumed', answers: 1, days: 1 };
  return days > 0 && isFaster(line, one) ? line : one;
}

function isFaster(a: Pace, b: Pace): boolean {
  return a.answers * b.days > b.answers * a.days;
}

function isWithin(
  day: Temporal.PlainDate,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): boolean {
  return Temporal.PlainDate.compare(day, first) >= 0 && Temporal.PlainDate.compare(day, last) <= 0;
}
