import { describe, expect, it } from '@jest/globals';
import { outageOf, type OutageFacts } from '../../src/domain/outage.js';
import type { Act } from './commands.js';
import { pause, resume } from './commands.js';
import { onlyDinkes } from './people.js';
import { phase, World } from './world.js';

/** DINKES until the 12th; everything that was due by a moment has been done. */
function september(until: string): World {
  const plan = { closes: '2025-09-12', reminders: ['H-7', 'H-3', 'H-1', 'H+1'] };
  const world = World.started('2025-08-31T07:00', {
    phases: [phase('self-assessment', plan)],
    people: onlyDinkes(),
  });
  return world.run(until);
}

/** What the tick at a moment has to report, after the last one before. */
function outageAt(world: World, moment: string, ...acts: readonly [string, Act][]) {
  const after = world.watermark;
  const read = world.journal.length;
  for (const [at, act] of acts) world.perform(at, act);
  world.tick(moment);
  const news = world.journal.slice(read);
  return outageOf(world.facts, { after, until: world.watermark, news });
}

describe('rule 14: the report of an outage', () => {
  it('names what moved late, and of the mails what was merged and what went late', () => {
    const world = september('2025-09-02T00:00');

    const outage = outageAt(world, '2025-09-16T09:00');

    const due = '2025-09-12T17:00:00Z';
    expect(outage?.due.toString()).toBe('2025-09-05T01:00:00Z');
    expect(outage?.facts as unknown).toEqual({
      lastTick: '2025-09-01T01:00:00Z',
      moves: [
        {
          what: 'task',
          phase: 'self-assessment',
          unit: 'DINKES',
          assessor: null,
          to: 'lapsed',
          due,
        },
        { what: 'phase', phase: 'self-assessment', unit: null, assessor: null, to: 'closed', due },
      ],
      mails: [
        ['H-7', '2025-09-05T01:00:00Z', 'merged', 'H+1'],
        ['H-3', '2025-09-09T01:00:00Z', 'merged', 'H+1'],
        ['H-1', '2025-09-11T01:00:00Z', 'merged', 'H+1'],
        ['H+1', '2025-09-15T01:00:00Z', 'late', null],
      ].map(([offset, at, fate, into]) => ({
        ...{ phase: 'self-assessment', unit: 'DINKES', assessor: null },
        ...{ offset, due: at, fate, into },
      })),
    });
  });

  it('says why a mail did not go: the deadline went by as well', () => {
    const world = september('2025-09-09T12:00');

    const outage = outageAt(world, '2025-09-13T09:00');

    const { mails } = outage?.facts as unknown as OutageFacts;
    expect(mails.map(({ offset, fate }) => [offset, fate])).toEqual([['H-1', 'lapsed']]);
  });

  it.each([
    { moment: '2025-09-04T09:00', because: 'nothing was due since the last tick' },
    { moment: '2025-09-05T08:15', because: 'a quarter of an hour is a restart' },
  ])('does not exist at $moment: $because', ({ moment }) => {
    expect(outageAt(september('2025-09-02T00:00'), moment)).toBeNull();
  });

  it('exists one minute later', () => {
    expect(outageAt(september('2025-09-02T00:00'), '2025-09-05T08:16')).not.toBeNull();
  });

  it('is none of a pause, which is an order', () => {
    const world = september('2025-09-02T00:00');

    const outage = outageAt(
      world,
      '2025-09-10T09:00',
      ['2025-09-04T10:00', pause],
      ['2025-09-10T09:00', resume],
    );

    expect(outage).toBeNull();
  });

  it('does not blame the calendar for a reminder that was set too late', () => {
    const world = september('2025-09-02T00:00');

    const outage = outageAt(world, '2025-09-04T10:00', [
      '2025-09-04T10:00',
      { do: 'setReminders', phase: 'self-assessment', reminders: ['H-8', 'H-7'] },
    ]);

    expect(outage).toBeNull();
  });
});
