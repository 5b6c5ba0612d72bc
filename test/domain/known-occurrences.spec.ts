import { describe, expect, it } from '@jest/globals';
import { KnownOccurrences, occurrencesByTask } from '../../src/domain/occurrences.js';
import { calendarOf } from '../../src/domain/timeline.js';
import type { Facts } from '../../src/domain/cycle.js';
import { phase, World } from './world.js';

const { facts } = World.started('2025-08-31T07:00', {
  phases: [phase('self-assessment', { reminders: ['H-7', 'H-1'] })],
}).run('2025-09-02T07:00');

function dueIn(of: Facts, known?: KnownOccurrences): string[][] {
  return occurrencesByTask(of, calendarOf(of.cycle), known).map(({ occurrences }) =>
    occurrences.map(({ at, offset }) => `${at.toString()} ${offset?.name ?? 'opened'}`),
  );
}

describe('occurrences that were worked out before', () => {
  it.each<[string, Facts]>([
    ['the same calendar', facts],
    ['another hour of sending', { ...facts, cycle: { ...facts.cycle, sendAt: '10:00' } }],
    ['another holiday', { ...facts, cycle: { ...facts.cycle, holidays: ['2025-09-23'] } }],
    [
      'a ladder',
      {
        ...facts,
        cycle: { ...facts.cycle, escalation: [{ to: 'head', after: 3, notaDinas: false }] },
      },
    ],
    [
      'other reminders',
      { ...facts, phases: facts.phases.map((each) => ({ ...each, reminders: ['H-3'] })) },
    ],
    [
      'another deadline',
      {
        ...facts,
        tasks: facts.tasks.map((task) => ({
          ...task,
          deadline: task.deadline.add({ hours: 24 }),
          deadlineDate: task.deadlineDate.add({ days: 1 }),
        })),
      },
    ],
  ])('are those of whoever works them out anew, with %s', (_, changed) => {
    const known = new KnownOccurrences();
    dueIn(facts, known);

    expect(dueIn(changed, known)).toEqual(dueIn(changed));
    expect(dueIn(facts, known)).toEqual(dueIn(facts));
    expect(dueIn(changed).flat()).not.toEqual([]);
  });
});
