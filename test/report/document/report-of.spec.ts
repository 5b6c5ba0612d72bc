import { describe, expect, it } from '@jest/globals';
import { score } from '../../../src/domain/scoring.js';
import { reportOf } from '../../../src/report/document/report-of.js';
import { wayUp } from '../../../src/report/document/way-up.js';
import { basis, pemdi, report, spbe, usual, type Verified } from './a-report.js';

const levelsOf = (verified: Verified): string[] =>
  spbe.indicators.map(({ no }) => verified(no) ?? '1');

describe('a report', () => {
  it('has a line for every indicator, whose contributions come to the index', () => {
    const { indicators, result } = report();

    const sum = indicators.reduce((total, { contribution }) => total + contribution, 0);
    expect(indicators).toHaveLength(47);
    expect(result.index).toBe(score(spbe, levelsOf(usual)).index);
    expect(sum).toBe(Math.round(Number(result.exact) * 1_000_000));
  });

  it('counts what nobody has verified as level 1', () => {
    const [, second, ...rest] = report().indicators;

    expect(second).toMatchObject({ claimed: '5', verified: '4', counted: '4', lost: 13_000 });
    expect(rest[5]).toMatchObject({ no: 8, claimed: '2', verified: null, counted: '1' });
  });

  it('is the same as JSON, for that is how it is kept', () => {
    const made = report();

    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  });

  it('names nobody who has assessed', () => {
    const text = JSON.stringify(report());

    expect(text).not.toContain('a1@asesor.test');
    expect(text).not.toContain('A1#1');
  });

  it('tells what each unit had to do with it', () => {
    const [first] = report().units;

    expect(first).toEqual({
      name: 'Dinas Komunikasi dan Informatika',
      ...{ leads: 7, answered: 7, supports: 47, evidence: 6, verified: 6 },
    });
  });

  it('has no invisible marks that would turn a line around', () => {
    const given = basis();
    const [first, ...others] = given.facts.people.units;
    if (!first) throw new Error('there is a unit');
    const named = [{ ...first, name: 'Dinas\u202e gnay\nLain' }, ...others];
    const people = { ...given.facts.people, units: named };

    const { units } = reportOf({ ...given, facts: { ...given.facts, people } });

    expect(units[0]?.name).toBe('Dinas gnay Lain');
  });

  it('has no domains of an instrument without any', () => {
    const { domains, aspects } = report(pemdi, () => '2.25');

    expect(domains).toEqual([]);
    expect(aspects.map(({ verified }) => verified)).toEqual(aspects.map(() => '2.25'));
  });
});

describe('the way to the next predikat', () => {
  it('raises as few levels as are needed', () => {
    const levels = levelsOf(usual);
    const way = wayUp(spbe, levels);
    const raised = (raises: readonly number[]): string =>
      score(
        spbe,
        levels.map((level, at) =>
          String(Number(level) + raises.filter((no) => no === at + 1).length),
        ),
      ).predikat;

    expect(way?.raises.length).toBeGreaterThan(1);
    expect(raised(way?.raises ?? [])).toBe(way?.predikat);
    expect(raised(way?.raises.slice(0, -1) ?? [])).toBe(score(spbe, levels).predikat);
  });

  it('raises some by more than one level when that takes fewer', () => {
    const way = wayUp(
      { ...spbe, predikat: threeSteps },
      levelsOf(() => '1'),
    );

    expect(way).toMatchObject({ index: '3.02', predikat: 'Atas' });
    expect(way?.raises).toHaveLength(72);
  });

  it('is none from the highest on', () => {
    expect(
      wayUp(
        spbe,
        levelsOf(() => '5'),
      ),
    ).toBeNull();
  });
});

const threeSteps = [
  { name: 'Atas', from: '3.01' },
  { name: 'Bawah', from: '1.00' },
];
