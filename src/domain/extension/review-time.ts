import type { Temporal } from 'temporal-polyfill';
import { deadlineOf, localDate, workingDaysFrom, type LocalMoment } from '../calendar.js';
import type { Facts, Phase } from '../cycle.js';
import { isBefore } from '../instants.js';
import { calendarOf, closesAt, opensAt } from '../timeline.js';
import type { ExtensionRequest } from './request.js';

/** What an extension leaves to one assessor of the unit. */
export interface ReviewTime {
  readonly assessor: { readonly code: string; readonly name: string };
  /** The review that comes after the unit's work. */
  readonly phase: string;
  /** The last local date of it. */
  readonly until: Temporal.PlainDate;
  /** Whole working days between the unit's deadline and the end of the review: as it is, and as it would be. */
  readonly now: number;
  readonly then: number;
  /** The unit would still work when its review has begun, or when it is over. */
  readonly passes: 'opening' | 'closing' | null;
}

/** For each assessor of the unit; nobody when no review comes after that phase. */
export function reviewTimes(
  facts: Facts,
  { phase, unit }: Pick<ExtensionRequest, 'phase' | 'unit'>,
  granted: LocalMoment,
  now: Temporal.Instant,
): ReviewTime[] {
  const { cycle, people, tasks } = facts;
  const review = reviewAfter(facts, phase);
  const own = tasks.find(
    (task) =>
      task.phase === phase &&
      task.unit === unit &&
      task.assessor === null &&
      task.state !== 'cancelled',
  );
  if (!review || !own) return [];
  const opens = opensAt(review, cycle);
  const after = deadlineOf(granted, cycle.zone);
  const from = (deadline: Temporal.PlainDate): Temporal.PlainDate =>
    latest(deadline.add({ days: 1 }), localDate(opens, cycle.zone), localDate(now, cycle.zone));
  return people.assignments
    .filter((each) => each.unit === unit)
    .map(({ assessor: code }) => {
      const closes = closingFor(facts, review, { unit, assessor: code });
      const days = (deadline: Temporal.PlainDate): number =>
        workingDaysFrom(from(deadline), closes.date, calendarOf(cycle));
      const passing = isBefore(opens, after.at) ? 'opening' : null;
      return {
        assessor: { code, name: people.assessors.find((each) => each.code === code)?.name ?? code },
        phase: review.code,
        until: closes.date,
        now: days(own.deadlineDate),
        then: days(after.date),
        passes: isBefore(after.at, closes.at) ? passing : 'closing',
      };
    });
}

/** In the order of the file, which is the order of the work. */
function reviewAfter({ phases }: Facts, code: string): Phase | undefined {
  const place = phases.findIndex((each) => each.code === code);
  const isWork = ['self-assessment', 'revision'].includes(phases[place]?.kind ?? '');
  return isWork ? phases.slice(place + 1).find(({ kind }) => kind === 'review') : undefined;
}

/** An assessor who was given more time has it here too. */
function closingFor(
  { tasks, cycle }: Facts,
  review: Phase,
  of: { readonly unit: string; readonly assessor: string },
): { readonly at: Temporal.Instant; readonly date: Temporal.PlainDate } {
  const task = tasks.find(
    (each) =>
      each.phase === review.code &&
      each.unit === of.unit &&
      each.assessor === of.assessor &&
      each.state !== 'cancelled',
  );
  return task ? { at: task.deadline, date: task.deadlineDate } : closesAt(review, cycle);
}

function latest(...dates: Temporal.PlainDate[]): Temporal.PlainDate {
  return dates.reduce((a, b) => (a.until(b).sign > 0 ? b : a));
}
