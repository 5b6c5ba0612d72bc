import { describe, expect, it } from '@jest/globals';
import { reviewTimes } from '../../src/domain/extension/review-time.js';
import { extend } from './commands.js';
import { everybody } from './people.js';
import { phase, World, type Plan } from './world.js';

/** The self-assessment ends on Tuesday the 30th of September, its review on Friday the 31st of October. */
const plan: Plan = {
  phases: [
    phase('self-assessment'),
    phase('review', { code: 'dokumen', opens: '2025-10-01', closes: '2025-10-31' }),
    phase('revision', { opens: '2025-11-03', closes: '2025-11-14' }),
    phase('review', { code: 'kunjungan', opens: '2025-11-17', closes: '2025-11-21' }),
    phase('report', { opens: '2025-12-01', closes: '2025-12-19' }),
  ],
  people: everybody({
    assignments: [
      { assessor: 'A1', unit: 'DINKES' },
      { assessor: 'A3', unit: 'DINKES' },
      { assessor: 'A2', unit: 'DLH' },
    ],
  }),
  cycle: { holidays: ['2025-10-06'] },
};

function times(granted: string, { at = '2025-09-23T10:00', of = 'self-assessment' } = {}) {
  const world = World.started('2025-08-31T07:00', plan).run(at);
  return shown(world, granted, { at, of });
}

function shown(world: World, granted: string, { at, of }: { at: string; of: string }): string[] {
  const asked = { phase: of, unit: 'DINKES' };
  return reviewTimes(world.facts, asked, granted, world.instant(at)).map(
    ({ assessor, phase: review, until, now, then, passes }) =>
      `${assessor.code} ${review} ${until.toString()}: ${now} ${then} ${passes ?? '-'}`,
  );
}

describe('rule 16: what an extension leaves to an assessor', () => {
  it.each([
    // October has 23 working days, of which one is a holiday here.
    { granted: '2025-09-30T16:00', because: 'a part of a day', days: '22 22 -' },
    { granted: '2025-10-07', because: 'a week and a holiday', days: '22 18 opening' },
    { granted: '2025-10-04', because: 'a Saturday', days: '22 19 opening' },
    { granted: '2025-10-30', because: 'all but the last day', days: '22 1 opening' },
    { granted: '2025-10-31', because: 'until its very end', days: '22 0 closing' },
    { granted: '2025-11-04', because: 'beyond it', days: '22 0 closing' },
  ])('is counted in working days until $granted: $because', ({ granted, days }) => {
    expect(times(granted)).toEqual([
      `A1 dokumen 2025-10-31: ${days}`,
      `A3 dokumen 2025-10-31: ${days}`,
    ]);
  });

  it('is counted from today when the deadline is past', () => {
    expect(times('2025-10-16', { at: '2025-10-15T10:00' })[0]).toBe(
      'A1 dokumen 2025-10-31: 13 11 opening',
    );
  });

  it('is counted to the assessor’s own deadline', () => {
    const at = '2025-10-15T10:00';
    const world = World.started('2025-08-31T07:00', plan).run(at);
    world.perform(at, extend('dokumen', 'DINKES', '2025-11-04'));

    expect(shown(world, '2025-10-16', { at, of: 'self-assessment' })[0]).toBe(
      'A1 dokumen 2025-11-04: 15 13 opening',
    );
  });

  it('is nothing to count where no review comes after', () => {
    expect(times('2025-12-24', { of: 'report' })).toEqual([]);
    expect(times('2025-10-24', { of: 'dokumen' })).toEqual([]);
  });
});
