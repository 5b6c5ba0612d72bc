import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { deadlineOf, openingOf } from '../../src/domain/calendar.js';
import type { PhasePlan } from '../../src/domain/cycle.js';
import { onlyDinkes } from './people.js';
import { phase, World } from './world.js';

const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);

/** The instants at which the one unit is sent something, in UTC. */
function sentAt(zone: string, sendAt: string, plan: Partial<PhasePlan>): string[] {
  const world = World.started(`${plan.opens?.slice(0, 4)}-01-02T07:00`, {
    cycle: { zone, sendAt },
    phases: [phase('self-assessment', plan)],
    people: onlyDinkes(),
  });
  world.run('2030-01-01T00:00');
  return world.sent.map(({ at }) => at.toString());
}

describe('rule 5: a midnight that does not exist', () => {
  it.each([
    { zone: 'America/Sao_Paulo', day: '2018-11-04', at: '2018-11-04T03:00Z' },
    { zone: 'Asia/Beirut', day: '2025-03-30', at: '2025-03-29T22:00Z' },
    { zone: 'Africa/Cairo', day: '2025-04-25', at: '2025-04-24T22:00Z' },
    { zone: 'Asia/Tehran', day: '2022-03-22', at: '2022-03-21T20:30Z' },
    { zone: 'America/Havana', day: '2025-03-09', at: '2025-03-09T05:00Z' },
  ])('opens $day in $zone when the day begins, at one', ({ zone, day, at }) => {
    expect(openingOf(day, zone)).toEqual(instant(at));
  });

  it.each([
    { zone: 'America/Sao_Paulo', closes: '2018-11-03', at: '2018-11-04T03:00Z' },
    { zone: 'Asia/Beirut', closes: '2025-03-29', at: '2025-03-29T22:00Z' },
  ])('closes the day before it, $closes in $zone, at the same instant', ({ zone, closes, at }) => {
    expect(deadlineOf(closes, zone)).toEqual({
      at: instant(at),
      date: Temporal.PlainDate.from(closes),
    });
  });

  it('moves a notice at half past midnight to half past one', () => {
    const plan = { opens: '2022-03-22', closes: '2022-03-23', reminders: ['H'] };

    expect(sentAt('Asia/Tehran', '00:30', plan)).toEqual([
      '2022-03-21T21:00:00Z',
      '2022-03-22T20:00:00Z',
    ]);
  });

  it('sends at the opening what is due at that midnight', () => {
    const plan = { opens: '2022-03-22', closes: '2022-03-22' };

    expect(sentAt('Asia/Tehran', '00:00', plan)).toEqual(['2022-03-21T20:30:00Z']);
  });
});

describe('rule 5: a time that a gap removes', () => {
  it.each([
    { zone: 'Europe/Berlin', closes: '2025-03-30T02:30', at: '2025-03-30T01:30Z' },
    { zone: 'America/New_York', closes: '2025-03-09T02:15', at: '2025-03-09T07:15Z' },
    { zone: 'Australia/Lord_Howe', closes: '2025-10-05T02:10', at: '2025-10-04T15:40Z' },
  ])('closes $closes in $zone later by the length of the gap', ({ zone, closes, at }) => {
    expect(deadlineOf(closes, zone).at).toEqual(instant(at));
  });

  it('of a whole day leaves the day after it', () => {
    expect(openingOf('2011-12-30', 'Pacific/Apia')).toEqual(instant('2011-12-30T10:00Z'));
  });
});

describe('rule 5: a time that occurs twice', () => {
  it.each([
    { zone: 'Europe/Berlin', closes: '2025-10-26T02:30', at: '2025-10-26T00:30Z' },
    { zone: 'America/New_York', closes: '2025-11-02T01:30', at: '2025-11-02T05:30Z' },
  ])('closes $closes in $zone the first time', ({ zone, closes, at }) => {
    expect(deadlineOf(closes, zone).at).toEqual(instant(at));
  });

  it('is the first midnight of two', () => {
    expect(openingOf('2025-11-02', 'America/Havana')).toEqual(instant('2025-11-02T04:00Z'));
  });
});

describe('rule 5: a cycle over the change of the clocks', () => {
  it('sends at eight before as after it', () => {
    const plan = { opens: '2025-10-01', closes: '2025-10-28', reminders: ['H-5', 'H-1', 'H'] };

    expect(sentAt('Europe/Berlin', '08:00', plan)).toEqual([
      '2025-10-01T06:00:00Z',
      '2025-10-23T06:00:00Z',
      '2025-10-27T07:00:00Z',
      '2025-10-28T07:00:00Z',
    ]);
  });

  it('counts calendar days, not hours', () => {
    const plan = { opens: '2025-03-03', closes: '2025-03-10', reminders: ['H-3', 'H+1'] };

    expect(sentAt('America/New_York', '08:00', plan)).toEqual([
      '2025-03-03T13:00:00Z',
      '2025-03-07T13:00:00Z',
      '2025-03-11T12:00:00Z',
    ]);
  });
});
