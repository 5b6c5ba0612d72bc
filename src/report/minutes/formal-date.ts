import type { Temporal } from 'temporal-polyfill';
import { longDate, plainDate } from '../../notice/letter/words/dates.js';
import { numberWords } from './number-words.js';
import { figureDate } from './short-moment.js';

/** `Selasa tanggal tiga puluh bulan September tahun dua ribu dua puluh lima (30-09-2025)` */
export function formalDate(date: Temporal.PlainDate): string {
  const { day, year } = date;
  const [weekday = ''] = longDate(date).split(',');
  const [, monthName = ''] = plainDate(date).split(' ');
  return `${weekday} tanggal ${numberWords(day)} bulan ${monthName} tahun ${numberWords(year)} (${figureDate(date)})`;
}
