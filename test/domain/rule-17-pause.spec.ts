import { describe, expect, it } from '@jest/globals';
import { nextDue } from '../../src/domain/timeline.js';
import {
  addUnit,
  assign,
  extend,
  finish,
  override,
  pause,
  reassign,
  replaceAdmins,
  reschedule,
  result,
  resume,
  unassign,
} from './commands.js';
import { everybody, onlyDinkes } from './people.js';
import { mails, moves, phases, superseded, tasks } from './reading.js';
import { phase, World, type Plan } from './world.js';

const penilaian: Plan = {
  phases: [phase('self-assessment', { reminders: ['H-7', 'H-1', 'H', 'H+1'] })],
  people: onlyDinkes(),
};
const reviu: Plan = { phases: [phase('review')], people: onlyDinkes() };
const begun = (plan: Plan): World =>
  World.started('2025-08-31T07:00', plan).run('2025-09-01T09:00');

describe('rule 17: a pause', () => {
  it('stops transitions and mails, however often it is ticked', () => {
    const world = begun(penilaian).happens('2025-09-20T10:00', pause);

    for (const at of ['2025-09-23T08:00', '2025-09-29T08:00', '2025-10-05T08:00']) world.tick(at);

    expect(phases(world)).toEqual(['self-assessment open']);
    expect(tasks(world)).toEqual(['self-assessment/DINKES#1 todo until 2025-10-01T00:00']);
    expect(mails(world, { since: '2025-09-02' })).toEqual([]);
  });

  it('has nothing due', () => {
    const world = begun(penilaian).happens('2025-09-20T10:00', pause);

    expect(nextDue(world.facts, world.watermark)).toBeNull();
  });

  it('lets work go on', () => {
    const world = begun(penilaian)
      .happens('2025-09-20T10:00', pause)
      .happens('2025-09-22T10:00', finish('self-assessment', { unit: 'DINKES' }))
      .happens('2025-10-05T10:00', resume);

    expect(tasks(world)).toEqual(['self-assessment/DINKES#1 finished until 2025-10-01T00:00']);
    expect(mails(world, { since: '2025-09-02' })).toEqual([]);
  });

  it('is recorded, and so is its end', () => {
    const world = begun(penilaian)
      .happens('2025-09-20T10:00', pause)
      .happens('2025-09-22T10:00', resume);

    expect(
      world.journal
        .filter(({ what }) => what === 'cycle')
        .map(({ who, from, to }) => `${who}: ${from} > ${to}`),
    ).toEqual([
      'koordinator: draft > active',
      'koordinator: active > paused',
      'koordinator: paused > active',
    ]);
  });
});

describe('rule 17: resuming', () => {
  it.each([
    {
      at: '2025-09-25T11:00',
      sent: ['2025-09-25T11:00 admin@dinkes.test: reminder H-7 self-assessment DINKES 5'],
    },
    {
      at: '2025-09-30T11:00',
      sent: ['2025-09-30T11:00 admin@dinkes.test: reminder H self-assessment DINKES 0'],
    },
    { at: '2025-10-01T07:00', sent: [] },
    {
      at: '2025-10-06T11:00',
      sent: ['2025-10-06T11:00 admin@dinkes.test: overdue H+1 self-assessment DINKES -6'],
    },
  ])('at $at sends the latest of what fell due', ({ at, sent }) => {
    const world = begun(penilaian).happens('2025-09-20T10:00', pause).happens(at, resume);

    expect(mails(world, { since: '2025-09-02' })).toEqual(sent);
  });

  it('moves phases and tasks through every instant, with the instant that was due', () => {
    const world = World.started('2025-08-31T07:00', penilaian)
      .happens('2025-08-31T10:00', pause)
      .happens('2025-10-02T11:00', resume);

    const late = '(recorded 2025-10-02T11:00)';
    expect(moves(world)).toEqual([
      `2025-09-01T00:00 self-assessment scheduled > open ${late}`,
      `2025-09-01T00:00 self-assessment/DINKES#1 none > todo ${late}`,
      `2025-10-01T00:00 self-assessment/DINKES#1 todo > lapsed ${late}`,
      `2025-10-01T00:00 self-assessment open > closed ${late}`,
    ]);
  });

  it('in the instant of the pause loses nothing', () => {
    const world = begun(penilaian)
      .happens('2025-09-23T08:00', pause, resume)
      .run('2025-09-23T09:00');

    expect(mails(world, { since: '2025-09-02' })).toEqual([
      '2025-09-23T08:00 admin@dinkes.test: reminder H-7 self-assessment DINKES 7',
    ]);
  });

  it('goes on as before', () => {
    const world = begun(penilaian)
      .happens('2025-09-20T10:00', pause)
      .happens('2025-09-22T10:00', resume)
      .run('2025-09-29T09:00');

    expect(mails(world, { since: '2025-09-02' })).toEqual([
      '2025-09-23T08:00 admin@dinkes.test: reminder H-7 self-assessment DINKES 7',
      '2025-09-29T08:00 admin@dinkes.test: reminder H-1 self-assessment DINKES 1',
    ]);
  });
});

