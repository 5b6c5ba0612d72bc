import type { Moves } from '../machines.js';
import type { Temporal } from 'temporal-polyfill';

/** An indicator that nobody has written about yet has no answer: that is not the same as level 1. */
export type AnswerState = 'draft' | 'submitted' | 'returned' | 'revising' | 'revised' | 'reviewed';
export type AnswerEvent = 'edit' | 'submit' | 'return' | 'review';

export interface Answer {
  readonly indicator: number;
  readonly state: AnswerState;
  /** Counts its changes: who saves must have seen the newest. */
  readonly version: number;
  readonly level: string | null;
  /** What is there, and where it can be seen. */
  readonly fact: string;
  /** Why that is the level claimed. */
  readonly analysis: string;
  /** The level at the end of the self-assessment; it never changes after that. */
  readonly claimed: string | null;
  /** The level at the end of the revision. */
  readonly revised: string | null;
  readonly updatedAt: Temporal.Instant;
  readonly updatedBy: string;
}

const no = (refused: 'not_open' | 'already_finished' | 'not_returned' | 'incomplete') => ({
  refused,
});

/** Rules 8 and 10: a submitted answer is locked, and only what a review returned can be revised. */
// prettier-ignore
export const answerMoves: Moves<AnswerState, AnswerEvent> = {
  draft:     { edit: 'draft',                submit: 'submitted',            return: no('not_open'), review: no('not_open') },
  submitted: { edit: no('already_finished'), submit: no('already_finished'), return: 'returned',     review: 'reviewed'     },
  returned:  { edit: 'revising',             submit: no('incomplete'),       return: 'returned',     review: 'returned'     },
  revising:  { edit: 'revising',             submit: 'revised',              return: 'revising',     review: 'revising'     },
  revised:   { edit: no('already_finished'), submit: no('already_finished'), return: 'returned',     review: 'reviewed'     },
  reviewed:  { edit: no('not_returned'),     submit: no('not_returned'),     return: 'returned',     review: 'reviewed'     },
};

/** What a unit has sent: its assessors see it, and its claim counts. */
export function isSent({ claimed }: Pick<Answer, 'claimed'>): boolean {
  return claimed !== null;
}

/** What the unit claims by now: its revision's level, else its self-assessment's. */
export function claimOf({ claimed, revised }: Pick<Answer, 'claimed' | 'revised'>): string | null {
  return revised ?? claimed;
}
