import { describe, expect, it } from '@jest/globals';
import { stillTrue } from '../../src/domain/still-true.js';
import {
  addUnit,
  assign,
  extend,
  finish,
  reassign,
  replaceAdmins,
  reschedule,
  result,
  retireUnit,
  unassign,
  type Act,
} from './commands.js';
import { onlyDinkes } from './people.js';
import { mails, superseded } from './reading.js';
import { phase, World, type Plan } from './world.js';

const penilaian: Plan = {
  phases: [phase('self-assessment', { reminders: ['H-7', 'H+1'] })],
  people: onlyDinkes(),
};
const reviu: Plan = { phases: [phase('review')], people: onlyDinkes() };

interface Outage {
  /** What the last tick before the post comes back plans. */
  readonly from: string;
  readonly then: readonly Act[];
  readonly until: string;
}

/** The post is down from an instant on; what waits is looked at again when it is back. */
function afterOutage(plan: Plan, { from, then, until }: Outage): World {
  const world = World.started('2025-08-31T07:00', plan);
  world.run(world.instant(from).subtract({ seconds: 1 }));
  world.setPost('down');
  world.run(from);
  if (then.length > 0) world.happens(from, ...then);
  world.run(world.instant(until).subtract({ seconds: 1 }));
  world.setPost('up');
  world.tick(until);
  return world;
}

describe('rule 12: an entry that is no longer true', () => {
  it.each([
    { because: 'the task is finished', then: [finish('self-assessment', { unit: 'DINKES' })] },
    { because: 'the unit is retired', then: [retireUnit('DINKES')] },
  ])('is dropped: $because', ({ then }) => {
    const outage = { from: '2025-09-23T08:00', then, until: '2025-09-23T11:00' };
    const world = afterOutage(penilaian, outage);

    expect(mails(world, { since: '2025-09-02' })).toEqual([]);
    expect(superseded(world)).toEqual(['admin@dinkes.test: reminder H-7 self-assessment DINKES']);
  });

  it.each([
    { how: 'extended', then: [extend('self-assessment', 'DINKES', '2025-10-10')], days: 17 },
    {
      how: 'rescheduled',
      then: [reschedule('self-assessment', { closes: '2025-10-10' })],
      days: 17,
    },
    {
      how: 'rescheduled',
      then: [reschedule('self-assessment', { closes: '2025-09-28' })],
      days: 5,
    },
  ])('is dropped: its deadline was $how, which is told instead', ({ how, then, days }) => {
    const outage = { from: '2025-09-23T08:00', then, until: '2025-09-23T11:00' };
    const world = afterOutage(penilaian, outage);

    expect(mails(world, { since: '2025-09-02' })).toEqual([
      `2025-09-23T11:00 admin@dinkes.test: ${how} self-assessment DINKES ${days}`,
    ]);
    expect(superseded(world)).toEqual(['admin@dinkes.test: reminder H-7 self-assessment DINKES']);
  });

  it('is dropped: the deadline is over', () => {
    const outage = { from: '2025-09-23T08:00', then: [], until: '2025-10-01T07:00' };
    const world = afterOutage(penilaian, outage);

    expect(mails(world, { since: '2025-09-02' })).toEqual([]);
  });

  it('is dropped: the lapsed task was extended', () => {
    const then = [extend('self-assessment', 'DINKES', '2025-10-10')];
    const world = afterOutage(penilaian, {
      from: '2025-10-01T08:00',
      then,
      until: '2025-10-01T11:00',
    });

    expect(mails(world, { since: '2025-10-01' })).toEqual([
      '2025-10-01T11:00 admin@dinkes.test: extended self-assessment DINKES 9',
    ]);
    expect(superseded(world)).toEqual(['admin@dinkes.test: overdue H+1 self-assessment DINKES']);
  });

  it('is dropped: the admin was replaced, and the newcomer gets a handover', () => {
    const then = [replaceAdmins('DINKES', ['baru@dinkes.test'])];
    const world = afterOutage(penilaian, {
      from: '2025-09-23T08:00',
      then,
      until: '2025-09-23T11:00',
    });

    expect(mails(world, { since: '2025-09-02' })).toEqual([
      '2025-09-23T11:00 baru@dinkes.test: handover self-assessment DINKES 7',
    ]);
  });

  it('is dropped: the review went to somebody else', () => {
    const then = [reassign('DINKES', 'A1', 'A3')];
    const world = afterOutage(reviu, { from: '2025-09-01T08:00', then, until: '2025-09-01T11:00' });

    expect(mails(world)).toEqual([
      '2025-09-01T11:00 a1@asesor.test: unassigned review DINKES',
      '2025-09-01T11:00 a3@asesor.test: assigned review DINKES 29',
    ]);
  });

  it('is dropped: the assessor who was taken off is on again', () => {
    const world = World.started('2025-08-31T07:00', reviu).happens(
      '2025-09-10T10:00',
      unassign('A1', 'DINKES'),
      assign('A1', 'DINKES'),
    );

    expect(mails(world, { since: '2025-09-10' })).toEqual([
      '2025-09-10T10:00 a1@asesor.test: assigned review DINKES 20',
    ]);
  });

  it('is dropped: the unit to which something was returned is retired', () => {
    const then = [finish('review', { unit: 'DINKES', findings: [3] }), retireUnit('DINKES')];
    const world = afterOutage(reviu, { from: '2025-09-10T10:00', then, until: '2025-09-10T11:00' });

    expect(mails(world, { to: 'admin' })).toEqual([]);
    expect(superseded(world)).toEqual(['admin@dinkes.test: returned review DINKES']);
  });

  it('leaves the others of its mail', () => {
    const plan: Plan = {
      phases: [phase('briefing'), phase('self-assessment')],
      people: onlyDinkes(),
    };
    const then = [finish('briefing', { unit: 'DINKES' })];
    const world = afterOutage(plan, { from: '2025-09-01T08:00', then, until: '2025-09-01T11:00' });

    expect(mails(world)).toEqual([
      '2025-09-01T11:00 admin@dinkes.test: opened self-assessment DINKES 29',
    ]);
  });
});

