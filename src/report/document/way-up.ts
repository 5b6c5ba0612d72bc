import { hundredthsOf } from '../../domain/hundredths.js';
import { nextPredikat, score, type Instrument } from '../../domain/scoring.js';
import type { WayUp } from './report.js';

const [step, highest] = [100, 500];

/**
 * The fewest indicators to raise by one level until the next predikat is reached: the heaviest first, of
 * those that weigh the same the lowest, and nothing twice while another one is left.
 */
export function wayUp(instrument: Instrument, levels: readonly string[]): WayUp | null {
  const goal = nextPredikat(instrument, score(instrument, levels).index);
  if (!goal) return null;
  const reached = levels.map(hundredthsOf);
  const raises: number[] = [];
  for (;;) {
    const next = heaviest(instrument, reached, raises);
    if (next === null) return null;
    reached[next] = Math.min(highest, (reached[next] ?? 0) + step);
    raises.push(instrument.indicators[next]?.no ?? 0);
    const { index, predikat } = score(instrument, reached.map(inLevels));
    if (hundredthsOf(index) >= hundredthsOf(goal.from)) return { raises, index, predikat };
  }
}

function heaviest(
  { indicators }: Instrument,
  reached: readonly number[],
  raises: readonly number[],
): number | null {
  const level = (at: number): number => reached[at] ?? highest;
  const times = (at: number): number => raises.filter((no) => no === indicators[at]?.no).length;
  const weight = (at: number): number => indicators[at]?.weight ?? 0;
  const [first] = [...indicators.keys()]
    .filter((at) => level(at) < highest)
    .sort((a, b) => times(a) - times(b) || weight(b) - weight(a) || level(a) - level(b) || a - b);
  return first ?? null;
}

function inLevels(hundredths: number): string {
  return String(hundredths / 100);
}
