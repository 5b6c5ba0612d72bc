import { Temporal } from 'temporal-polyfill';
import { localDate } from '../../../domain/calendar.js';
import { isAfter } from '../../../domain/instants.js';
import type { PlannedSending } from '../../../domain/send-plan.js';
import { tableState, type TableQuery, type TableState } from '../../parts/table.js';

/** In days; null: until the cycle is over. */
export const periods = [7, 14, 30, null] as const;
export type Period = (typeof periods)[number];

export const choices = ['semua', 'kirim', 'tidak'] as const;
export type Choice = (typeof choices)[number];

export interface PlanQuery extends TableQuery {
  readonly hari?: unknown;
  readonly tanggal?: unknown;
  readonly nasib?: unknown;
}

export interface PlanWanted {
  readonly days: Period;
  /** Only that day, whatever the period. */
  readonly date: Temporal.PlainDate | null;
  readonly which: Choice;
  readonly state: TableState;
  /** What the address has to go on saying. */
  readonly kept: Readonly<Record<string, string>>;
}

const usual = 14;

/** Whatever an address says that no page of ours offers is as if it said nothing. */
export function planWanted(query: PlanQuery): PlanWanted {
  const { hari, nasib, tanggal } = query;
  const days = hari === 'semua' ? null : (periods.find((each) => String(each) === hari) ?? usual);
  const which = choices.find((each) => each === nasib) ?? 'semua';
  const date = typeof tanggal === 'string' ? dateIn(tanggal) : null;
  const kept = {
    hari: days === null ? 'semua' : String(days),
    nasib: which,
    tanggal: date?.toString() ?? '',
  };
  return { days, date, which, state: tableState(query), kept };
}

/** Null for what is no date. */
function dateIn(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return null;
  }
}

export function wantedOf(
  plan: readonly PlannedSending[],
  { days, date, which }: PlanWanted,
  { now, zone }: { readonly now: Temporal.Instant; readonly zone: string },
): PlannedSending[] {
  const end = days === null ? null : now.add({ hours: 24 * days });
  const isThen = (at: Temporal.Instant): boolean =>
    date ? localDate(at, zone).equals(date) : end === null || !isAfter(at, end);
  return plan.filter(
    ({ at, fate }) =>
      isThen(at) && (which === 'semua' || (which === 'kirim') === (fate === 'goes')),
  );
}
