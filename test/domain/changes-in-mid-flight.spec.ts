import { describe, expect, it } from '@jest/globals';
import {
  addUnit,
  assign,
  extend,
  finish,
  finishAccepted,
  reassign,
  reschedule,
  result,
  retireUnit,
  unassign,
} from './commands.js';
import { everybody, onlyDinkes } from './people.js';
import { mails, tasks } from './reading.js';
import { phase, World } from './world.js';

describe('rule 9: a unit that comes back while a revision is open', () => {
  it('gets its revision again, for its findings still stand', () => {
    const world = World.started('2025-08-31T07:00', {
      phases: [
        phase('review', { closes: '2025-09-10' }),
        phase('revision', { opens: '2025-09-11' }),
      ],
      people: onlyDinkes(),
    })
      .happens('2025-09-05T10:00', finish('review', { unit: 'DINKES', findings: [3] }))
      .happens('2025-09-15T10:00', retireUnit('DINKES'))
      .happens('2025-09-16T10:00', addUnit('DINKES'));

    expect(tasks(world)).toEqual([
      'review/DINKES/A1#1 finished until 2025-09-11T00:00',
      'revision/DINKES#1 cancelled until 2025-10-01T00:00',
      'revision/DINKES#2 todo until 2025-10-01T00:00',
    ]);
  });
});

describe('rules 2 and 15: a reschedule to the midnight that the deadline is already', () => {
  it('moves the deadline date, and the reminders with it', () => {
    const world = World.started('2025-08-31T07:00', {
      phases: [phase('self-assessment', { reminders: ['H-1'] })],
      people: onlyDinkes(),
    })
      .happens('2025-09-10T10:00', reschedule('self-assessment', { closes: '2025-10-01T00:00' }))
      .run('2025-09-30T09:00');

    expect(mails(world, { since: '2025-09-20' })).toEqual([
      '2025-09-30T08:00 admin@dinkes.test: reminder H-1 self-assessment DINKES 1',
    ]);
  });
});

describe('rule 16: who takes over a review of an extended unit', () => {
  it('has until its latest extension, although a cancelled review once had a later deadline', () => {
    const world = World.started('2025-08-31T07:00', {
      phases: [phase('review')],
      people: onlyDinkes(),
    })
      .happens('2025-09-02T10:00', extend('review', 'DINKES', '2025-10-05'))
      .happens('2025-09-03T10:00', reschedule('review', { closes: '2025-10-31' }))
      .happens('2025-09-04T10:00', reassign('DINKES', 'A1', 'A3'))
      .happens('2025-09-05T10:00', reschedule('review', { closes: '2025-09-30' }))
      .happens('2025-09-06T10:00', extend('review', 'DINKES', '2025-10-20'))
      .happens('2025-09-07T10:00', unassign('A3', 'DINKES'), assign('A1', 'DINKES'));

    expect(tasks(world).at(-1)).toBe('review/DINKES/A1#2 todo until 2025-10-21T00:00');
  });
});

describe('rule 8: finishing the reviews of a unit, accepted in time', () => {
  it('is not refused by a tick that came early, although one of the two is finished', () => {
    const people = everybody({
      assignments: [
        { assessor: 'A1', unit: 'DINKES' },
        { assessor: 'A3', unit: 'DINKES' },
      ],
    });
    const world = World.started('2025-08-31T07:00', { phases: [phase('review')], people })
      .happens('2025-09-10T10:00', finish('review', { unit: 'DINKES', assessor: 'A1' }))
      .run('2025-10-01T00:00');
    const accepted = world.instant('2025-09-30T23:59:59');

    world.perform('2025-10-01T00:00:01', finishAccepted('review', accepted, { unit: 'DINKES' }));

    expect(tasks(world)).toEqual([
      'review/DINKES/A1#1 finished until 2025-10-01T00:00',
      'review/DINKES/A3#1 finished until 2025-10-01T00:00',
    ]);
  });
});

describe('rule 16: the shared task of the coordinators', () => {
  it('can be extended too, or a result that came late could never be published', () => {
    const world = World.started('2025-08-31T07:00', { phases: [phase('report')] })
      .run('2025-10-02T09:00')
      .happens('2025-10-02T10:00', extend('report', null, '2025-10-10'))
      .happens('2025-10-03T10:00', finish('report', { result }));

    expect(tasks(world)).toEqual(['report#1 finished until 2025-10-11T00:00']);
    expect(mails(world, { since: '2025-10-02' })).toEqual([
      '2025-10-02T10:00 koordinator@kota.test: extended report 8',
      '2025-10-03T10:00 head@dinkes.test: cycle-closed report',
      '2025-10-03T10:00 head@dlh.test: cycle-closed report',
      '2025-10-03T10:00 koordinator@kota.test: cycle-closed report',
    ]);
  });

  it('needs no unit, but a unit is needed everywhere else', () => {
    const world = World.started('2025-08-31T07:00', { phases: [phase('self-assessment')] });

    expect(() =>
      world.perform('2025-09-02T10:00', extend('self-assessment', null, '2025-10-10')),
    ).toThrow('unknown_unit');
  });
});

describe('rule 10: a deadline that was extended and then rescheduled before anybody was told', () => {
  it('is told of once, from the date that people know', () => {
    const world = World.started('2025-08-31T07:00', {
      phases: [phase('self-assessment')],
      people: onlyDinkes(),
    }).happens(
      '2025-09-10T10:00',
      extend('self-assessment', 'DINKES', '2025-10-10'),
      reschedule('self-assessment', { closes: '2025-10-20' }),
    );

    const told = world.sent.filter(({ at }) => at.equals(world.instant('2025-09-10T10:00')));
    expect(
      told.flatMap(({ notices }) => notices).map(({ kind, facts }) => ({ kind, facts })),
    ).toEqual([
      {
        kind: 'rescheduled',
        facts: { oldDeadline: '2025-09-30T17:00:00Z', oldDate: '2025-09-30' },
      },
    ]);
  });
});
