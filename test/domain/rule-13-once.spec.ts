import { describe, expect, it } from '@jest/globals';
import { extend, finish, reschedule } from './commands.js';
import { onlyDinkes } from './people.js';
import { mails, moves } from './reading.js';
import { phase, World, type Plan } from './world.js';

const plan: Plan = {
  phases: [phase('self-assessment', { reminders: ['H-7', 'H+1'] })],
  people: onlyDinkes(),
};

describe('rule 13: two ticks at one instant', () => {
  it('plan and record what one would', () => {
    const world = World.started('2025-08-31T07:00', plan);
    const due = ['2025-09-01T00:00', '2025-09-01T08:00', '2025-09-23T08:00', '2025-10-01T00:00'];

    for (const at of [...due, '2025-10-01T08:00']) {
      world.tick(at);
      world.tick(at);
    }

    expect(mails(world)).toEqual([
      '2025-09-01T08:00 admin@dinkes.test: opened self-assessment DINKES 29',
      '2025-09-23T08:00 admin@dinkes.test: reminder H-7 self-assessment DINKES 7',
      '2025-10-01T08:00 admin@dinkes.test: overdue H+1 self-assessment DINKES -1',
    ]);
    expect(moves(world).length).toBe(4);
    expect(world.plannedAnew).toEqual([]);
  });

  it('tell of a command once', () => {
    const world = World.started('2025-08-31T07:00', plan).happens(
      '2025-09-05T10:00',
      extend('self-assessment', 'DINKES', '2025-10-10'),
    );

    world.tick('2025-09-05T10:00');

    expect(mails(world, { since: '2025-09-05' })).toEqual([
      '2025-09-05T10:00 admin@dinkes.test: extended self-assessment DINKES 35',
    ]);
  });
});

describe('rule 13: a replica whose clock is behind', () => {
  it('does not plan again what lies between the two clocks', () => {
    const world = World.started('2025-08-31T07:00', plan).run('2025-09-23T08:00');

    world.tick('2025-09-23T07:59');
    world.tick('2025-09-23T08:01');

    expect(mails(world, { since: '2025-09-02' })).toEqual([
      '2025-09-23T08:00 admin@dinkes.test: reminder H-7 self-assessment DINKES 7',
    ]);
    expect(world.plannedAnew).toEqual([]);
  });
});

describe('rule 13: a deadline that comes back', () => {
  it('does not repeat what was sent for it before', () => {
    const world = World.started('2025-08-31T07:00', plan)
      .run('2025-09-23T09:00')
      .happens('2025-09-24T10:00', reschedule('self-assessment', { closes: '2025-10-03' }))
      .happens('2025-09-25T10:00', reschedule('self-assessment', { closes: '2025-09-30' }))
      .run('2025-10-01T09:00');

    expect(mails(world, { since: '2025-09-23' })).toEqual([
      '2025-09-23T08:00 admin@dinkes.test: reminder H-7 self-assessment DINKES 7',
      '2025-09-24T10:00 admin@dinkes.test: rescheduled self-assessment DINKES 9',
      '2025-09-25T10:00 admin@dinkes.test: rescheduled self-assessment DINKES 5',
      '2025-10-01T08:00 admin@dinkes.test: overdue H+1 self-assessment DINKES -1',
    ]);
  });
});

describe('rule 13: an occurrence', () => {
  it('is another one for another task, deadline, or offset, and for nothing else', () => {
    const world = World.started('2025-08-31T07:00', { phases: plan.phases })
      .happens('2025-09-24T10:00', extend('self-assessment', 'DINKES', '2025-10-10'))
      .happens('2025-09-25T10:00', finish('self-assessment', { unit: 'DLH' }))
      .run('2025-10-31T00:00');
    const scheduled = world.planned.filter(({ offset }) => offset !== null);

    expect(scheduled.map(({ occurrence }) => occurrence)).toEqual([
      'self-assessment/DINKES#1 2025-09-30T17:00:00Z 2025-09-30 H-7',
      'self-assessment/DLH#1 2025-09-30T17:00:00Z 2025-09-30 H-7',
      'self-assessment/DINKES#1 2025-10-10T17:00:00Z 2025-10-10 H-7',
      'self-assessment/DINKES#1 2025-10-10T17:00:00Z 2025-10-10 H+1',
    ]);
  });
});
