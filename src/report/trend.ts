import { hundredthsOf, twoDecimals } from '../domain/hundredths.js';
import { predikatOf, type Instrument } from '../domain/scoring.js';

/** The published index of one year. */
export interface YearResult {
  readonly year: number;
  readonly instrument: Pick<Instrument, 'code' | 'title' | 'predikat'> &
    Partial<Pick<Instrument, 'indicators'>>;
  /** Two decimals. */
  readonly index: string;
}

export interface TrendYear extends YearResult {
  readonly predikat: string;
  /** Since the result before, `+0.14`; null for the first one, and where the instrument changed. */
  readonly change: string | null;
  /** Another instrument than before measured it: the two indices cannot be compared. */
  readonly breaks: boolean;
}

/** In the order of the years; of two results of one year the later one in the list counts. */
export function trendOf<Year extends YearResult>(results: readonly Year[]): (Year & TrendYear)[] {
  const byYear = new Map(results.map((result) => [result.year, result]));
  const years = [...byYear.values()].sort((a, b) => a.year - b.year);
  return years.map((result, at) => {
    const before = years[at - 1];
    const breaks = before !== undefined && !isSameMeasure(before, result);
    return {
      ...result,
      predikat: predikatOf(result.instrument, result.index),
      change: before && !breaks ? changeOf(before.index, result.index) : null,
      breaks,
    };
  });
}

/** An instrument whose weights were corrected measures something else, whatever it is called. */
function isSameMeasure({ instrument: a }: YearResult, { instrument: b }: YearResult): boolean {
  return a.code === b.code && weightsOf(a) === weightsOf(b);
}

function weightsOf({ indicators = [] }: YearResult['instrument']): string {
  return indicators.map(({ no, weight, aspect }) => `${no} ${weight} ${aspect}`).join('; ');
}

/** `+0.14` */
export function changeOf(from: string, to: string): string {
  const change = hundredthsOf(to) - hundredthsOf(from);
  return `${change < 0 ? '-' : '+'}${twoDecimals(Math.abs(change))}`;
}
