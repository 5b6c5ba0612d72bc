import type { Temporal } from 'temporal-polyfill';
import type { Facts } from './cycle.js';
import type { Notice } from './notice.js';
import { stillTrue } from './still-true.js';

/** Rule 12: what is no longer true is dropped right before it is sent. */
export function sendable(
  notices: readonly Notice[],
  facts: Facts,
  now: Temporal.Instant,
): readonly Notice[] {
  if (notices.length === 0) return notices;
  const phases = new Map(facts.phases.map((phase) => [phase.code, phase]));
  const tasks = new Map(facts.tasks.map((task) => [task.id, task]));
  return notices.filter((notice) =>
    stillTrue(notice, {
      now,
      phase: phases.get(notice.phase) ?? null,
      task: tasks.get(notice.task ?? '') ?? null,
      people: facts.people,
      // That a unit asks for time is no consequence of a change: neither side of a comparison has it.
      request: null,
    }),
  );
}
