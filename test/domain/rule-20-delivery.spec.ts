import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import {
  outcomeOf,
  type Answer,
  type Attempted,
  type Outcome,
  type Refused,
} from '../../src/domain/delivery.js';

const start = Temporal.Instant.from('2025-09-01T01:00:00Z');
const first: Attempted = { attempts: 0, firstAttemptAt: null, reached: 0 };

const later = (minutes: number): Temporal.Instant => start.add({ minutes });

/** A 4xx for that address, or no connection at all. */
const notNow = (address: string): Refused => ({
  address,
  permanent: false,
  reason: `451 ${address}: later`,
});

/** A 5xx for that address. */
const never = (address: string): Refused => ({
  address,
  permanent: true,
  reason: `550 ${address}: unknown`,
});

function answer(accepted: readonly string[], ...refused: readonly Refused[]): Answer {
  return { accepted, refused };
}

interface Try {
  readonly minute: number;
  readonly outcome: Outcome;
}

/** Every attempt is made at the minute that the one before it named, until there is none to make. */
function tries(answerAt: (minute: number) => Answer): Try[] {
  const made: Try[] = [];
  for (let at: Temporal.Instant | null = start; at;) {
    const minute = at.since(start).total('minutes');
    const mail = { attempts: made.length, firstAttemptAt: made.length ? start : null, reached: 0 };
    const outcome = outcomeOf(mail, answerAt(minute), at);
    made.push({ minute, outcome });
    at = outcome.nextAttemptAt;
  }
  return made;
}

describe('rule 20: a mail that the server does not take for now', () => {
  it('is tried again after 1, 2, 4 … and then every 60 minutes as long as a day lasts', () => {
    const made = tries(() => answer([], notNow('a@x.test')));

    // The next one after minute 1383 would come when 24 hours, 1440 minutes, are over.
    const hourly = Array.from({ length: 22 }, (_, index) => 123 + 60 * index);
    expect(made.map(({ minute }) => minute)).toEqual([0, 1, 3, 7, 15, 31, 63, ...hourly]);
    expect(made.at(-1)).toEqual({
      minute: 1383,
      outcome: {
        state: 'failed',
        outstanding: ['a@x.test'],
        bounced: [],
        nextAttemptAt: null,
        error: '451 a@x.test: later',
      },
    });
  });

  it('waits meanwhile, with what the server said', () => {
    const outcome = outcomeOf(first, answer([], notNow('a@x.test')), start);

    expect(outcome).toEqual({
      state: 'waiting',
      outstanding: ['a@x.test'],
      bounced: [],
      nextAttemptAt: later(1),
      error: '451 a@x.test: later',
    });
  });

  it('is sent once the server takes it', () => {
    const made = tries((minute) =>
      minute < 15 ? answer([], notNow('a@x.test')) : answer(['a@x.test']),
    );

    expect(made.map(({ minute, outcome }) => [minute, outcome.state])).toEqual([
      [0, 'waiting'],
      [1, 'waiting'],
      [3, 'waiting'],
      [7, 'waiting'],
      [15, 'sent'],
    ]);
  });

  it.each([
    { hours: 22, attempts: 3, state: 'waiting', next: { hours: 22, minutes: 8 } },
    { hours: 22, attempts: 9, state: 'waiting', next: { hours: 23 } },
    { hours: 23, attempts: 3, state: 'waiting', next: { hours: 23, minutes: 8 } },
    { hours: 24, attempts: 3, state: 'failed', next: null },
    { hours: 72, attempts: 1, state: 'failed', next: null },
  ] as const)(
    'is $state when an attempt, after $attempts others, fails $hours hours after the first one',
    ({ hours, attempts, state, next }) => {
      const mail = { attempts, firstAttemptAt: start, reached: 0 };

      const outcome = outcomeOf(mail, answer([], notNow('a@x.test')), start.add({ hours }));

      expect([outcome.state, outcome.nextAttemptAt]).toEqual([state, next && start.add(next)]);
    },
  );

  it('has a day of its own, however long it had waited before its first attempt', () => {
    const outcome = outcomeOf(first, answer([], notNow('a@x.test')), start.add({ hours: 48 }));

    expect([outcome.state, outcome.nextAttemptAt]).toEqual([
      'waiting',
      start.add({ hours: 48, minutes: 1 }),
    ]);
  });
});

