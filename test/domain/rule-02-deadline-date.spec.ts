import { describe, expect, it } from '@jest/globals';
import { deadlineOf } from '../../src/domain/calendar.js';
import { onlyDinkes } from './people.js';
import { mails } from './reading.js';
import { phase, World } from './world.js';

describe('rule 2: the deadline date', () => {
  it.each([
    { closes: '2025-09-30', date: '2025-09-30' },
    { closes: '2025-09-30T16:00', date: '2025-09-30' },
    { closes: '2025-09-30T00:00', date: '2025-09-30' },
    { closes: '2025-09-30T23:59', date: '2025-09-30' },
    { closes: '2028-02-29', date: '2028-02-29' },
  ])('of closes $closes is $date', ({ closes, date }) => {
    expect(deadlineOf(closes, 'Asia/Jakarta').date.toString()).toBe(date);
  });

  it.each([
    { closes: '2025-09-30', days: 7 },
    { closes: '2025-09-30T16:00', days: 7 },
  ])('is what days left are counted to: closes $closes', ({ closes, days }) => {
    const plan = phase('self-assessment', { closes, reminders: ['H-7'] });
    const world = World.started('2025-08-31T07:00', { phases: [plan], people: onlyDinkes() });

    world.run('2025-09-23T08:00');

    expect(mails(world, { since: '2025-09-02' })).toEqual([
      `2025-09-23T08:00 admin@dinkes.test: reminder H-7 self-assessment DINKES ${days}`,
    ]);
  });
});
