import { hundredthsOf } from '../hundredths.js';
import type { Indicator } from '../scoring.js';
import { effortOf, type Efforts } from './effort.js';

/** How far an indicator can go up from where it stands. */
export interface Climb {
  readonly indicator: Indicator;
  /** Where it stands, in hundredths. */
  readonly from: number;
  /** Of each step. */
  readonly effort: number;
  /** The levels of its steps, in whole numbers from the next one on: 3.5 goes to 4, then to 5. */
  readonly steps: readonly number[];
}

/** How many steps each climb takes, in their order. */
export type Steps = readonly number[];

/** One an indicator, in the instrument's order. */
export function climbsOf(
  indicators: readonly Indicator[],
  levels: readonly string[],
  efforts: Efforts,
): Climb[] {
  return indicators.map((indicator, index) => {
    const from = hundredthsOf(levels[index] ?? '');
    const { effort, highest } = effortOf(efforts, indicator);
    const next = Math.floor(from / 100) + 1;
    const count = Math.max(0, highest - next + 1);
    return { indicator, from, effort, steps: Array.from({ length: count }, (_, i) => next + i) };
  });
}

/** In basis points times hundredths, as the index is counted. */
export function gainOf({ indicator, from, steps }: Climb, taken: number): number {
  const to = steps[taken - 1];
  return to === undefined ? 0 : indicator.weight * (to * 100 - from);
}
