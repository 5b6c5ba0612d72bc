import type { Temporal } from 'temporal-polyfill';
import type { LocalMoment } from '../../domain/calendar.js';
import type { PhaseKind } from '../../domain/cycle.js';
import type { TimelineChange, TimelineVersion } from '../../domain/timeline-version.js';
import type { Letterhead } from '../../platform/letterhead-settings.js';

/** How a task of a phase that is over has ended, or where it stands. */
export const outcomeKinds = [
  'in-time',
  'extended',
  'reopened',
  'running',
  'late',
  'nihil',
  'cancelled',
] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** More time that a unit was given, and what it rests on. */
export interface GivenTime {
  readonly until: LocalMoment;
  readonly letter: string | null;
  readonly reason: string | null;
}

/** What became of one task, by name. */
export interface Outcome {
  readonly kind: OutcomeKind;
  /** Null: the coordinators'. */
  readonly unit: string | null;
  readonly assessor: string | null;
  readonly deadline: Temporal.Instant;
  readonly deadlineDate: Temporal.PlainDate;
  readonly finishedAt: Temporal.Instant | null;
  readonly given: GivenTime | null;
  /** What it was finished with. */
  readonly indicators: readonly number[];
  /** What is still owed. */
  readonly owed: readonly number[];
  /** Of a review. */
  readonly verdicts: { readonly accepted: number; readonly refused: number } | null;
  readonly findings: readonly number[];
}

/** An indicator that does not concern the city, with a coordinator's approval. */
export interface NihilLine {
  readonly indicator: number;
  readonly name: string;
  readonly unit: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly note: string;
}

/** A request for more time that the coordinators have refused. */
export interface RefusedLine {
  readonly unit: string;
  readonly askedBy: string;
  readonly letter: string;
  readonly reason: string;
  /** Until when the unit wanted to have time. */
  readonly asked: Pick<Outcome, 'deadline' | 'deadlineDate'>;
  readonly decidedBy: string;
  readonly note: string;
}

/** What an order changed of this phase. */
export interface VersionLine extends Pick<TimelineVersion, 'number' | 'at' | 'reason' | 'letter'> {
  readonly changes: readonly TimelineChange[];
}

/** Who signs: an office or a part, and a name where there is one. */
export interface Signer {
  readonly office: string;
  readonly name: string;
  readonly nip: string;
}

/** What whoever prints it fills in; what is empty stays a line of dots. */
export interface Filled {
  readonly number: string;
  readonly date: Temporal.PlainDate | null;
  readonly place: string;
}

/** A table of what was decided. */
export interface Decided {
  readonly title: string;
  readonly columns: readonly [string, string];
  readonly rows: readonly (readonly [string, string])[];
}

/** The record of a phase that is over, to be signed. `minutesFile` makes it a PDF. */
export interface Minutes {
  readonly letterhead: Letterhead;
  /** Whose it is when no letterhead is set. */
  readonly from: string;
  readonly filled: Filled;
  readonly cycle: { readonly code: string; readonly title: string; readonly zone: string };
  readonly phase: {
    readonly code: string;
    readonly title: string;
    readonly kind: PhaseKind;
    readonly openedAt: Temporal.Instant;
    readonly closedAt: Temporal.Instant;
    readonly closedOn: Temporal.PlainDate;
  };
  /** Of what state of things it speaks: the same position is the same file, to the byte. */
  readonly journal: {
    readonly entries: number;
    readonly hash: string;
    readonly at: Temporal.Instant;
  };
  readonly versions: readonly VersionLine[];
  readonly outcomes: readonly Outcome[];
  readonly refused: readonly RefusedLine[];
  readonly nihil: readonly NihilLine[];
  /** Units that take part in the cycle and had nothing to do in this phase. */
  readonly without: readonly string[];
  readonly decided: readonly Decided[];
  readonly signers: readonly Signer[];
  readonly witnesses: readonly Signer[];
  /** Of names, for whoever is named by a code. */
  readonly unitNames: ReadonlyMap<string, string>;
}

export function minutesName({ cycle, phase }: { cycle: string; phase: string }): string {
  return `berita-acara-${cycle}-${phase}.pdf`;
}