describe('rule 12: a mail speaks of now', () => {
  it('counts the days when it is sent', () => {
    const outage = { from: '2025-09-23T08:00', then: [], until: '2025-09-25T11:00' };
    const world = afterOutage(penilaian, outage);

    expect(mails(world, { since: '2025-09-02' })).toEqual([
      '2025-09-25T11:00 admin@dinkes.test: reminder H-7 self-assessment DINKES 5',
    ]);
  });

  it('names the deadline of now in an opened notice that waited for a reschedule', () => {
    const then = [reschedule('self-assessment', { closes: '2025-10-10' })];
    const world = afterOutage(penilaian, {
      from: '2025-09-01T08:00',
      then,
      until: '2025-09-01T11:00',
    });

    expect(mails(world)).toEqual([
      '2025-09-01T11:00 admin@dinkes.test: opened self-assessment DINKES 39',
      '2025-09-01T11:00 admin@dinkes.test: rescheduled self-assessment DINKES 39',
    ]);
  });

  it('still tells what was returned and published however late', () => {
    const plan: Plan = { phases: [phase('review'), phase('report')], people: onlyDinkes() };
    const then = [
      finish('review', { unit: 'DINKES', findings: [3] }),
      finish('report', { result }),
    ];
    const world = afterOutage(plan, { from: '2025-09-10T08:00', then, until: '2025-12-01T11:00' });

    expect(mails(world, { since: '2025-12-01' })).toEqual([
      '2025-12-01T11:00 admin@dinkes.test: returned review DINKES',
      '2025-12-01T11:00 head@dinkes.test: cycle-closed report',
      '2025-12-01T11:00 koordinator@kota.test: cycle-closed report',
    ]);
  });

  it('does not tell a unit that was retired and came back of its cancelled task', () => {
    const then = [retireUnit('DINKES'), addUnit('DINKES')];
    const world = afterOutage(penilaian, {
      from: '2025-09-23T08:00',
      then,
      until: '2025-09-23T11:00',
    });

    expect(mails(world, { since: '2025-09-02' })).toEqual([
      '2025-09-23T11:00 admin@dinkes.test: opened self-assessment DINKES 7',
    ]);
  });
});

describe('rule 12: a mail that is delivered between two ticks', () => {
  it('does not remind of a deadline that no tick has seen pass', () => {
    const world = World.started('2025-08-31T07:00', penilaian).run('2025-09-23T08:00');
    const [notice] = world.planned.slice(-1);
    const [task] = world.facts.tasks;
    const { people } = world.facts;
    const present = { phase: null, task: task ?? null, people, request: null };

    const truths = ['2025-09-30T23:59', '2025-10-01T00:00'].map(
      (now) => notice && stillTrue(notice, { ...present, now: world.instant(now) }),
    );

    expect(truths).toEqual([true, false]);
  });
});
