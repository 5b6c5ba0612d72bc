import fc from 'fast-check';
import type { Responsibility } from '../../../src/domain/assessment/dossier.js';
import type { Proposal, Wish } from '../../../src/domain/assessment/propose-assignments.js';
import type { People } from '../../../src/domain/people.js';
import { assessor, everybody, unit } from '../people.js';

const codes = ['BPBD', 'DINKES', 'DISHUB', 'DLH', 'SETDA'];
export function led(indicator: number, lead: string | null): Responsibility {
  return { indicator, lead, supports: [], title: null };
}

/** Small enough to try every plan. */
export const smallCities: fc.Arbitrary<Wish> = fc
  .record({
    retired: fc.array(fc.boolean(), { minLength: 1, maxLength: codes.length }),
    homes: fc.array(fc.constantFrom(null, ...codes), { maxLength: 4 }),
    leads: fc.array(fc.constantFrom(null, ...codes), { maxLength: 12 }),
    pairs: fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(4)), { maxLength: 6, selector: String }),
    perUnit: fc.constantFrom(1 as const, 2 as const),
  })
  .map(({ retired, homes, leads, pairs, perUnit }) => {
    const units = retired.map((isRetired, at) => unit(codes[at] ?? '', { retired: isRetired }));
    const assessors = homes.map((home, at) => assessor(`A${at + 1}`, home));
    const assignments = pairs.flatMap(([who, at]) => {
      const [chosen, of] = [assessors[who], units[at]];
      return chosen && of && chosen.unit !== of.code
        ? [{ assessor: chosen.code, unit: of.code }]
        : [];
    });
    return {
      people: everybody({ units, assessors, assignments }),
      responsibilities: leads.map((lead, at) => led(at + 1, lead)),
      perUnit,
    };
  });

/** What is still wanted of each unit, and who could be chosen for it. */
export function places({ people, perUnit = 1 }: Wish) {
  const { units, assessors, assignments } = people;
  return units
    .filter(({ retired }) => !retired)
    .map(({ code }) => {
      const present = assignments.filter((each) => each.unit === code);
      const able = assessors.filter(
        (each) =>
          each.unit !== code && !present.some((assignment) => assignment.assessor === each.code),
      );
      const wanted = Math.max(0, perUnit - present.length);
      return { unit: code, wanted, able: able.map((each) => each.code) };
    });
}

export function highest({ loads }: Proposal): number {
  return Math.max(0, ...loads.map(({ after }) => after));
}

/** The lowest highest load of all plans there are. */
export function bestOf(wish: Wish, { loads }: Proposal): number {
  const weight = (code: string): number =>
    1 + wish.responsibilities.filter(({ lead }) => lead === code).length;
  const tried = (rest: ReturnType<typeof places>, now: ReadonlyMap<string, number>): number => {
    const [place, ...others] = rest;
    if (!place) return Math.max(0, ...now.values());
    const plans = subsets(place.able, Math.min(place.wanted, place.able.length)).map((chosen) => {
      const next = new Map(now);
      for (const each of chosen) next.set(each, (next.get(each) ?? 0) + weight(place.unit));
      return tried(others, next);
    });
    return Math.min(...plans);
  };
  return tried(places(wish), new Map(loads.map(({ assessor: code, before }) => [code, before])));
}

function subsets(of: readonly string[], size: number): string[][] {
  if (size === 0) return [[]];
  return of.flatMap((each, at) =>
    subsets(of.slice(at + 1), size - 1).map((others) => [each, ...others]),
  );
}

export function shuffled(wish: Wish, order: readonly number[]): Wish {
  const mixed = <T>(list: readonly T[]): T[] =>
    list
      .map((each, at) => ({ each, key: order[at % order.length] ?? 0 }))
      .sort((a, b) => a.key - b.key)
      .map(({ each }) => each);
  const { units, assessors, assignments } = wish.people;
  const people: People = {
    ...wish.people,
    units: mixed(units),
    assessors: mixed(assessors),
    assignments: mixed(assignments),
  };
  return { ...wish, people, responsibilities: mixed(wish.responsibilities) };
}
