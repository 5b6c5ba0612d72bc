import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import {
  expiryOf,
  isAlive,
  isFresh,
  isWorthNoting,
} from '../../../src/people/sign-in/session-age.js';

const createdAt = Temporal.Instant.from('2025-09-01T00:00:00Z');

function session(lastSeen: Temporal.DurationLike) {
  return { createdAt, lastSeenAt: createdAt.add(lastSeen), expiresAt: expiryOf(createdAt) };
}

describe('a session', () => {
  it.each([
    { lastSeen: 0, hours: 11.75, alive: true, because: 'it was used within twelve hours' },
    { lastSeen: 0, hours: 12, alive: false, because: 'nobody used it for twelve hours' },
    { lastSeen: 160, hours: 167.75, alive: true, because: 'its week is not over' },
    { lastSeen: 167, hours: 168, alive: false, because: 'its week is over, used or not' },
  ])('last used after $lastSeen h is alive after $hours h: $alive, $because', (row) => {
    const now = createdAt.add({ minutes: row.hours * 60 });

    expect(isAlive(session({ hours: row.lastSeen }), now)).toBe(row.alive);
  });

  it('is noted as used once a minute at most', () => {
    const after = (seconds: number): boolean =>
      isWorthNoting(session({ hours: 0 }), createdAt.add({ seconds }));

    expect([after(0), after(60), after(61)]).toEqual([false, false, true]);
  });

  it('is fresh for twenty minutes, however it is used', () => {
    const after = (minutes: number): boolean =>
      isFresh(session({ minutes }), createdAt.add({ minutes }));

    expect([after(0), after(19), after(20)]).toEqual([true, true, false]);
  });
});
