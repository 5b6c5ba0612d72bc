import type { Temporal } from 'temporal-polyfill';
import { deadlineOf, type LocalMoment } from '../../../domain/calendar.js';
import { remembered } from '../../../domain/remembered.js';

// Own tables: what Intl prints changes with the machine's ICU, and a repeated mail must not.
const days = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'] as const;
const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

const zoneNames: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Ujung_Pandang': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** Selasa, 30 September 2025 */
export function longDate(date: Temporal.PlainDate): string {
  return `${days[date.dayOfWeek - 1] ?? ''}, ${plainDate(date)}`;
}

/** 30 September 2025 */
export function plainDate({ day, month, year }: Temporal.PlainDate): string {
  return `${day} ${months[month - 1] ?? ''} ${year}`;
}

/**
 * Deadlines are exclusive. One that ends its day is over at midnight, and people call that 23.59; one at
 * a time of day is `sebelum pukul 16.00 WIB`.
 */
export const longDeadline = remembered(
  (deadline: Temporal.Instant, date: Temporal.PlainDate, zone: string) =>
    `${deadline.epochMilliseconds} ${date.toString()} ${zone}`,
  (deadline, date, zone) => {
    const endsDay = deadlineOf(date.toString(), zone).at.equals(deadline);
    const shown = (endsDay ? deadline.subtract({ minutes: 1 }) : deadline).toZonedDateTimeISO(zone);
    const time = `${twoDigits(shown.hour)}.${twoDigits(shown.minute)} ${zoneName(shown)}`;
    return `${longDate(date)} ${endsDay ? 'pukul' : 'sebelum pukul'} ${time}`;
  },
);

/** Selasa, 7 Oktober 2025; with a time of day, Selasa, 7 Oktober 2025 sebelum pukul 16.00 WIB */
export function longUntil(moment: LocalMoment, zone: string): string {
  const { at, date } = deadlineOf(moment, zone);
  return moment.length > 10 ? longDeadline(at, date, zone) : longDate(date);
}

/** Senin, 1 September 2025 pukul 08.00 WIB */
export function longMoment(at: Temporal.Instant, zone: string): string {
  const local = at.toZonedDateTimeISO(zone);
  const time = `${twoDigits(local.hour)}.${twoDigits(local.minute)} ${zoneName(local)}`;
  return `${longDate(local.toPlainDate())} pukul ${time}`;
}

/** Of a deadline date minus today. */
export function countdown(daysLeft: number): string {
  if (daysLeft < 0) return `terlambat ${-daysLeft} hari`;
  if (daysLeft === 0) return 'hari ini';
  return daysLeft === 1 ? 'besok' : `${daysLeft} hari lagi`;
}

/** WIB, WITA, WIT; elsewhere the short name that Indonesian has for it, `GMT+2`, `GMT+5:30`. */
function zoneName({ timeZoneId, offsetNanoseconds }: Temporal.ZonedDateTime): string {
  const known = zoneNames[timeZoneId];
  if (known) return known;
  const minutes = Math.abs(Math.round(offsetNanoseconds / 60e9));
  if (minutes === 0) return 'GMT';
  const rest = minutes % 60 ? `:${twoDigits(minutes % 60)}` : '';
  return `GMT${offsetNanoseconds < 0 ? '-' : '+'}${Math.floor(minutes / 60)}${rest}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
