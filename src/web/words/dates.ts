import { Temporal } from 'temporal-polyfill';
import { deadlineOf, type LocalMoment } from '../../domain/calendar.js';
import * as indonesian from '../../notice/letter/words/dates.js';
import type { Language } from '../language.js';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
export const months = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const;
const longMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Selasa, 30 September 2025 */
export function longDate(date: Temporal.PlainDate, language: Language): string {
  if (language === 'id') return indonesian.longDate(date);
  return `${days[date.dayOfWeek - 1] ?? ''}, ${date.day} ${longMonths[date.month - 1] ?? ''} ${date.year}`;
}

/** September 2025 */
export function longMonth(month: Temporal.PlainYearMonth, language: Language): string {
  const first = longDate(month.toPlainDate({ day: 1 }), language);
  return first.slice(first.indexOf(' 1 ') + 3);
}

/** Selasa */
export function weekday(date: Temporal.PlainDate, language: Language): string {
  const text = longDate(date, language);
  return text.slice(0, text.indexOf(','));
}

/** Selasa, 30 September 2025, of a date; with a time of day as a deadline. */
export function longUntil(moment: LocalMoment, zone: string, language: Language): string {
  if (moment.length > 10) return longDeadline(deadlineOf(moment, zone).at, zone, language);
  return longDate(Temporal.PlainDate.from(moment), language);
}

/** Selasa, 30 September 2025 (7 hari lagi) */
export function dateWithDays(
  date: Temporal.PlainDate,
  daysLeft: number,
  language: Language,
): string {
  return `${longDate(date, language)} (${countdown(daysLeft, language)})`;
}

/** Of a deadline date minus today. */
export function countdown(daysLeft: number, language: Language): string {
  if (language === 'id') return indonesian.countdown(daysLeft);
  if (daysLeft < 0) return daysLeft === -1 ? '1 day late' : `${-daysLeft} days late`;
  if (daysLeft === 0) return 'today';
  return daysLeft === 1 ? 'tomorrow' : `${daysLeft} days left`;
}

/** Senin, 1 September 2025 pukul 08.00 WIB */
export function longMoment(at: Temporal.Instant, zone: string, language: Language): string {
  const text = indonesian.longMoment(at, zone);
  if (language === 'id') return text;
  const local = at.toZonedDateTimeISO(zone);
  return `${longDate(local.toPlainDate(), 'en')}${text.slice(text.indexOf(' pukul ')).replace(' pukul ', ', ')}`;
}

/** Selasa, 30 September 2025 pukul 23.59 WIB, of an exclusive instant: its date is that of the last moment before it. */
export function longDeadline(at: Temporal.Instant, zone: string, language: Language): string {
  const date = at.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(zone).toPlainDate();
  const text = indonesian.longDeadline(at, date, zone);
  if (language === 'id') return text;
  const [, before, time = ''] = /( sebelum)? pukul (.*)$/.exec(text) ?? [];
  return `${longDate(date, 'en')}, ${before ? 'before ' : ''}${time}`;
}
