/** To tenths: finer than any screen or printer draws, and the same picture on every machine. */
export function tenths(number: number): number {
  return Math.round(number * 10) / 10;
}
