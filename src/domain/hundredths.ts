const pattern = /^(0|[1-9]\d{0,2})(?:\.(\d{1,2}))?$/;

/** `4`, `4.2` or `4.20` as 400 and 420: whole numbers add up exactly. Null when the text is no such figure. */
export function parseHundredths(text: string): number | null {
  const match = pattern.exec(text);
  if (!match) return null;
  const [, whole = '', decimals = ''] = match;
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
}

/** For what has been checked already. */
export function hundredthsOf(text: string): number {
  const hundredths = parseHundredths(text);
  if (hundredths === null) throw new RangeError(`no figure with at most two decimals: ${text}`);
  return hundredths;
}

/** 420 as `4.20`. */
export function twoDecimals(hundredths: number): string {
  const digits = String(hundredths).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A figure in millionths, never negative, exactly: `3.7575`. Four decimals, more only where they are not zero. */
export function fromMillionths(millionths: number): string {
  const digits = String(millionths).padStart(7, '0');
  const decimals = digits.slice(-6).replace(/0{1,2}$/, '');
  return `${digits.slice(0, -6)}.${decimals}`;
}
