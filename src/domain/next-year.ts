import { Temporal } from 'temporal-polyfill';
import { isWorkingDay, type Calendar, type LocalMoment } from './calendar.js';
import type { CyclePlan, Earlier, PhasePlan } from './cycle.js';
import { evaluatedYear } from './evaluated-year.js';

export interface NextYear {
  readonly code: string;
  readonly title: string;
  readonly instrument: string;
  /** Of the new year; without any, only Saturdays and Sundays are no working days. */
  readonly holidays: readonly string[];
  readonly years: number;
}

type Days = Pick<Calendar, 'holidays'>;

/**
 * The same cycle some years later. A date that was the n-th working day of its month, counted from the nearer
 * end of it, becomes that of the same month then; one that was no working day keeps its number.
 */
export function nextYear(
  plan: CyclePlan,
  phases: readonly PhasePlan[],
  { years, ...next }: NextYear,
): { readonly plan: CyclePlan; readonly phases: readonly PhasePlan[] } {
  const [then, now] = [daysOf(plan.holidays), daysOf(next.holidays)];
  const moved = (moment: LocalMoment): LocalMoment =>
    `${sameWorkingDay(moment.slice(0, 10), years, then, now)}${moment.slice(10)}`;
  return {
    plan: { ...plan, ...next, history: [...plan.history, ...resultOf(plan, phases)] },
    phases: phases.map((phase) => ({
      ...phase,
      opens: moved(phase.opens),
      closes: moved(phase.closes),
      // Who is visited is chosen anew.
      units: phase.units === null ? null : [],
    })),
  };
}

function sameWorkingDay(date: string, years: number, then: Days, now: Days): string {
  const day = Temporal.PlainDate.from(date);
  const later = day.add({ years });
  if (!isWorkingDay(day, calendarOf(then))) return later.toString();
  const before = workingDaysIn(day, then);
  const after = workingDaysIn(later, now);
  const place = before.indexOf(day.day);
  const isEarly = place < before.length / 2;
  // A month with fewer working days has its last, or its first, instead.
  const chosen = isEarly
    ? (after[place] ?? after.at(-1))
    : (after.at(place - before.length) ?? after[0]);
  return later.with({ day: chosen ?? later.day }).toString();
}

/** Their numbers, in the month of a date. */
function workingDaysIn(date: Temporal.PlainDate, days: Days): number[] {
  const all = Array.from({ length: date.daysInMonth }, (_, index) => index + 1);
  return all.filter((day) => isWorkingDay(date.with({ day }), calendarOf(days)));
}

function daysOf(holidays: readonly string[]): Days {
  return { holidays: new Set(holidays) };
}

/** The zone and hour of a calendar say nothing of working days. */
function calendarOf(days: Days): Calendar {
  return { ...days, zone: 'UTC', sendAt: new Temporal.PlainTime() };
}

/** The trend goes on from the cycle that is copied. */
function resultOf({ code }: CyclePlan, phases: readonly PhasePlan[]): Earlier[] {
  const year = evaluatedYear(phases);
  return year === null ? [] : [{ year, cycle: code }];
}
