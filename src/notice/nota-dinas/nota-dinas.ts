import type { Temporal } from 'temporal-polyfill';
import type { PhaseKind } from '../../domain/cycle.js';
import type { Letterhead } from '../../platform/letterhead-settings.js';

/** A letter within the government about what a unit is late with. `notaDinasFile` makes it a PDF. */
export interface NotaDinas {
  readonly letterhead: Letterhead;
  /** Who writes when no signer is set. */
  readonly from: string;
  /** `Kepala Dinas Kesehatan`: a name or an office, as the city keeps it. */
  readonly to: string;
  readonly at: Temporal.Instant;
  readonly cycle: { readonly title: string; readonly zone: string };
  readonly unit: string;
  readonly matters: readonly LateMatter[];
}

/** One task that is late. */
export interface LateMatter {
  readonly phase: { readonly title: string; readonly kind: PhaseKind };
  readonly deadline: Temporal.Instant;
  readonly deadlineDate: Temporal.PlainDate;
  /** Since the deadline date, until the day of the letter. */
  readonly workingDaysLate: number;
  /** What is still to be done, in words. */
  readonly missing: readonly string[];
  /** What was sent about it, the oldest first. */
  readonly sent: readonly SentNotice[];
}

export interface SentNotice {
  readonly at: Temporal.Instant;
  /** `Pengingat H-7` */
  readonly what: string;
  /** To how many people, copies included. */
  readonly people: number;
}

export function notaDinasName(unit: string): string {
  return `nota-dinas-${unit}.pdf`;
}
