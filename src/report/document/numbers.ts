import { twoDecimals } from '../../domain/hundredths.js';

/** 3.76 as the office writes it: 3,76. */
export function figure(text: string): string {
  return text.replace('.', ',');
}

/** Basis points as percent: 130 is `1,30`. */
export function percent(weight: number): string {
  return figure(twoDecimals(weight));
}

/** Millionths as a share of the index: 39,000 is `0,0390`; more decimals only where they are not zero. */
export function points(millionths: number): string {
  const digits = String(millionths).padStart(7, '0');
  const decimals = digits.slice(-6).replace(/0{1,2}$/, '');
  return `${digits.slice(0, -6)},${decimals}`;
}

/** The same where it is read, not added up: three decimals at the most. */
export function roughly(millionths: number): string {
  return figure((Math.round(millionths / 1000) / 1000).toFixed(3));
}

/** `+0.14` as `naik 0,14`. */
export function movement(change: string): string {
  if (/^.0\.00$/.test(change)) return 'tetap';
  return `${change.startsWith('-') ? 'turun' : 'naik'} ${figure(change.slice(1))}`;
}

/** From one figure of two decimals to another, `+0.14`. */
export function changeOf(before: string, now: string): string {
  const change = Math.round(Number(now) * 100) - Math.round(Number(before) * 100);
  return `${change < 0 ? '-' : '+'}${twoDecimals(Math.abs(change))}`;
}
