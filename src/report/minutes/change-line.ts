import type { TimelineChange } from '../../domain/timeline-version.js';
import { longUntil } from '../../notice/letter/words/dates.js';
import type { Minutes } from './minutes.js';
import { changeWords, fieldWords, words } from './words.js';

const isDate = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/;

/** `Perpanjangan Dinas Kesehatan: Jumat, 12 September 2025 menjadi Rabu, 17 September 2025` */
export function changeLine(
  { what, field, unit, from, to }: TimelineChange,
  { cycle, unitNames }: Minutes,
): string {
  const name = field === null ? changeWords[what] : (fieldWords[field] ?? field);
  const about = [name, unit === null ? null : (unitNames.get(unit) ?? unit)].filter(Boolean);
  const isWhole = field === 'added' || field === 'removed' || (from === null && to === null);
  if (isWhole) return about.join(' ');
  const [before, after] = [from, to].map((side) => sideText(side, cycle.zone));
  return `${about.join(' ')}: ${before ?? ''} ${words.becomes} ${after ?? ''}`;
}

/** Dates as letters write them; the dates of a phase stand as two. */
function sideText(side: string | null, zone: string): string {
  if (side === null || side === '') return '–';
  return side
    .split(' – ')
    .map((part) => (isDate.test(part) ? longUntil(part, zone) : part))
    .join(' s.d. ');
}
