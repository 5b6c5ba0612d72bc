import type { Temporal } from 'temporal-polyfill';
import type { LocalMoment } from '../calendar.js';
import type { Levels } from '../cycle.js';
import type { Assessor, Person, Unit } from '../people.js';

/** What people do to a running cycle. */
export type Command =
  | FinishTask
  | ReschedulePhase
  | ExtendTask
  | SetReminders
  | SetHolidays
  | { readonly do: 'override'; readonly phase: string; readonly reason: string }
  | { readonly do: 'pause' }
  | { readonly do: 'resume' }
  | { readonly do: 'activate' }
  | { readonly do: 'addUnit'; readonly unit: Omit<Unit, 'retired'> }
  | { readonly do: 'retireUnit'; readonly unit: string }
  | ReplaceAdmins
  | ChangeUnit
  | { readonly do: 'putAssessor'; readonly assessor: Omit<Assessor, 'retired'> }
  | { readonly do: 'retireAssessor'; readonly assessor: string }
  | { readonly do: 'replaceCoordinators'; readonly coordinators: readonly Person[] }
  | ChooseUnits
  | { readonly do: 'assign'; readonly assessor: string; readonly unit: string }
  | { readonly do: 'unassign'; readonly assessor: string; readonly unit: string }
  | { readonly do: 'reassign'; readonly unit: string; readonly from: string; readonly to: string };

export interface FinishTask {
  readonly do: 'finish';
  readonly phase: string;
  /** None for the shared tasks of the coordinators. */
  readonly unit: string | null;
  /** Of a review; none means every review of the unit that is not finished. */
  readonly assessor: string | null;
  readonly levels: Levels;
  readonly findings: readonly number[];
  /** When the request came in, which is what decides whether it is in time (rule 8). */
  readonly acceptedAt: Temporal.Instant;
  /** The index to publish, when the task is the report's. */
  readonly result: PublishedResult | null;
}

export interface ReschedulePhase {
  readonly do: 'reschedule';
  readonly phase: string;
  readonly opens: LocalMoment | null;
  readonly closes: LocalMoment | null;
}

export interface ExtendTask {
  readonly do: 'extend';
  readonly phase: string;
  /** None for the shared tasks of the coordinators. */
  readonly unit: string | null;
  readonly closes: LocalMoment;
  readonly reason: string;
}

export interface SetReminders {
  readonly do: 'setReminders';
  readonly phase: string;
  /** Offsets, `H-7`. */
  readonly reminders: readonly string[];
}

export interface SetHolidays {
  readonly do: 'setHolidays';
  /** ISO dates, all of them. */
  readonly holidays: readonly string[];
  /** Whether days of joint leave are among them; null when that is as it was. */
  readonly jointLeave: boolean | null;
  /** The number of the decree that names them. */
  readonly decree: string | null;
}

export interface ReplaceAdmins {
  readonly do: 'replaceAdmins';
  readonly unit: string;
  readonly admins: readonly Person[];
}

export interface ChangeUnit extends Pick<Unit, 'name' | 'head'> {
  readonly do: 'changeUnit';
  readonly unit: string;
  /** Without it, they stay. */
  readonly secretary?: Person | null;
}

export interface ChooseUnits {
  readonly do: 'chooseUnits';
  readonly phase: string;
  /** Null: all of them. */
  readonly units: readonly string[] | null;
}

export interface PublishedResult {
  /** Two decimals. */
  readonly index: string;
  readonly predikat: string;
  readonly target: string | null;
}
