import { Temporal } from 'temporal-polyfill';
import { deadlineOf, openingOf, type Calendar, type Deadline } from './calendar.js';
import { isUnfinished, type Cycle, type Facts, type Phase } from './cycle.js';
import { earliest, inOrder, isAfter } from './instants.js';
import { KnownOccurrences, occurrencesByTask } from './occurrences.js';
import type { PhaseState } from './machines.js';

export function calendarOf(
  cycle: Pick<Cycle, 'zone' | 'sendAt' | 'holidays' | 'earlierCalendars'>,
): Calendar {
  return {
    zone: cycle.zone,
    ...daysOf(cycle),
    earlier: cycle.earlierCalendars.map(({ until, ...days }) => ({
      ...daysOf(days),
      until: Temporal.Instant.from(until),
    })),
  };
}

function daysOf({
  sendAt,
  holidays,
}: Pick<Cycle, 'sendAt' | 'holidays'>): Pick<Calendar, 'sendAt' | 'holidays'> {
  return { sendAt: Temporal.PlainTime.from(sendAt), holidays: new Set(holidays) };
}

export function opensAt(phase: Pick<Phase, 'opens'>, cycle: Pick<Cycle, 'zone'>): Temporal.Instant {
  return openingOf(phase.opens, cycle.zone);
}

export function closesAt(phase: Pick<Phase, 'closes'>, cycle: Pick<Cycle, 'zone'>): Deadline {
  return deadlineOf(phase.closes, cycle.zone);
}

/**
 * Rule 8: dates decide, stored states follow. Between a boundary and the next tick a phase is what its
 * dates say; while the cycle is paused nothing moves, so it is what it was (rule 17).
 */
export function stateByDates(phase: Phase, cycle: Cycle, now: Temporal.Instant): PhaseState {
  if (cycle.state !== 'active') return phase.state;
  const over = !isAfter(closesAt(phase, cycle).at, now);
  return phase.state === 'open' && over ? 'closed' : phase.state;
}

/** The instants up to `now` at which a phase or a task has yet to move, in order. */
export function boundariesUntil(facts: Facts, now: Temporal.Instant): Temporal.Instant[] {
  return inOrder(boundaries(facts).filter((at) => !isAfter(at, now)));
}

/** The next instant at which something falls due if nobody does anything; null when nothing will. */
export function nextDue(
  facts: Facts,
  after: Temporal.Instant,
  known = new KnownOccurrences(),
): Temporal.Instant | null {
  if (facts.cycle.state !== 'active') return null;
  const schedules = occurrencesByTask(facts, calendarOf(facts.cycle), known);
  const occurrences = schedules.flatMap(({ occurrences: of }) => of.map(({ at }) => at));
  return earliest([...boundaries(facts), ...occurrences].filter((at) => isAfter(at, after)));
}

function boundaries({ cycle, phases, tasks }: Facts): Temporal.Instant[] {
  const waiting = phases.filter(({ state }) => state === 'scheduled');
  const closing = phases.filter(({ state }) => state !== 'closed');
  return [
    ...waiting.map((phase) => opensAt(phase, cycle)),
    ...closing.map((phase) => closesAt(phase, cycle).at),
    ...inOrder(tasks.filter(isUnfinished).map(({ deadline }) => deadline)),
  ];
}
