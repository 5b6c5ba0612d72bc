import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { isToNudge } from '../../src/domain/nudge.js';

const task = {
  state: 'todo',
  excused: false,
  unit: 'DINKES',
  deadlineDate: Temporal.PlainDate.from('2025-09-30'),
} as const;

const dayOf = (date: string) => Temporal.PlainDate.from(date);

describe('a task that a coordinator may want to remind of', () => {
  it.each([
    { date: '2025-09-26', may: false },
    { date: '2025-09-27', may: true },
    { date: '2025-09-30', may: true },
  ])('is unfinished and close to its deadline: on $date $may', ({ date, may }) => {
    expect(isToNudge(task, dayOf(date))).toBe(may);
    expect(isToNudge({ ...task, state: 'in-progress' }, dayOf(date))).toBe(may);
  });

  it('is late, however long', () => {
    expect(isToNudge({ ...task, state: 'lapsed' }, dayOf('2025-12-24'))).toBe(true);
  });

  it.each([
    { because: 'it is finished', more: { state: 'finished' as const } },
    { because: 'it is cancelled', more: { state: 'cancelled' as const } },
    { because: 'nothing is to be answered', more: { excused: true } },
    { because: 'it is the coordinators’ own', more: { unit: null } },
  ])('is none when $because', ({ more }) => {
    expect(isToNudge({ ...task, ...more }, dayOf('2025-09-30'))).toBe(false);
  });
});
