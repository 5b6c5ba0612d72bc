import { expect } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';

const kinds = [
  Temporal.Instant,
  Temporal.PlainDate,
  Temporal.PlainTime,
  Temporal.PlainDateTime,
  Temporal.ZonedDateTime,
] as const;

// Temporal values have no own fields, so Jest would find any two of a kind equal.
expect.addEqualityTesters([
  (a: unknown, b: unknown) => {
    const kind = kinds.find((each) => a instanceof each || b instanceof each);
    if (!kind) return undefined;
    return a instanceof kind && b instanceof kind && a.toString() === b.toString();
  },
]);
