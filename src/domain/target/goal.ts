import { figureOf } from '../assessment/figures.js';
import type { Levels } from '../cycle.js';
import { parseIndex, type Instrument } from '../scoring.js';

/** `target`, `predikat` for the next one, or an index itself, as the index to reach; null when there is none. */
export function goalIndex(
  instrument: Instrument,
  target: string | null,
  { levels, asked }: { readonly levels: Levels; readonly asked: string },
): string | null {
  if (asked === 'target') return target;
  if (asked === 'predikat') return figureOf(instrument, target, levels).nextPredikat?.from ?? null;
  return parseIndex(asked);
}
