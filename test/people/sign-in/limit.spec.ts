import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { tried, type Limit } from '../../../src/people/sign-in/limit.js';

const limit: Limit = { atOnce: 3, seconds: 60 };
const start = Temporal.Instant.from('2025-09-01T00:00:00Z');
const after = (seconds: number): Temporal.Instant => start.add({ seconds });

/** Tries at those seconds: how long each has to wait before it may be made. */
function waits(seconds: readonly number[], given = limit): number[] {
  let busyUntil: Temporal.Instant | null = null;
  return seconds.map((second) => {
    const now = after(second);
    const result = tried(busyUntil, given, now);
    busyUntil = result.busyUntil;
    return result.allowedFrom.since(now).total('seconds');
  });
}

describe('a limit on tries', () => {
  it('lets some through at once and then makes each wait', () => {
    expect(waits([0, 0, 0, 0, 10, 59])).toEqual([0, 0, 0, 60, 50, 1]);
  });

  it('lets one more through for each span that passes', () => {
    expect(waits([0, 0, 0, 60, 60, 120, 179, 180])).toEqual([0, 0, 0, 0, 60, 0, 1, 0]);
  });

  it('does not count what it refused: whoever keeps trying waits no longer', () => {
    expect(waits([0, 0, 0, ...Array<number>(50).fill(30), 60])).toEqual([
      ...[0, 0, 0],
      ...Array<number>(50).fill(30),
      0,
    ]);
  });

  it('forgets, so that rare mistakes never add up', () => {
    expect(waits([0, 100, 200, 300, 400, 500, 600])).toEqual(Array(7).fill(0));
    expect(waits([0, 0, 0, 180, 180, 180, 180])).toEqual([0, 0, 0, 0, 0, 0, 60]);
  });
});
