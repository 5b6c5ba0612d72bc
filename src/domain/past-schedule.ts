import type { Temporal } from 'temporal-polyfill';
import type { Facts, Phase } from './cycle.js';
import type { Rung } from './escalation.js';
import { isAfter } from './instants.js';
import type { Entry } from './journal.js';
import { KnownOccurrences, occurrencesByTask, type Schedule } from './occurrences.js';
import { calendarOf } from './timeline.js';

/** Reminders and rungs that held until an instant, inclusive. */
interface Held {
  readonly facts: Facts;
  readonly until: Temporal.Instant;
}

/** What an order about reminders or rungs replaced. */
interface Replaced {
  readonly reminders?: Phase['reminders'];
  readonly escalation?: readonly Rung[];
}

/**
 * What has fallen due for each task by an instant. An order counts from its own moment on: what the reminders
 * before it made due stays due although no tick has seen it yet (rule 14), and what it would have made due
 * earlier never was (rule 15).
 * @param news what the journal holds since the last tick
 */
export function pastSchedule(
  facts: Facts,
  until: Temporal.Instant,
  news: readonly Entry[],
  known = new KnownOccurrences(),
): Schedule[] {
  const calendar = calendarOf(facts.cycle);
  const spans = heldOneAfterTheOther(facts, until, news).map((held) => ({
    until: held.until,
    schedules: occurrencesByTask(held.facts, calendar, known),
  }));
  // Tasks are grouped by their own dates, so that each span has the same groups.
  return (spans.at(-1)?.schedules ?? []).map(({ tasks }, group) => ({
    tasks,
    occurrences: spans.flatMap(({ schedules, until: end }, span) => {
      const start = spans[span - 1]?.until ?? null;
      const all = schedules[group]?.occurrences ?? [];
      return all.filter(({ at }) => !isAfter(at, end) && (start === null || isAfter(at, start)));
    }),
  }));
}

function heldOneAfterTheOther(
  facts: Facts,
  until: Temporal.Instant,
  news: readonly Entry[],
): Held[] {
  const held: Held[] = [{ facts, until }];
  for (const entry of news.filter(replacesSchedule).reverse()) {
    // Whoever gave the order may have a clock that is ahead of ours.
    const end = isAfter(entry.recorded, until) ? until : entry.recorded;
    held.unshift({ facts: before(entry, held[0]?.facts ?? facts), until: end });
  }
  return held;
}

function replacesSchedule({ what, facts }: Entry): boolean {
  const { reminders, escalation } = replacedBy(facts);
  return what === 'settings' && (reminders !== undefined || escalation !== undefined);
}

function before({ phase, facts: said }: Entry, { cycle, phases, ...facts }: Facts): Facts {
  const { reminders, escalation } = replacedBy(said);
  return {
    ...facts,
    cycle: escalation === undefined ? cycle : { ...cycle, escalation },
    phases: phases.map((each) =>
      each.code === phase && reminders !== undefined ? { ...each, reminders } : each,
    ),
  };
}

function replacedBy({ from }: Entry['facts']): Replaced {
  return from ?? {};
}
