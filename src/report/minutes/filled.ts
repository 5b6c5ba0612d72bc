import { Temporal } from 'temporal-polyfill';
import type { Filled } from './minutes.js';

/** As somebody typed it; what is empty is left to be written by hand. */
export interface TypedMinutes {
  readonly number: string;
  /** `2025-09-30` */
  readonly date: string;
  readonly place: string;
}

/** What is wrong with the date: it is none, or the phase was not over yet. */
export type DateFlaw = 'no_date' | 'too_early';

export const blank: TypedMinutes = { number: '', date: '', place: '' };

/** @returns what is wrong, when something is */
export function filledIn(
  { number, date, place }: TypedMinutes,
  closedOn: Temporal.PlainDate,
): Filled | DateFlaw {
  const said = { number: number.trim(), place: place.trim() };
  if (date.trim() === '') return { ...said, date: null };
  const day = dateIn(date.trim());
  if (day === null) return 'no_date';
  return Temporal.PlainDate.compare(day, closedOn) < 0 ? 'too_early' : { ...said, date: day };
}

function dateIn(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}
