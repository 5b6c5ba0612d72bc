import type { Cycle } from '../../domain/cycle.js';
import type { CalendarItem } from '../../domain/personal-calendar.js';
import { longDeadline } from '../letter/words/dates.js';

type State = NonNullable<CalendarItem['task']>['state'];

/** What a calendar shows of a task, in one line. */
const summaries: Readonly<Record<State, (matter: string) => string>> = {
  coming: (matter) => `Tenggat: ${matter}`,
  todo: (matter) => `Tenggat: ${matter}`,
  'in-progress': (matter) => `Tenggat: ${matter}`,
  finished: (matter) => `✓ selesai: ${matter}`,
  lapsed: (matter) => `Lewat tenggat: ${matter}`,
  cancelled: (matter) => `Dibatalkan: ${matter}`,
};

const states: Readonly<Record<State, string>> = {
  coming: 'Tahap ini belum dibuka.',
  todo: 'Tugas ini belum selesai.',
  'in-progress': 'Tugas ini belum selesai.',
  finished: 'Tugas ini sudah selesai.',
  lapsed: 'Tugas ini tidak selesai sampai tenggatnya.',
  cancelled: 'Tugas ini bukan lagi tugas Anda.',
};

/** Calendars are Indonesian: a program fetches them, and has no language of its own. */
export function summaryOf({ phase, unit, task, gone }: CalendarItem): string {
  const matter = unit ? `${phase.title} (${unit.name})` : phase.title;
  if (gone) return summaries.cancelled(matter);
  return task ? summaries[task.state](matter) : `Tahap: ${matter}`;
}

export function descriptionOf(
  { task }: CalendarItem,
  { title, zone }: Pick<Cycle, 'title' | 'zone'>,
): string {
  if (!task) return title;
  const { at, date } = task.deadline;
  return [title, `Tenggat: ${longDeadline(at, date, zone)}`, states[task.state]].join('\n');
}
