import { figureOf, type Figure } from '../assessment/figures.js';
import type { Levels } from '../cycle.js';
import { hundredthsOf } from '../hundredths.js';
import { publishedLevels, type Instrument } from '../scoring.js';
import { contribution } from './contribution.js';

/** One indicator at another level than it stands at. */
export interface Difference {
  readonly indicator: number;
  readonly from: string;
  readonly to: string;
  /** To the index, exactly: `+0.0275`, `-0.0130`. */
  readonly contribution: string;
}

export interface WhatIf {
  readonly before: Figure;
  readonly after: Figure;
  /** In the instrument's order. */
  readonly differences: readonly Difference[];
}

/** What the index would be if some levels were others than in `base`; without a level an indicator has 1 (rule 22). */
export function whatIf(
  instrument: Instrument,
  target: string | null,
  { base, changes }: { readonly base: Levels; readonly changes: Levels },
): WhatIf {
  const standing = publishedLevels(instrument, base);
  const differences = instrument.indicators.flatMap(({ no, weight }, index): Difference[] => {
    const from = standing[index] ?? '1';
    const to = changes[String(no)] ?? from;
    const raised = hundredthsOf(to) - hundredthsOf(from);
    if (raised === 0) return [];
    return [{ indicator: no, from, to, contribution: contribution(weight * raised) }];
  });
  const changed = differences.map(({ indicator, to }) => [String(indicator), to] as const);
  return {
    before: figureOf(instrument, target, base),
    after: figureOf(instrument, target, { ...base, ...Object.fromEntries(changed) }),
    differences,
  };
}
