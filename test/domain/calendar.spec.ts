import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { deadlineOf } from '../../src/domain/calendar.js';

describe('rule 1: a date that closes', () => {
  it('is the midnight that ends it', () => {
    expect(deadlineOf('2025-09-30', 'Asia/Jakarta')).toEqual({
      at: Temporal.Instant.from('2025-10-01T00:00+07:00'),
      date: Temporal.PlainDate.from('2025-09-30'),
    });
  });
});
