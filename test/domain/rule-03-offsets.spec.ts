import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { isWorkingDay, workingDaysBefore, type Calendar } from '../../src/domain/calendar.js';
import { offsetOf, parseOffset } from '../../src/domain/offset.js';

const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

const calendar = (...holidays: readonly string[]): Calendar => ({
  zone: 'Asia/Jakarta',
  sendAt: Temporal.PlainTime.from('08:00'),
  holidays: new Set(holidays),
});

describe('rule 3: an offset', () => {
  it.each([
    { name: 'H', days: 0, working: false },
    { name: 'H-1', days: -1, working: false },
    { name: 'H-14', days: -14, working: false },
    { name: 'H+3', days: 3, working: false },
    { name: 'HK-3', days: -3, working: true },
  ])('$name is read', (offset) => {
    expect(parseOffset(offset.name)).toEqual(offset);
  });

  it.each(['', 'h-1', 'H0', 'H-0', 'H+0', 'HK', 'HK-0', 'HK+1', 'H-1.5', 'H -1', 'H-01', 'D-1'])(
    '"%s" is none',
    (name) => {
      expect(parseOffset(name)).toBeNull();
    },
  );

  it('that the schema let through by mistake is a bug', () => {
    expect(() => offsetOf('besok')).toThrow(RangeError);
  });
});

describe('rule 3: a working day', () => {
  it.each([
    { day: '2025-09-05', working: true, because: 'a Friday' },
    { day: '2025-09-06', working: false, because: 'a Saturday' },
    { day: '2025-09-07', working: false, because: 'a Sunday' },
    { day: '2025-08-18', working: false, because: 'joint leave' },
  ])('$day: $working, $because', ({ day, working }) => {
    expect(isWorkingDay(date(day), calendar('2025-08-18'))).toBe(working);
  });
});

describe('rule 3: HK-n', () => {
  it.each([
    { deadline: '2025-09-30', count: 1, day: '2025-09-29', because: 'the day before' },
    { deadline: '2025-09-30', count: 2, day: '2025-09-26', because: 'over a weekend' },
    { deadline: '2025-09-30', count: 7, day: '2025-09-19', because: 'over two weekends' },
    { deadline: '2025-09-28', count: 1, day: '2025-09-26', because: 'from a Sunday' },
    { deadline: '2025-09-27', count: 3, day: '2025-09-24', because: 'from a Saturday' },
    { deadline: '2025-06-10', count: 1, day: '2025-06-05', because: 'over Iduladha and its leave' },
    { deadline: '2025-06-10', count: 3, day: '2025-06-03', because: 'over them and Pancasila' },
    { deadline: '2025-01-02', count: 2, day: '2024-12-30', because: 'over the new year' },
    { deadline: '2028-03-01', count: 1, day: '2028-02-29', because: 'to a leap day' },
    { deadline: '2027-03-01', count: 1, day: '2027-02-26', because: 'no leap day, a weekend' },
  ])('HK-$count of $deadline is $day: $because', ({ deadline, count, day }) => {
    const holidays = calendar('2025-01-01', '2025-06-01', '2025-06-06', '2025-06-09');

    expect(workingDaysBefore(date(deadline), count, holidays)).toEqual(date(day));
  });

  it('passes over a deadline date that is itself a holiday', () => {
    expect(workingDaysBefore(date('2025-12-25'), 1, calendar('2025-12-25', '2025-12-24'))).toEqual(
      date('2025-12-23'),
    );
  });
});
