import { describe, expect, it } from '@jest/globals';
import { cycleOf, loadCycle } from '../../src/cycle/cycle-file.js';
import { cycleText } from '../../src/cycle/cycle-text.js';
import { loadPeople, peopleOf } from '../../src/people/people-file.js';
import { peopleText } from '../../src/people/people-text.js';
import { nextYear } from '../../src/domain/next-year.js';
import { YamlPart } from '../../src/platform/yaml-part.js';
import { shipped } from '../config/office.js';

const { plan, phases } = loadCycle(shipped, 'spbe-2025');

const asked = {
  code: 'spbe-2026',
  title: 'SPBE 2026',
  instrument: 'pemdi-2026',
  holidays: [],
  years: 1,
};

const dates = (holidays: readonly string[] = []): string[][] =>
  nextYear(plan, phases, { ...asked, holidays }).phases.map(({ opens, closes }) => [opens, closes]);

describe('next year from this year', () => {
  it('has each date on the same working day of its month, from the nearer end', () => {
    expect(dates()).toEqual([
      ['2026-06-01', '2026-07-31'],
      // 1 August 2026 is a Saturday; 29 August 2025 was the last working day of its month.
      ['2026-08-03', '2026-08-31'],
      ['2026-09-01', '2026-09-30'],
      ['2026-10-01', '2026-10-30'],
      ['2026-11-02', '2026-11-30'],
      // Six working days followed 19 December 2025, with Christmas among the days off.
      ['2026-12-01', '2026-12-23'],
    ]);
  });

  it('knows the holidays of the new year', () => {
    expect(dates(['2026-09-01', '2026-09-30'])[2]).toEqual(['2026-09-02', '2026-09-29']);
  });

  it('keeps hours, and the number of a day that was no working day', () => {
    const [phase] = phases;
    const odd = { ...phase, opens: '2025-09-06', closes: '2025-09-30T16:00' } as typeof phase;

    const copy = nextYear(plan, odd ? [odd] : [], asked);

    expect(copy.phases.map(({ opens, closes }) => [opens, closes])).toEqual([
      ['2026-09-06', '2026-09-30T16:00'],
    ]);
  });

  it('takes its trend on from the cycle that it copies, and its own instrument', () => {
    const copy = nextYear(plan, phases, asked);

    expect(copy.plan).toMatchObject({
      code: 'spbe-2026',
      instrument: 'pemdi-2026',
      target: '4.00',
    });
    expect(copy.plan.history).toEqual([
      { year: 2024, instrument: 'spbe-2020', index: '3.76' },
      { year: 2025, cycle: 'spbe-2025' },
    ]);
  });

  it('asks anew which units a phase is for, where it was for some', () => {
    const some = phases.map((phase) => ({ ...phase, units: ['DINKES'] }));

    expect(nextYear(plan, some, asked).phases.map(({ units }) => units)).toEqual(
      phases.map(() => []),
    );
  });
});

describe('the file that is written of a cycle', () => {
  it.each(['spbe-2025', 'evaluasi-2025'])('reads as what it was written from: %s', (code) => {
    const cycle = loadCycle(shipped, code);
    const text = cycleText(cycle.plan, cycle.phases);

    expect(cycleOf(shipped, YamlPart.parse('export.yaml', text))).toEqual(cycle);
  });

  it('of next year can be loaded', () => {
    const copy = nextYear(plan, phases, asked);
    const text = cycleText(copy.plan, copy.phases);

    expect(cycleOf(shipped, YamlPart.parse('export.yaml', text))).toEqual(copy);
  });

  it('of its people reads as who takes part', () => {
    const people = loadPeople(shipped, 'pekalongan');
    const [first, ...others] = people.units;
    const left = { ...people, units: others };
    const some = { ...people, units: [...others, ...(first ? [{ ...first, retired: true }] : [])] };
    const assignments = people.assignments.filter(({ unit }) => unit !== first?.code);

    const read = peopleOf(YamlPart.parse('people.yaml', peopleText({ ...some, assignments })));

    expect(read).toEqual({ ...left, assignments });
  });
});
