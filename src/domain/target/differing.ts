import { hundredthsOf } from '../hundredths.js';
import type { Levels } from '../cycle.js';
import { publishedLevels, type Instrument } from '../scoring.js';

/** How many can be seen side by side. */
export const compared = { fewest: 2, most: 4 };

/** Levels that were tried out, from where they stood. */
export interface Tried {
  readonly standing: Levels;
  readonly changes: Levels;
}

/** An indicator that does not end at the same level in all that is compared. */
export interface Differing {
  readonly indicator: number;
  /** In the order of what is compared. */
  readonly levels: readonly { readonly from: string; readonly to: string }[];
}

/** In the instrument's order. */
export function differing(instrument: Instrument, tried: readonly Tried[]): Differing[] {
  const all = tried.map(({ standing, changes }) => ({
    from: publishedLevels(instrument, standing),
    to: publishedLevels(instrument, { ...standing, ...changes }),
  }));
  return instrument.indicators.flatMap(({ no }, index) => {
    const levels = all.map(({ from, to }) => ({ from: from[index] ?? '1', to: to[index] ?? '1' }));
    const ends = new Set(levels.map(({ to }) => hundredthsOf(to)));
    return ends.size < 2 ? [] : [{ indicator: no, levels }];
  });
}
