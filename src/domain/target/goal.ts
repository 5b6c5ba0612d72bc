import { figureOf } from '../assessment/figures.js';
import type { Levels } from '../cycle.js';
import { parseHundredths, twoDecimals } from '../hundredths.js';
import type { Instrument } from '../scoring.js';

/** `target`, `predikat` for the next one, or an index itself, as the index to reach; null when there is none. */
export function goalIndex(
  instrument: Instrument,
  target: string | null,
  { levels, asked }: { readonly levels: Levels; readonly asked: string },
): string | null {
  if (asked === 'target') return target;
  if (asked === 'predikat') return figureOf(instrument, target, levels).nextPredikat?.from ?? null;
  return indexTyped(asked);
}

/** `3.75`, of what was typed; null when no index can be that. */
export function indexTyped(text: string): string | null {
  const hundredths = parseHundredths(text);
  const isIndex = hundredths !== null && hundredths >= 100 && hundredths <= 500;
  return isIndex ? twoDecimals(hundredths) : null;
}
