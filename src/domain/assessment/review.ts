import type { Temporal } from 'temporal-polyfill';

/** What one assessor says of one answer, in one review. */
export interface ReviewItem {
  /** The review's task. */
  readonly task: string;
  readonly phase: string;
  readonly indicator: number;
  readonly assessor: string;
  readonly version: number;
  /** Null until it is set. After the review has finished it never changes. */
  readonly level: string | null;
  readonly note: string;
  /** Whether the unit is asked to revise the answer. */
  readonly finding: boolean;
  /** After the revision: the level that is final. */
  readonly finalLevel: string | null;
  readonly finalNote: string;
  readonly updatedAt: Temporal.Instant;
}

/** Two assessors who differ: a coordinator decides. */
export interface Settlement {
  readonly phase: string;
  readonly indicator: number;
  readonly level: string;
  readonly note: string;
  readonly settledBy: string;
  readonly settledAt: Temporal.Instant;
}

export function levelOfItem({ level, finalLevel }: ReviewItem): string | null {
  return finalLevel ?? level;
}
