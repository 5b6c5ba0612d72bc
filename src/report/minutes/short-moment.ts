import type { Temporal } from 'temporal-polyfill';
import { longDeadline, longMoment } from '../../notice/letter/words/dates.js';

const time = / (sebelum )?pukul (.*)$/;

/** `30-09-2025` */
export function figureDate({ day, month, year }: Temporal.PlainDate): string {
  return [twoDigits(day), twoDigits(month), year].join('-');
}

/** `30-09-2025 10.15 WIB`, for a narrow column. */
export function shortMoment(at: Temporal.Instant, zone: string): string {
  const date = at.toZonedDateTimeISO(zone).toPlainDate();
  return `${figureDate(date)} ${timeIn(longMoment(at, zone))}`;
}

/** `30-09-2025 23.59 WIB`, of an exclusive instant; `30-09-2025 sebelum 16.00 WIB` of one in the middle of a day. */
export function shortDeadline(
  at: Temporal.Instant,
  date: Temporal.PlainDate,
  zone: string,
): string {
  return `${figureDate(date)} ${timeIn(longDeadline(at, date, zone))}`;
}

function timeIn(text: string): string {
  const [, before = '', said = ''] = time.exec(text) ?? [];
  return `${before}${said}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
