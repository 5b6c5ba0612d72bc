import type { Temporal } from 'temporal-polyfill';
import { isAfter } from '../../domain/instants.js';

export interface SessionTimes {
  readonly createdAt: Temporal.Instant;
  readonly lastSeenAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

const longest = { hours: 7 * 24 };
const longestIdle = { hours: 12 };
/** What is written down more often would be a write for every picture on a page. */
const noticedAfter = { minutes: 1 };
const fresh = { minutes: 20 };

export function expiryOf(createdAt: Temporal.Instant): Temporal.Instant {
  return createdAt.add(longest);
}

export function isAlive({ lastSeenAt, expiresAt }: SessionTimes, now: Temporal.Instant): boolean {
  return isAfter(expiresAt, now) && isAfter(lastSeenAt.add(longestIdle), now);
}

export function isWorthNoting({ lastSeenAt }: SessionTimes, now: Temporal.Instant): boolean {
  return isAfter(now, lastSeenAt.add(noticedAfter));
}

/** Whether somebody proved just now who they are. */
export function isFresh(
  { createdAt }: Pick<SessionTimes, 'createdAt'>,
  now: Temporal.Instant,
): boolean {
  return isAfter(createdAt.add(fresh), now);
}