describe('rule 20: an address that the server refuses for good', () => {
  it('bounces at once and is not tried again', () => {
    expect(tries(() => answer([], never('a@x.test')))).toEqual([
      {
        minute: 0,
        outcome: {
          state: 'bounced',
          outstanding: [],
          bounced: ['a@x.test'],
          nextAttemptAt: null,
          error: '550 a@x.test: unknown',
        },
      },
    ]);
  });

  it('bounces on a later attempt too', () => {
    const made = tries((minute) =>
      answer([], minute === 0 ? notNow('a@x.test') : never('a@x.test')),
    );

    expect(made.map(({ outcome }) => outcome.state)).toEqual(['waiting', 'bounced']);
  });
});

describe('rule 20: a mail to several', () => {
  const nothing = { outstanding: [], bounced: [], nextAttemptAt: null, error: null };

  it.each<{ because: string; mail: Attempted; said: Answer; outcome: Outcome }>([
    {
      because: 'all have it',
      mail: first,
      said: answer(['a@x.test', 'b@x.test']),
      outcome: { ...nothing, state: 'sent' },
    },
    {
      because: 'one has it, the other is refused for good',
      mail: first,
      said: answer(['a@x.test'], never('b@x.test')),
      outcome: {
        ...nothing,
        state: 'sent',
        bounced: ['b@x.test'],
        error: '550 b@x.test: unknown',
      },
    },
    {
      because: 'one has it, the other is to be tried again',
      mail: first,
      said: answer(['a@x.test'], notNow('b@x.test')),
      outcome: {
        state: 'waiting',
        outstanding: ['b@x.test'],
        bounced: [],
        nextAttemptAt: later(1),
        error: '451 b@x.test: later',
      },
    },
    {
      because: 'one has it, one is refused for good, one is to be tried again',
      mail: first,
      said: answer(['a@x.test'], never('b@x.test'), notNow('c@x.test')),
      outcome: {
        state: 'waiting',
        outstanding: ['c@x.test'],
        bounced: ['b@x.test'],
        nextAttemptAt: later(1),
        error: '550 b@x.test: unknown; 451 c@x.test: later',
      },
    },
    {
      because: 'one got it before, the rest is refused for good now',
      mail: { attempts: 1, firstAttemptAt: start.subtract({ minutes: 1 }), reached: 1 },
      said: answer([], never('b@x.test')),
      outcome: {
        ...nothing,
        state: 'sent',
        bounced: ['b@x.test'],
        error: '550 b@x.test: unknown',
      },
    },
    {
      because: 'one got it before, the rest is out of time',
      mail: { attempts: 28, firstAttemptAt: start.subtract({ hours: 23, minutes: 3 }), reached: 1 },
      said: answer([], notNow('b@x.test')),
      outcome: {
        ...nothing,
        state: 'failed',
        outstanding: ['b@x.test'],
        error: '451 b@x.test: later',
      },
    },
    {
      because: 'nobody is left to whom it could go',
      mail: first,
      said: answer([], never('a@x.test'), never('b@x.test')),
      outcome: {
        ...nothing,
        state: 'bounced',
        bounced: ['a@x.test', 'b@x.test'],
        error: '550 a@x.test: unknown; 550 b@x.test: unknown',
      },
    },
  ])('is settled address by address: $because', ({ mail, said, outcome }) => {
    expect(outcomeOf(mail, said, start)).toEqual(outcome);
  });
});
