import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { proposeAssignments } from '../../../src/domain/assessment/propose-assignments.js';
import type { Assignment } from '../../../src/domain/people.js';
import { loadPeople } from '../../../src/people/people-file.js';
import { shipped } from '../../config/office.js';
import { assessor, everybody, unit } from '../people.js';
import { bestOf, highest, led, places, shuffled, smallCities } from './small-cities.js';

const nobodyYet = everybody({ assignments: [] });

describe('a proposal of assessors', () => {
  it('gives each unit one, never its own people', () => {
    const proposal = proposeAssignments({ people: nobodyYet, responsibilities: [] });

    expect(proposal).toEqual({
      assignments: [
        { assessor: 'A1', unit: 'DINKES' },
        { assessor: 'A2', unit: 'DLH' },
      ],
      loads: [
        { assessor: 'A1', before: 0, after: 1 },
        { assessor: 'A2', before: 0, after: 1 },
        { assessor: 'A3', before: 0, after: 0 },
      ],
      left: [],
    });
  });

  it('counts what a unit leads, and what was assigned before', () => {
    const people = everybody({
      units: [unit('DINKES'), unit('DLH'), unit('DISHUB')],
      assessors: [assessor('A1', null), assessor('A2', null)],
      assignments: [{ assessor: 'A1', unit: 'DINKES' }],
    });
    const responsibilities = [led(1, 'DINKES'), led(2, 'DINKES'), led(3, 'DLH'), led(4, null)];

    const proposal = proposeAssignments({ people, responsibilities });

    expect(proposal).toEqual({
      assignments: [
        { assessor: 'A2', unit: 'DISHUB' },
        { assessor: 'A2', unit: 'DLH' },
      ],
      loads: [
        { assessor: 'A1', before: 3, after: 3 },
        { assessor: 'A2', before: 0, after: 3 },
      ],
      left: [],
    });
  });

  it('adds a second one where two are wished for', () => {
    const people = everybody({ assignments: [{ assessor: 'A1', unit: 'DINKES' }] });

    const { assignments, left } = proposeAssignments({ people, responsibilities: [], perUnit: 2 });

    expect(assignments).toEqual([
      { assessor: 'A3', unit: 'DINKES' },
      { assessor: 'A2', unit: 'DLH' },
      { assessor: 'A3', unit: 'DLH' },
    ]);
    expect(left).toEqual([]);
  });

  it('leaves retired units alone, and counts them no more', () => {
    const people = everybody({
      units: [unit('DINKES', { retired: true }), unit('DLH')],
      assessors: [assessor('A1', null)],
      assignments: [{ assessor: 'A1', unit: 'DINKES' }],
    });

    expect(proposeAssignments({ people, responsibilities: [led(1, 'DINKES')] })).toEqual({
      assignments: [{ assessor: 'A1', unit: 'DLH' }],
      loads: [{ assessor: 'A1', before: 0, after: 1 }],
      left: [],
    });
  });

  it.each([
    { assessors: [], why: 'no_assessors', missing: 2 },
    { assessors: [assessor('A1', 'DLH')], why: 'conflict_of_interest', missing: 2 },
    { assessors: [assessor('A1', null)], why: 'too_few_assessors', missing: 1 },
  ])('names a unit that is left: $why', ({ assessors, why, missing }) => {
    const people = everybody({ units: [unit('DLH')], assessors, assignments: [] });

    const { left } = proposeAssignments({ people, responsibilities: [], perUnit: 2 });

    expect(left).toEqual([{ unit: 'DLH', missing, why }]);
  });

  it('shares the city of the example out evenly', () => {
    const people = { ...loadPeople(shipped, 'pekalongan'), assignments: [] };

    const { loads, left } = proposeAssignments({ people, responsibilities: [] });

    expect(new Set(loads.map(({ after }) => after))).toEqual(new Set([5]));
    expect(left).toEqual([]);
  });
});

describe('whatever the city', () => {
  it('nobody is proposed for the home unit, nor twice for one unit', () => {
    fc.assert(
      fc.property(smallCities, (wish) => {
        const { assignments } = proposeAssignments(wish);
        const { people } = wish;

        const all = [...people.assignments, ...assignments];
        const pairs = all.map((each) => `${each.assessor} ${each.unit}`);
        expect(new Set(pairs).size).toBe(pairs.length);
        const isHome = (each: Assignment): boolean =>
          people.assessors.some(({ code, unit: at }) => code === each.assessor && at === each.unit);
        expect(assignments.filter(isHome)).toEqual([]);
      }),
    );
  });

  it('each active unit gets as many as it wants and can have, and the others are named', () => {
    fc.assert(
      fc.property(smallCities, (wish) => {
        const { assignments, left } = proposeAssignments(wish);

        for (const { unit: code, wanted, able } of places(wish)) {
          const got = assignments.filter((each) => each.unit === code).length;
          const missing = left.find((each) => each.unit === code)?.missing ?? 0;
          expect([got, missing]).toEqual([
            Math.min(wanted, able.length),
            wanted - Math.min(wanted, able.length),
          ]);
        }
      }),
    );
  });

  it('the highest load is at most 1 + (m - 1) / e times that of the best plan', () => {
    fc.assert(
      fc.property(smallCities, (wish) => {
        const proposal = proposeAssignments(wish);

        const choices = places(wish).flatMap(({ wanted, able }) =>
          able.slice(0, wanted).map((_, taken) => able.length - taken),
        );
        const bound = 1 + (wish.people.assessors.length - 1) / Math.min(Infinity, ...choices);
        expect(highest(proposal)).toBeLessThanOrEqual(bound * bestOf(wish, proposal) + 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same in any order of the lists, and changes none of them', () => {
    fc.assert(
      fc.property(smallCities, fc.array(fc.nat(9), { minLength: 1 }), (wish, order) => {
        const before = structuredClone(wish);

        const proposal = proposeAssignments(wish);

        expect(proposeAssignments(shuffled(wish, order))).toEqual(proposal);
        expect(wish).toEqual(before);
      }),
    );
  });

  it('what was taken leaves nothing more to propose', () => {
    fc.assert(
      fc.property(smallCities, (wish) => {
        const { assignments, left } = proposeAssignments(wish);
        const taken = [...wish.people.assignments, ...assignments];

        const again = proposeAssignments({
          ...wish,
          people: { ...wish.people, assignments: taken },
        });

        expect([again.assignments, again.left]).toEqual([[], left]);
      }),
    );
  });
});
