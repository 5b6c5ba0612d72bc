import { Temporal } from 'temporal-polyfill';
import type { LocalMoment } from '../domain/calendar.js';

/** The pattern of a date lets 2025-02-30 pass. Null when the calendar has the day. */
export function dateProblem(moment: LocalMoment): string | null {
  const date = moment.slice(0, 10);
  try {
    Temporal.PlainDate.from(date);
    return null;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return `the calendar has no ${date}: correct the month or the day`;
  }
}
