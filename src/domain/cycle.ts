import type { Temporal } from 'temporal-polyfill';
import type { LocalMoment } from './calendar.js';
import type { Rung } from './escalation.js';
import type { CycleState, PhaseState, TaskState } from './machines.js';
import type { People } from './people.js';

export const phaseKinds = [
  'assignment',
  'briefing',
  'self-assessment',
  'review',
  'revision',
  'report',
] as const;
export type PhaseKind = (typeof phaseKinds)[number];

/** What a phase can require before it opens (rule 6). */
export const guards = ['every-unit-has-an-assessor'] as const;
export type Guard = (typeof guards)[number];

/** A cycle as its file describes it, without its phases. */
export interface CyclePlan {
  readonly code: string;
  readonly title: string;
  /** IANA name. */
  readonly zone: string;
  /** `hh:mm`, local. */
  readonly sendAt: string;
  readonly instrument: string;
  /** The index that the city wants to reach, `4.00`. */
  readonly target: string | null;
  /** ISO dates. */
  readonly holidays: readonly string[];
  /** Whether days of joint leave (cuti bersama) are among them, when they are taken from a decree. */
  readonly jointLeave: boolean;
  /** Overdue notices from this offset on are copied to the head of the unit; `H+n`. */
  readonly escalateFrom: string | null;
  /** Instead of it: who learns that a unit stays late, and when; none when empty. */
  readonly escalation: readonly Rung[];
  /** What came before, which the trend over the years is drawn from; one a year. */
  readonly history: readonly Earlier[];
}

/** The result of an earlier year: of another cycle in this database, or as it was published elsewhere. */
export type Earlier =
  | { readonly year: number; readonly cycle: string }
  | { readonly year: number; readonly instrument: string; readonly index: string };

export interface PhasePlan {
  readonly code: string;
  readonly title: string;
  readonly kind: PhaseKind;
  readonly opens: LocalMoment;
  readonly closes: LocalMoment;
  readonly reminders: readonly string[];
  readonly requires: readonly Guard[];
  /** Only these have tasks in it, such as those that are visited; null: everybody whom its kind names. */
  readonly units: readonly string[] | null;
}

export interface Cycle extends CyclePlan {
  readonly state: CycleState;
  /** How often its timeline was ordered anew; 1 when it is activated. */
  readonly version: number;
  /** By which its notices went before its holidays or its hour changed, the oldest first. */
  readonly earlierCalendars: readonly ReplacedCalendar[];
}

export interface ReplacedCalendar extends Pick<CyclePlan, 'sendAt' | 'holidays'> {
  /** An instant, as JSON keeps it. */
  readonly until: string;
}

/** In a cycle, phases stand in the order of the file. */
export interface Phase extends PhasePlan {
  readonly state: PhaseState;
  readonly openedAt: Temporal.Instant | null;
}

/** Finished self-assessments carry claims, finished reviews verified levels: indicator number to level. */
export type Levels = Readonly<Record<string, string>>;

export interface Task {
  /** Unique in the cycle and readable: phase, unit, assessor, and how many times that task was made. */
  readonly id: string;
  readonly phase: string;
  readonly unit: string | null;
  readonly assessor: string | null;
  readonly state: TaskState;
  readonly deadline: Temporal.Instant;
  /** The last local date on which it can be finished (rule 2). */
  readonly deadlineDate: Temporal.PlainDate;
  /** Set by an extension; a reschedule keeps the later of the two (rule 15). */
  readonly extendedTo: LocalMoment | null;
  readonly openedAt: Temporal.Instant;
  /** When its opened notice is due. */
  readonly noticeAt: Temporal.Instant;
  /** Since when its deadline is what it is; what would have been due earlier is not sent (rule 15). */
  readonly deadlineSince: Temporal.Instant;
  readonly levels: Levels;
  /** Numbers of the indicators that a review returned. */
  readonly findings: readonly number[];
  /** A self-assessment whose every indicator is approved to be nihil: nobody is reminded of it. */
  readonly excused: boolean;
}

/** All that the rules look at. */
export interface Facts {
  readonly cycle: Cycle;
  readonly phases: readonly Phase[];
  readonly tasks: readonly Task[];
  readonly people: People;
}

export function isUnfinished({ state }: Pick<Task, 'state'>): boolean {
  return state === 'todo' || state === 'in-progress';
}
