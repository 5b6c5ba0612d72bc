import { describe, expect, it } from '@jest/globals';
import { uncoveredYears, uncoveredYearsOf } from '../../src/domain/uncovered-years.js';
import { extend, holidays } from './commands.js';
import { factsOf, phase, World } from './world.js';

const from = (opens: string, closes: string, reminders: readonly string[] = []) =>
  phase('self-assessment', { opens, closes, reminders });

const years = (days: readonly string[], ...phases: ReturnType<typeof from>[]): number[] => {
  const { cycle } = factsOf({ cycle: { holidays: days }, phases });
  return uncoveredYearsOf(cycle, phases);
};

describe('years without holidays', () => {
  it.each([
    { days: ['2025-12-25'], opens: '2025-09-01', closes: '2025-09-30', none: [] },
    { days: [], opens: '2025-09-01', closes: '2025-09-30', none: [2025] },
    { days: ['2025-12-25'], opens: '2025-12-01', closes: '2026-01-16', none: [2026] },
    { days: ['2026-01-01'], opens: '2025-12-01', closes: '2026-01-16', none: [2025] },
    { days: [], opens: '2025-12-01', closes: '2027-01-16T16:00', none: [2025, 2027] },
  ])('are those of its dates: $opens to $closes, knowing $days', ({ days, none, ...dates }) => {
    expect(years(days, from(dates.opens, dates.closes))).toEqual(none);
  });

  it('are those of its reminders, too', () => {
    const dates = ['2025-12-01', '2025-12-31'] as const;

    expect(years(['2025-12-25'], from(...dates, ['H-1', 'H']))).toEqual([]);
    expect(years(['2025-12-25'], from(...dates, ['H-1', 'H+1']))).toEqual([2026]);
  });

  it('are those of what was extended, until a decree names them', () => {
    const world = World.started('2025-11-30T07:00', {
      cycle: { holidays: ['2025-12-25'] },
      phases: [from('2025-12-01', '2025-12-19')],
    }).run('2025-12-10T10:00');

    const before = uncoveredYears(world.facts);
    world.perform('2025-12-10T10:00', extend('self-assessment', 'DLH', '2026-01-09'));
    const extended = uncoveredYears(world.facts);
    world.perform('2025-12-10T10:00', holidays('2025-12-25', '2026-01-01'));

    expect([before, extended, uncoveredYears(world.facts)]).toEqual([[], [2026], []]);
  });
});

describe('joint leave', () => {
  it('is switched with the days that it takes away, and kept where nobody speaks of it', () => {
    const world = World.started('2025-08-31T07:00', {
      cycle: { holidays: ['2025-09-25', '2025-09-29'] },
      phases: [from('2025-09-01', '2025-09-30')],
    });

    world.perform('2025-09-10T10:00', {
      do: 'setHolidays',
      holidays: ['2025-09-25'],
      jointLeave: false,
      decree: null,
    });
    const settings = world.journal.filter(({ what }) => what === 'settings');
    world.perform('2025-09-10T10:00', holidays('2025-09-26'));

    expect(settings.map(({ facts }) => facts)).toEqual([
      {
        from: { holidays: ['2025-09-25', '2025-09-29'], jointLeave: true },
        to: { holidays: ['2025-09-25'], jointLeave: false },
      },
    ]);
    expect(world.facts.cycle.jointLeave).toBe(false);
  });

  it('that no day hangs on changes no calendar', () => {
    const world = World.started('2025-08-31T07:00', {
      cycle: { holidays: ['2025-09-25'] },
      phases: [from('2025-09-01', '2025-09-30')],
    });

    world.perform('2025-09-10T10:00', {
      do: 'setHolidays',
      holidays: ['2025-09-25'],
      jointLeave: false,
      decree: null,
    });

    const { jointLeave, earlierCalendars } = world.facts.cycle;
    expect([jointLeave, earlierCalendars]).toEqual([false, []]);
  });
});
