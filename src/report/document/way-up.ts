import { nextPredikat, score, type Instrument } from '../../domain/scoring.js';
import { waysToTarget } from '../../domain/target/ways-to-target.js';
import type { WayUp } from './report.js';

/**
 * The fewest levels to raise until the next predikat is reached, by the same rule as the coordinators' page
 * of ways, except that every level takes the same effort. Null when there is no next one, or no way to it.
 */
export function wayUp(instrument: Instrument, levels: readonly string[]): WayUp | null {
  const goal = nextPredikat(instrument, score(instrument, levels).index);
  if (!goal) return null;
  const found = waysToTarget(instrument, { levels, goal: goal.from, efforts: {}, leads: {} });
  const [way] = found.state === 'possible' ? found.ways : [];
  if (!way) return null;
  const { index, predikat } = way.score;
  // With one a level, its effort is how many levels an indicator goes up.
  const raises = way.raises.flatMap(({ indicator, effort }) =>
    Array<number>(effort).fill(indicator),
  );
  return { raises, index, predikat };
}
