import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../../src/domain/calendar.js';
import { outlookOf, outlooks, type Pending } from '../../src/domain/outlook.js';

const calendar: Calendar = {
  zone: 'Asia/Jakarta',
  sendAt: Temporal.PlainTime.from('08:00'),
  holidays: new Set(['2025-09-05']),
};

/** In September 2025, which begins on a Monday; the fifth is a holiday. */
function day(date: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year: 2025, month: 9, day: date });
}

interface Case {
  readonly today: number;
  /** The days on which answers became ready. */
  readonly ready?: readonly number[];
  readonly left: number;
  readonly begun?: boolean;
  readonly opened?: number;
  readonly deadline?: number;
}

function pending({ ready = [], left, begun, opened = 1, deadline = 30 }: Case): Pending {
  return {
    ready: ready.map(day),
    left,
    begun: begun ?? ready.length > 0,
    openedOn: day(opened),
    deadlineDate: day(deadline),
  };
}

function outlook(given: Case) {
  return outlookOf(pending(given), day(given.today), calendar);
}

describe('the outlook of a task', () => {
  it('tells the numbers that led to it', () => {
    const slow = outlook({ today: 25, ready: [18, 19, 22, 23, 24], left: 12 });

    expect(slow).toEqual({
      outlook: 'late',
      ready: 5,
      left: 12,
      pace: { basis: 'recent', answers: 5, days: 5 },
      needed: 12,
      daysLeft: 4,
    });
  });

  it.each<[string, string, Case]>([
    ['late', 'its pace is too slow', { today: 25, ready: [18, 19], left: 3 }],
    ['attention', 'there is no room to spare', { today: 25, ready: [18, 19, 22, 23, 24], left: 4 }],
    ['on-time', 'there is room to spare', { today: 22, ready: [15, 16, 17, 18, 19], left: 4 }],
    ['not-started', 'nothing was done', { today: 22, left: 3 }],
    ['not-started', 'it opened today', { today: 1, left: 30 }],
    [
      'attention',
      'it was begun, and there is just enough time',
      { today: 26, left: 2, begun: true },
    ],
    ['late', 'nothing was done, and one answer a day is not enough', { today: 29, left: 3 }],
    [
      'late',
      'more than half of the time went by with nothing done of much',
      { today: 18, left: 40 },
    ],
    ['late', 'it stopped a week ago, and went slowly before', { today: 24, ready: [8], left: 4 }],
    ['on-time', 'it only has to be sent', { today: 22, ready: [15], left: 0 }],
    ['attention', 'it only has to be sent, today', { today: 30, ready: [15], left: 0 }],
    ['on-time', 'nothing is left of it but to send it, for all is nihil', { today: 22, left: 0 }],
    [
      'attention',
      'the last answer is to be written on the last day',
      { today: 30, ready: [29], left: 1 },
    ],
    ['late', 'only a weekend is left', { today: 27, deadline: 28, ready: [26], left: 1 }],
    [
      'attention',
      'its pace is too slow for the one that is left, which a day is enough for',
      { today: 26, ready: [23], left: 1 },
    ],
    ['late', 'fewer days than answers are left', { today: 30, ready: [29], left: 2 }],
  ])('is %s when %s', (expected, _, given) => {
    expect(outlook(given).outlook).toBe(expected);
  });

  it('is as calm as an extension makes it', () => {
    const given = { today: 22, ready: [15, 16, 17, 18, 19], left: 4 };

    expect(outlook({ ...given, deadline: 24 }).outlook).toBe('late');
    expect(outlook({ ...given, deadline: 29 }).outlook).toBe('on-time');
  });

  it('does not count today for the pace, but counts it among the days left', () => {
    const { pace, daysLeft } = outlook({ today: 9, ready: [8, 9, 9, 9], left: 3, deadline: 10 });

    expect({ pace, daysLeft }).toEqual({
      pace: { basis: 'recent', answers: 1, days: 5 },
      daysLeft: 2,
    });
  });

  it('counts an answer of a weekend, and no holiday as a working day', () => {
    const { pace } = outlook({ today: 9, ready: [6], left: 3, opened: 3 });

    expect(pace).toEqual({ basis: 'recent', answers: 1, days: 3 });
  });

  it('takes nobody for slow by their first two days', () => {
    const { pace, outlook: found } = outlook({ today: 3, ready: [2], left: 39 });

    expect(pace.basis).toBe('assumed');
    expect(found).not.toBe('late');
  });

  it('believes who is fast in the first two days', () => {
    expect(outlook({ today: 2, ready: [1, 1, 1, 1, 1, 1], left: 20 }).pace).toEqual({
      basis: 'recent',
      answers: 6,
      days: 1,
    });
  });

  it('goes by the pace since the opening when nothing became ready of late', () => {
    expect(outlook({ today: 22, ready: [2, 3], left: 2 }).pace).toEqual({
      basis: 'average',
      answers: 2,
      days: 14,
    });
  });

  it('knows no pace of who has shown none: twice the straight line, and one answer a day at least', () => {
    expect([
      outlook({ today: 10, left: 42 }).pace,
      outlook({ today: 10, left: 2, begun: true }).pace,
    ]).toEqual([
      { basis: 'assumed', answers: 84, days: 21 },
      { basis: 'assumed', answers: 1, days: 1 },
    ]);
  });
});

