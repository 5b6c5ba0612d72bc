import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { deadlineOf, openingOf } from '../../src/domain/calendar.js';
import { localInstant, phase, World } from './world.js';
import { moves } from './reading.js';

const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);

describe('rule 1: a date that opens', () => {
  it.each([
    { opens: '2025-09-01', zone: 'Asia/Jakarta', at: '2025-08-31T17:00Z' },
    { opens: '2025-09-01', zone: 'Asia/Makassar', at: '2025-08-31T16:00Z' },
    { opens: '2025-09-01', zone: 'Asia/Jayapura', at: '2025-08-31T15:00Z' },
    { opens: '2025-09-01T10:30', zone: 'Asia/Jakarta', at: '2025-09-01T03:30Z' },
    { opens: '2028-02-29', zone: 'Asia/Jakarta', at: '2028-02-28T17:00Z' },
    { opens: '2025-09-01', zone: 'America/New_York', at: '2025-09-01T04:00Z' },
  ])('opens $opens in $zone at $at', ({ opens, zone, at }) => {
    expect(openingOf(opens, zone)).toEqual(instant(at));
  });
});

describe('rule 1: a date that closes', () => {
  it.each([
    { closes: '2025-09-30', zone: 'Asia/Jakarta', at: '2025-09-30T17:00Z' },
    { closes: '2025-09-30', zone: 'Asia/Makassar', at: '2025-09-30T16:00Z' },
    { closes: '2025-09-30T16:00', zone: 'Asia/Makassar', at: '2025-09-30T08:00Z' },
    { closes: '2028-02-28', zone: 'Asia/Jakarta', at: '2028-02-28T17:00Z' },
    { closes: '2028-02-29', zone: 'Asia/Jakarta', at: '2028-02-29T17:00Z' },
    { closes: '2027-02-28', zone: 'Asia/Jakarta', at: '2027-02-28T17:00Z' },
    { closes: '2025-12-31', zone: 'Asia/Jakarta', at: '2025-12-31T17:00Z' },
  ])('closes $closes in $zone at $at', ({ closes, zone, at }) => {
    expect(deadlineOf(closes, zone).at).toEqual(instant(at));
  });

  it('is exclusive: its last minute still counts, its instant does not', () => {
    const world = World.started('2025-08-31T07:00', { phases: [phase('report')] });

    world.run('2025-09-30T23:59');
    expect(moves(world, 'phase')).toEqual(['2025-09-01T00:00 report scheduled > open']);

    world.run('2025-10-01T00:00');
    expect(moves(world, 'phase')).toEqual([
      '2025-09-01T00:00 report scheduled > open',
      '2025-10-01T00:00 report open > closed',
    ]);
  });
});

describe('rule 1: a phase of one day', () => {
  it('is open from midnight to midnight', () => {
    const oneDay = phase('report', { opens: '2028-02-29', closes: '2028-02-29' });
    const world = World.started('2028-02-01T07:00', { phases: [oneDay] }).run('2028-03-31T00:00');

    expect(moves(world, 'phase')).toEqual([
      '2028-02-29T00:00 report scheduled > open',
      '2028-03-01T00:00 report open > closed',
    ]);
  });

  it('may open and close at times of that day', () => {
    const morning = phase('report', { opens: '2025-09-01T09:00', closes: '2025-09-01T11:30' });
    const world = World.started('2025-08-31T07:00', { phases: [morning] }).run('2025-09-02T00:00');

    expect(moves(world, 'phase')).toEqual([
      '2025-09-01T09:00 report scheduled > open',
      '2025-09-01T11:30 report open > closed',
    ]);
  });
});

describe('rule 1: a date in the cycle’s zone', () => {
  it('is another instant in each zone of the country', () => {
    const instants = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'].map(
      (zone) => openingOf('2025-09-01', zone).epochMilliseconds,
    );

    const jakarta = localInstant('2025-09-01T00:00', 'Asia/Jakarta').epochMilliseconds;
    expect(instants).toEqual([jakarta, jakarta - 3_600_000, jakarta - 7_200_000]);
  });
});
