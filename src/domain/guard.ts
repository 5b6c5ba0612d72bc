import type { Facts, Guard, Phase } from './cycle.js';

/** What is missing, as people name it; a guard holds when nothing is. */
const missingFor: Readonly<Record<Guard, (facts: Facts) => string[]>> = {
  'every-unit-has-an-assessor': ({ people }) => {
    const assigned = new Set(people.assignments.map(({ unit }) => unit));
    return people.units
      .filter(({ code, retired }) => !retired && !assigned.has(code))
      .map(({ name }) => name);
  },
};

/** Rule 6: what the phase requires and does not have yet. */
export function missing(phase: Pick<Phase, 'requires'>, facts: Facts): string[] {
  return phase.requires.flatMap((guard) => missingFor[guard](facts));
}
