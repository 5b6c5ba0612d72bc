import type { Temporal } from 'temporal-polyfill';
import { isAfter, later } from '../../domain/instants.js';

/** So many tries at once, and one more for each span that passes: whoever tries faster is slowed, not shut out. */
export interface Limit {
  readonly atOnce: number;
  readonly seconds: number;
}

// A whole office comes from one network, so a network is given more patience than an address.
export const limits = {
  passwordOfAddress: { atOnce: 5, seconds: 180 },
  passwordFromNetwork: { atOnce: 50, seconds: 10 },
  linkToAddress: { atOnce: 3, seconds: 600 },
  linkFromNetwork: { atOnce: 50, seconds: 20 },
  testMail: { atOnce: 3, seconds: 300 },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/** @returns until when the tries so far keep one busy, and from when on this one may be made */
export function tried(
  busyUntil: Temporal.Instant | null,
  { atOnce, seconds }: Limit,
  now: Temporal.Instant,
): { readonly busyUntil: Temporal.Instant; readonly allowedFrom: Temporal.Instant } {
  const begins = busyUntil ? later(busyUntil, now) : now;
  const ends = begins.add({ seconds });
  const allowedFrom = later(ends.subtract({ seconds: atOnce * seconds }), now);
  // A try that is refused does not count, or nobody could wait it out.
  const refused = isAfter(allowedFrom, now);
  return { busyUntil: refused ? begins : ends, allowedFrom };
}