const cases = fc
  .record({
    today: fc.integer({ min: 1, max: 30 }),
    ready: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 20 }),
    left: fc.integer({ min: 0, max: 60 }),
    begun: fc.boolean(),
    opened: fc.integer({ min: 1, max: 30 }),
    deadline: fc.integer({ min: 1, max: 30 }),
  })
  .map((each) => {
    const opened = Math.min(each.opened, each.today);
    const ready = each.ready.map((on) => Math.min(Math.max(on, opened), each.today));
    const begun = each.begun || ready.length > 0;
    return { ...each, opened, ready, begun, deadline: Math.max(each.deadline, each.today) };
  });

/** Where it stands in the list of the most urgent. */
function calm(given: Case): number {
  const { outlook: found } = outlook(given);
  // Whether it was begun is no question of time.
  return ['late', 'attention', 'on-time'].indexOf(found === 'not-started' ? 'attention' : found);
}

describe('whatever the numbers are, an outlook', () => {
  it('is one of four, with a pace and whole days', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { outlook: found, pace, needed, daysLeft } = outlook(given);

        expect(outlooks).toContain(found);
        expect(pace.answers).toBeGreaterThan(0);
        expect(pace.days).toBeGreaterThan(0);
        expect(Number.isInteger(needed) && Number.isInteger(daysLeft)).toBe(true);
        expect(needed * pace.answers).toBeGreaterThanOrEqual(given.left * pace.days);
        expect((needed - 1) * pace.answers).toBeLessThan(Math.max(1, given.left * pace.days));
      }),
    );
  });

  it('is late exactly when more days are needed than are left, but for the last two answers', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { outlook: found, needed, daysLeft, left } = outlook(given);

        expect(found === 'late').toBe(needed > daysLeft && (left > 2 || left > daysLeft));
      }),
    );
  });

  it('gets no worse by a later deadline', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 30 }), (given, more) => {
        const later = { ...given, deadline: Math.min(30, given.deadline + more) };

        expect(calm(later)).toBeGreaterThanOrEqual(calm(given));
      }),
    );
  });

  it('gets no worse by one answer less to write', () => {
    fc.assert(
      fc.property(cases, (given) => {
        fc.pre(given.left > 1 && outlook(given).pace.basis !== 'assumed');
        const fewer = { ...given, left: given.left - 1 };

        expect(calm(fewer)).toBeGreaterThanOrEqual(calm(given));
      }),
    );
  });
});
