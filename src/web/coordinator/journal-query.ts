import { dateProblem } from '../../cycle/date-problem.js';
import type { JournalFilter } from '../../cycle/journal-search.store.js';
import { deadlineOf, openingOf } from '../../domain/calendar.js';
import { tableState, type TableQuery, type TableState } from '../parts/table.js';

/** `?tahap=dokumen&opd=DINKES&jenis=answer&siapa=budi&dari=2025-09-01&sampai=2025-09-30&halaman=2` */
export interface JournalQuery extends TableQuery {
  readonly tahap?: unknown;
  readonly opd?: unknown;
  readonly jenis?: unknown;
  readonly siapa?: unknown;
  readonly dari?: unknown;
  readonly sampai?: unknown;
  readonly halaman?: unknown;
}

export const filterKeys = ['tahap', 'opd', 'jenis', 'siapa', 'dari', 'sampai'] as const;
export type FilterKey = (typeof filterKeys)[number];

export type DateProblem = 'no-date' | 'reversed';

export interface JournalWanted {
  readonly state: TableState;
  /** As it was typed; empty: not filtered by. */
  readonly typed: Readonly<Record<FilterKey, string>>;
  readonly filter: JournalFilter;
  readonly problems: Readonly<Partial<Record<'dari' | 'sampai', DateProblem>>>;
  /** From 1. */
  readonly page: number;
}

/** What the address of the journal asks for, in a cycle's zone. */
export function journalWanted(query: JournalQuery, zone: string): JournalWanted {
  const typed = Object.fromEntries(
    filterKeys.map((key) => [key, textIn(query[key])]),
  ) as JournalWanted['typed'];
  const { dari, sampai } = typed;
  const state = tableState({ cari: textIn(query.cari), urut: textIn(query.urut) });
  const problems = problemsOf(dari, sampai);
  const isGood = Object.keys(problems).length === 0;
  const filter = {
    phase: typed.tahap || null,
    unit: typed.opd || null,
    what: typed.jenis || null,
    who: typed.siapa || null,
    from: isGood && dari ? openingOf(dari, zone) : null,
    until: isGood && sampai ? deadlineOf(sampai, zone).at : null,
    text: state.search || null,
  };
  return { state, typed, filter, problems, page: pageIn(query.halaman) };
}

// No text of the database holds a NUL, and it refuses to look for one.
function textIn(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\u0000', '').trim().slice(0, 100) : '';
}

function pageIn(value: unknown): number {
  return typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : 1;
}

function problemsOf(from: string, to: string): JournalWanted['problems'] {
  const isBad = (date: string): boolean => date !== '' && !isDate(date);
  if (isBad(from) || isBad(to)) {
    return { ...(isBad(from) && { dari: 'no-date' }), ...(isBad(to) && { sampai: 'no-date' }) };
  }
  // ISO dates stand in the order of the calendar.
  return from !== '' && to !== '' && to < from ? { sampai: 'reversed' } : {};
}

/** `2025-09-30`, of years that the database knows as well. */
function isDate(text: string): boolean {
  return /^[12]\d{3}-\d\d-\d\d$/.test(text) && dateProblem(text) === null;
}
