import type { Temporal } from 'temporal-polyfill';
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
  readonly nasib?: unknown;
}

export interface PlanWanted {
  readonly days: Period;
  readonly which: Choice;
  readonly state: TableState;
  /** What the address has to go on saying. */
  readonly kept: Readonly<Record<string, string>>;
}

const usual = 14;

/** Whatever an address says that no page of ours offers is as if it said nothing. */
export function planWanted(query: PlanQuery): PlanWanted {
  const { hari, nasib } = query;
  const days = hari === 'semua' ? null : (periods.find((each) => String(each) === hari) ?? usual);
  const which = choices.find((each) => each === nasib) ?? 'semua';
  const kept = { hari: days === null ? 'semua' : String(days), nasib: which };
  return { days, which, state: tableState(query), kept };
}

export function wantedOf(
  plan: readonly PlannedSending[],
  { days, which }: PlanWanted,
  now: Temporal.Instant,
): PlannedSending[] {
  const end = days === null ? null : now.add({ hours: 24 * days });
  return plan.filter(
    ({ at, fate }) =>
      (end === null || !isAfter(at, end)) &&
      (which === 'semua' || (which === 'kirim') === (fate === 'goes')),
  );
}
