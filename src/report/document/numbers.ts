import { fromMillionths, twoDecimals } from '../../domain/hundredths.js';
import { comma } from '../../notice/letter/words/result.js';

/** Basis points as percent: 130 is `1,30`. */
export function percent(weight: number): string {
  return comma(twoDecimals(weight));
}

/** Millionths as a share of the index: 39,000 is `0,0390`; more decimals only where they are not zero. */
export function points(millionths: number): string {
  return comma(fromMillionths(millionths));
}

/** The same where it is read, not added up: three decimals at the most. */
export function roughly(millionths: number): string {
  return comma((Math.round(millionths / 1000) / 1000).toFixed(3));
}

/** `+0.14` as `naik 0,14`. */
export function movement(change: string): string {
  if (/^.0\.00$/.test(change)) return 'tetap';
  return `${change.startsWith('-') ? 'turun' : 'naik'} ${comma(change.slice(1))}`;
}
