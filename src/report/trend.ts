import type { Phase } from '../domain/cycle.js';
import { hundredthsOf, twoDecimals } from '../domain/hundredths.js';
import { predikatOf, type Instrument } from '../domain/scoring.js';

/** The published index of one year. */
export interface YearResult {
  readonly year: number;
  readonly instrument: Pick<Instrument, 'code' | 'title' | 'predikat'>;
  /** Two decimals. */
  readonly index: string;
}

/** A cycle evaluates the year in which its first phase opens, even when it reports in the next. */
export function evaluatedYear(phases: readonly Pick<Phase, 'opens'>[]): number | null {
  const [first] = phases.map(({ opens }) => opens).sort();
  return first === undefined ? null : Number(first.slice(0, 4));
}

export interface TrendYear extends YearResult {
  readonly predikat: string;
  /** Since the result before, `+0.14`; null for the first one, and where the instrument changed. */
  readonly change: string | null;
  /** Another instrument than before measured it: the two indices cannot be compared. */
  readonly breaks: boolean;
}

/** In the order of the years; of two results of one year the later one in the list counts. */
export function trendOf(results: readonly YearResult[]): TrendYear[] {
  const byYear = new Map(results.map((result) => [result.year, result]));
  const years = [...byYear.values()].sort((a, b) => a.year - b.year);
  return years.map((result, at) => {
    const before = years[at - 1];
    const breaks = before !== undefined && before.instrument.code !== result.instrument.code;
    return {
      ...result,
      predikat: predikatOf(result.instrument, result.index),
      change: before && !breaks ? changeOf(before.index, result.index) : null,
      breaks,
    };
  });
}

function changeOf(from: string, to: string): string {
  const change = hundredthsOf(to) - hundredthsOf(from);
  return `${change < 0 ? '-' : '+'}${twoDecimals(Math.abs(change))}`;
}
