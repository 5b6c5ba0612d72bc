import { Temporal } from 'temporal-polyfill';
import { localDate } from '../domain/calendar.js';
import type { Facts, Phase } from '../domain/cycle.js';
import type { PhaseState } from '../domain/machines.js';
import { closesAt, opensAt } from '../domain/timeline.js';

/** A cycle's year as shares of a width: 0 is the first of its first month, 1 the end of its last. */
export interface TimelinePicture {
  readonly months: readonly { readonly month: Temporal.PlainYearMonth; readonly at: number }[];
  readonly holidays: readonly number[];
  /** Null before and after it. */
  readonly today: number | null;
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly phase: Phase;
  readonly state: PhaseState;
  readonly opensOn: Temporal.PlainDate;
  readonly closesOn: Temporal.PlainDate;
  readonly from: number;
  readonly to: number;
  /** How far the longest extension reaches, and how many units have one; null when nobody has. */
  readonly extension: {
    readonly to: number;
    readonly units: number;
    readonly until: Temporal.PlainDate;
  } | null;
}

/** Null for a cycle without phases. */
export function timelinePicture(facts: Facts, now: Temporal.Instant): TimelinePicture | null {
  const { cycle, phases } = facts;
  const spans = phases.map((phase) => spanOf(facts, phase));
  const days = spans.flatMap(({ opensOn, closesOn, extendedUntil }) => [
    opensOn,
    closesOn,
    ...(extendedUntil ? [extendedUntil] : []),
  ]);
  const [first, last] = [edge(days, -1), edge(days, 1)];
  if (!first || !last) return null;
  const begin = first.with({ day: 1 });
  const length = begin.until(lastOfMonth(last)).total('days') + 1;
  const share = (date: Temporal.PlainDate): number => begin.until(date).total('days') / length;
  const today = share(localDate(now, cycle.zone));
  return {
    months: monthsBetween(begin, last).map((month) => ({
      month,
      at: share(month.toPlainDate({ day: 1 })),
    })),
    holidays: cycle.holidays
      .map((day) => share(Temporal.PlainDate.from(day)))
      .filter((at) => at >= 0 && at < 1),
    today: today >= 0 && today < 1 ? today : null,
    bars: spans.map(({ extendedUntil, units, ...span }) => ({
      ...span,
      state: span.phase.state,
      from: share(span.opensOn),
      to: share(span.closesOn.add({ days: 1 })),
      extension: extendedUntil && {
        to: share(extendedUntil.add({ days: 1 })),
        units,
        until: extendedUntil,
      },
    })),
  };
}

function spanOf({ cycle, tasks }: Facts, phase: Phase) {
  const closesOn = closesAt(phase, cycle).date;
  const extended = tasks.filter(
    (task) =>
      task.phase === phase.code &&
      task.state !== 'cancelled' &&
      Temporal.PlainDate.compare(task.deadlineDate, closesOn) > 0,
  );
  return {
    phase,
    opensOn: localDate(opensAt(phase, cycle), cycle.zone),
    closesOn,
    extendedUntil: edge(
      extended.map(({ deadlineDate }) => deadlineDate),
      1,
    ),
    units: new Set(extended.map(({ unit }) => unit)).size,
  };
}

/** The earliest (-1) or the latest (1). */
function edge(days: readonly Temporal.PlainDate[], which: -1 | 1): Temporal.PlainDate | null {
  return days.reduce<Temporal.PlainDate | null>(
    (found, day) =>
      found === null || Temporal.PlainDate.compare(day, found) === which ? day : found,
    null,
  );
}

function lastOfMonth(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.with({ day: day.daysInMonth });
}

function monthsBetween(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Temporal.PlainYearMonth[] {
  const begin = first.toPlainYearMonth();
  const count =
    begin.until(last.toPlainYearMonth()).total({ unit: 'months', relativeTo: first }) + 1;
  return Array.from({ length: count }, (_, index) => begin.add({ months: index }));
}
