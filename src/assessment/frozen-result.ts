import type { Figures } from '../domain/assessment/figures.js';
import type { Verified } from '../domain/assessment/verified.js';
import type { Head } from '../domain/journal-chain.js';
import type { Levels } from '../domain/cycle.js';
import { publishedLevels, score, type Instrument, type Score } from '../domain/scoring.js';

/** A result as it was published: what it is, and all that it was computed from. */
export interface FrozenResult {
  readonly instrument: Instrument;
  readonly target: string | null;
  /** The verified ones; an indicator without one counts as level 1 (rule 22). */
  readonly levels: Levels;
  readonly published: Score;
  readonly figures: Figures;
  /** Which review each verified level comes from. */
  readonly reviews: readonly Pick<Verified, 'indicator' | 'phase' | 'level'>[];
  /** How long the journal was before the publication, and the hash that its chain ended with. */
  readonly journal: Head;
}

/** Computed anew from what is frozen with it; differs only when somebody has changed the row. */
export function recomputed({
  instrument,
  levels,
}: Pick<FrozenResult, 'instrument' | 'levels'>): Score {
  return score(instrument, publishedLevels(instrument, levels));
}
