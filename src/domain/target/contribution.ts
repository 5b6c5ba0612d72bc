/**
 * What a difference of weight times level is in points of the index, exactly: `+0.0275`. Basis points times
 * hundredths are millionths; four decimals, more only where they are not zero.
 */
export function contribution(millionths: number): string {
  const digits = String(Math.abs(millionths)).padStart(7, '0');
  const decimals = digits.slice(-6).replace(/0{1,2}$/, '');
  return `${millionths < 0 ? '-' : '+'}${digits.slice(0, -6)}.${decimals}`;
}
