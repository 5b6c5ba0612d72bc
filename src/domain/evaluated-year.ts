import type { PhasePlan } from './cycle.js';

/** A cycle evaluates the year in which its first phase opens, even when it reports in the next; null without any. */
export function evaluatedYear(phases: readonly Pick<PhasePlan, 'opens'>[]): number | null {
  const [first] = phases.map(({ opens }) => opens).sort();
  return first === undefined ? null : Number(first.slice(0, 4));
}
