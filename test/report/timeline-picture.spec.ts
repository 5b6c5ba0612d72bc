import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Cycle, Phase } from '../../src/domain/cycle.js';
import { timelinePicture } from '../../src/report/timeline-picture.js';
import { factsOf, localInstant, phase, World } from '../domain/world.js';

function picture(phases: readonly Phase[], at = '2025-09-15T09:00', cycle: Partial<Cycle> = {}) {
  const drawn = timelinePicture(factsOf({ phases, cycle }), localInstant(at, 'Asia/Jakarta'));
  if (!drawn) throw new Error('there is no picture');
  return drawn;
}

const day = (text: string) => Temporal.PlainDate.from(text);
const september = phase('self-assessment', { opens: '2025-09-01', closes: '2025-09-30' });

describe('the picture of a cycle', () => {
  it('is none without phases', () => {
    expect(timelinePicture(factsOf({ phases: [] }), localInstant('2025-09-01T00:00', 'UTC'))).toBe(
      null,
    );
  });

  it('is filled by the only phase of one month', () => {
    const { months, bars, today } = picture([september], '2025-09-16T23:59');

    expect(months).toEqual([{ month: Temporal.PlainYearMonth.from('2025-09'), at: 0 }]);
    expect(bars).toEqual([
      {
        ...{ phase: september, state: 'scheduled', from: 0, to: 1, extension: null },
        ...{ opensOn: day('2025-09-01'), closesOn: day('2025-09-30') },
      },
    ]);
    expect(today).toBe(0.5);
  });

  it('has room for a phase of one day', () => {
    const { bars } = picture([{ ...september, opens: '2025-09-16', closes: '2025-09-16' }]);

    expect(bars.map(({ from, to }) => [from, to])).toEqual([[0.5, 16 / 30]]);
  });

  it('begins and ends with whole months, over the turn of a year', () => {
    const { months, bars } = picture([
      phase('self-assessment', { opens: '2025-11-17', closes: '2025-12-01' }),
      phase('review', { opens: '2026-01-31', closes: '2026-02-10' }),
    ]);

    expect(months.map(({ month }) => month.toString())).toEqual([
      ...['2025-11', '2025-12', '2026-01', '2026-02'],
    ]);
    expect(months.map(({ at }) => Math.round(at * 120))).toEqual([0, 30, 61, 92]);
    expect(bars.map(({ from, to }) => [from, to].map((at) => Math.round(at * 120)))).toEqual([
      [16, 31],
      [91, 102],
    ]);
  });

  it('begins with the earliest phase, whichever comes first', () => {
    const { months } = picture([
      phase('review', { opens: '2025-10-01', closes: '2025-10-31' }),
      phase('briefing', { opens: '2025-08-31', closes: '2025-09-01' }),
    ]);

    expect(months.map(({ month }) => month.month)).toEqual([8, 9, 10]);
  });

  it('knows the leap day', () => {
    const { bars } = picture([
      phase('self-assessment', { opens: '2028-02-01', closes: '2028-02-29' }),
    ]);

    expect(bars.map(({ from, to }) => [from, to])).toEqual([[0, 1]]);
  });
});

describe('today', () => {
  it.each([
    { at: '2025-08-31T23:59', today: null, because: 'the year has not begun' },
    { at: '2025-09-01T00:00', today: 0, because: 'it is the first day' },
    { at: '2025-09-30T23:59', today: 29 / 30, because: 'it is the last day' },
    { at: '2025-10-01T00:00', today: null, because: 'the year is over' },
  ])('at $at is $today: $because', ({ at, today }) => {
    expect(picture([september], at).today).toBe(today);
  });

  it('is the day of the city, not that of the server', () => {
    const at = Temporal.Instant.from('2025-08-31T17:00Z');
    const zoned = (zone: string) =>
      timelinePicture(factsOf({ phases: [september], cycle: { zone } }), at)?.today;

    expect([zoned('Asia/Jakarta'), zoned('Africa/Lagos')]).toEqual([0, null]);
  });
});

describe('holidays', () => {
  it('are drawn as far as they lie in the year', () => {
    const holidays = ['2025-08-31', '2025-09-01', '2025-09-16', '2025-09-30', '2025-10-01'];

    expect(picture([september], undefined, { holidays }).holidays).toEqual([0, 0.5, 29 / 30]);
  });
});

describe('an extension', () => {
  const extended = (...grants: readonly { unit: string; closes: string }[]) => {
    const world = World.started('2025-09-01T09:00', { phases: [september] });
    for (const { unit, closes } of grants) {
      const reason = 'banjir';
      world.perform('2025-09-10T09:00', {
        do: 'extend',
        phase: september.code,
        unit,
        closes,
        reason,
      });
    }
    const drawn = timelinePicture(world.facts, world.instant('2025-09-10T09:00'));
    return drawn?.bars[0]?.extension;
  };

  it('is none while nobody has one', () => {
    expect(extended()).toBe(null);
  });

  it('reaches as far as the longest, into a month of its own', () => {
    const bar = extended(
      { unit: 'DINKES', closes: '2025-10-31' },
      { unit: 'DLH', closes: '2025-10-03' },
    );

    expect(bar).toEqual({ to: 1, units: 2, until: day('2025-10-31') });
  });

  it('counts the units, not how often they asked', () => {
    const bar = extended(
      { unit: 'DINKES', closes: '2025-10-03' },
      { unit: 'DINKES', closes: '2025-10-06' },
    );

    expect([bar?.units, bar?.until.toString()]).toEqual([1, '2025-10-06']);
  });
});
