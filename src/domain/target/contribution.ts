import { fromMillionths } from '../hundredths.js';

/** What a difference of weight times level is in points of the index, exactly: `+0.0275`. */
export function contribution(millionths: number): string {
  return `${millionths < 0 ? '-' : '+'}${fromMillionths(Math.abs(millionths))}`;
}
