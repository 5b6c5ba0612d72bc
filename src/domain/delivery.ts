import type { Temporal } from 'temporal-polyfill';
import { isAfter } from './instants.js';

/** What a mail server said to one attempt, address by address. */
export interface Answer {
  readonly accepted: readonly string[];
  readonly refused: readonly Refused[];
}

export interface Refused {
  readonly address: string;
  /** A 5xx answer for this recipient; anything else may pass. */
  readonly permanent: boolean;
  readonly reason: string;
}

export interface Attempted {
  /** How many attempts were made before this one. */
  readonly attempts: number;
  readonly firstAttemptAt: Temporal.Instant | null;
  /** Addresses that have it from an earlier attempt. */
  readonly reached: number;
}

export interface Outcome {
  readonly state: 'sent' | 'waiting' | 'bounced' | 'failed';
  readonly outstanding: readonly string[];
  readonly bounced: readonly string[];
  readonly nextAttemptAt: Temporal.Instant | null;
  readonly error: string | null;
}

const longestPause = { minutes: 60 };
const patience = { hours: 24 };

/**
 * Rule 20: what a failed connection or a 4xx left outstanding is tried again after 1, 2, 4 … at most 60
 * minutes until 24 hours are over; a 5xx for a recipient is final, for that recipient only.
 */
export function outcomeOf(mail: Attempted, answer: Answer, now: Temporal.Instant): Outcome {
  const bounced = answer.refused.filter(({ permanent }) => permanent).map(({ address }) => address);
  const outstanding = answer.refused
    .filter(({ permanent }) => !permanent)
    .map(({ address }) => address);
  const error = answer.refused.map(({ reason }) => reason).join('; ') || null;
  const outcome = { outstanding, bounced, nextAttemptAt: null, error };
  if (outstanding.length === 0) {
    const reached = mail.reached + answer.accepted.length > 0;
    return { ...outcome, state: reached ? 'sent' : 'bounced' };
  }
  const next = now.add({ minutes: pauseAfter(mail.attempts) });
  const isOver = isAfter(next, (mail.firstAttemptAt ?? now).add(patience));
  return isOver
    ? { ...outcome, state: 'failed' }
    : { ...outcome, state: 'waiting', nextAttemptAt: next };
}

/** In minutes, after so many earlier attempts. */
function pauseAfter(attempts: number): number {
  return Math.min(2 ** attempts, longestPause.minutes);
}