describe('rule 17: what gives notice during a pause waits', () => {
  it('and goes on resume if it is still true, one mail for each', () => {
    const world = begun({ phases: [phase('review'), phase('revision'), phase('report')] })
      .happens('2025-09-10T10:00', pause)
      .happens('2025-09-11T10:00', finish('review', { unit: 'DINKES', findings: [3] }))
      .happens('2025-09-12T10:00', reassign('DLH', 'A2', 'A3'))
      .happens('2025-09-13T10:00', finish('report', { result }))
      .happens('2025-09-15T10:00', resume);

    expect(mails(world, { since: '2025-09-10' })).toEqual([
      '2025-09-15T10:00 a2@asesor.test: unassigned review DLH',
      '2025-09-15T10:00 a3@asesor.test: assigned review DLH 15',
      '2025-09-15T10:00 admin@dinkes.test: returned review DINKES, opened revision DINKES 15',
      '2025-09-15T10:00 head@dinkes.test: cycle-closed report',
      '2025-09-15T10:00 head@dlh.test: cycle-closed report',
      '2025-09-15T10:00 koordinator@kota.test: cycle-closed report',
    ]);
  });

  it('and is dropped when it is true no longer', () => {
    const world = begun(penilaian)
      .happens('2025-09-10T10:00', pause)
      .happens('2025-09-11T10:00', replaceAdmins('DINKES', ['baru@dinkes.test']))
      .happens('2025-09-12T10:00', finish('self-assessment', { unit: 'DINKES' }))
      .happens('2025-09-15T10:00', resume);

    expect(mails(world, { since: '2025-09-10' })).toEqual([]);
    expect(superseded(world)).toEqual(['baru@dinkes.test: handover self-assessment DINKES']);
  });

  it('as an extension that was not used waits, and its reminders follow it', () => {
    const world = begun(penilaian)
      .happens('2025-09-29T10:00', pause)
      .happens('2025-10-02T10:00', extend('self-assessment', 'DINKES', '2025-10-10'))
      .happens('2025-10-02T12:00', resume)
      .run('2025-10-09T09:00');

    expect(moves(world).slice(2)).toEqual([
      '2025-10-01T00:00 self-assessment open > closed (recorded 2025-10-02T12:00)',
    ]);
    expect(mails(world, { since: '2025-09-30' })).toEqual([
      '2025-10-02T12:00 admin@dinkes.test: extended self-assessment DINKES 8',
      '2025-10-03T08:00 admin@dinkes.test: reminder H-7 self-assessment DINKES 7',
      '2025-10-09T08:00 admin@dinkes.test: reminder H-1 self-assessment DINKES 1',
    ]);
  });

  it('as two reschedules wait they become one, from the date that people knew', () => {
    const world = begun({ ...penilaian, phases: [phase('self-assessment')] })
      .happens('2025-09-10T10:00', pause)
      .happens('2025-09-11T10:00', reschedule('self-assessment', { closes: '2025-10-05' }))
      .happens('2025-09-12T10:00', reschedule('self-assessment', { closes: '2025-10-10' }))
      .happens('2025-09-15T10:00', resume);

    expect(mails(world, { since: '2025-09-10' })).toEqual([
      '2025-09-15T10:00 admin@dinkes.test: rescheduled self-assessment DINKES 25',
    ]);
    expect(world.sent.at(-1)?.notices.map(({ facts }) => facts.oldDate)).toEqual(['2025-09-30']);
  });

  it('as an assessor is taken off and put on again it is told as it ended', () => {
    const world = begun(reviu)
      .happens('2025-09-10T10:00', pause)
      .happens('2025-09-11T10:00', unassign('A1', 'DINKES'))
      .happens('2025-09-12T10:00', assign('A1', 'DINKES'))
      .happens('2025-09-15T10:00', resume);

    expect(mails(world, { since: '2025-09-10' })).toEqual([
      '2025-09-15T10:00 a1@asesor.test: assigned review DINKES 15',
    ]);
  });

  it('as a unit is added it gets its task at once and its notice on resume', () => {
    const world = begun(penilaian)
      .happens('2025-09-10T10:00', pause)
      .happens('2025-09-11T10:00', addUnit('BAPPEDA'));

    expect(tasks(world)).toContain('self-assessment/BAPPEDA#1 todo until 2025-10-01T00:00');
    expect(mails(world.happens('2025-09-15T10:00', resume), { to: 'admin@bappeda' })).toEqual([
      '2025-09-15T10:00 admin@bappeda.test: opened self-assessment BAPPEDA 15',
    ]);
  });
});

describe('rule 17: a blocked phase in a pause', () => {
  const guarded: Plan = {
    phases: [phase('review', { requires: ['every-unit-has-an-assessor'] })],
    people: everybody({ assignments: [{ assessor: 'A1', unit: 'DINKES' }] }),
  };

  it('opens on resume when the guard holds by then', () => {
    const world = begun(guarded)
      .happens('2025-09-02T10:00', pause)
      .happens('2025-09-03T10:00', assign('A2', 'DLH'));

    expect(phases(world)).toEqual(['review blocked']);
    expect(phases(world.happens('2025-09-04T10:00', resume))).toEqual(['review open']);
  });

  it('can be overridden, which is told on resume', () => {
    const world = begun(guarded)
      .happens('2025-09-02T10:00', pause)
      .happens('2025-09-03T10:00', override('review'))
      .happens('2025-09-04T10:00', resume);

    expect(mails(world, { since: '2025-09-02' })).toEqual([
      '2025-09-04T10:00 a1@asesor.test: opened review DINKES 26',
    ]);
  });
});
