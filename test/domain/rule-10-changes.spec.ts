import { describe, expect, it } from '@jest/globals';
import {
  addUnit,
  assign,
  extend,
  finish,
  reassign,
  replaceAdmins,
  result,
  retireUnit,
  unassign,
} from './commands.js';
import { onlyDinkes } from './people.js';
import { mails } from './reading.js';
import { phase, World, type Plan } from './world.js';

const begun = (plan: Plan): World =>
  World.started('2025-08-31T07:00', plan).run('2025-09-01T09:00');
const reviu: Plan = { phases: [phase('review')], people: onlyDinkes() };

describe('rule 10: handover', () => {
  const two: Plan = {
    phases: [phase('briefing', { closes: '2025-09-20' }), phase('self-assessment')],
    people: onlyDinkes(),
  };

  it('goes to new admins, one entry a task', () => {
    const world = begun(two).happens(
      '2025-09-13T10:00',
      replaceAdmins('DINKES', ['baru@dinkes.test', 'Admin@dinkes.test']),
    );

    expect(mails(world, { since: '2025-09-13' })).toEqual([
      '2025-09-13T10:00 baru@dinkes.test: handover briefing DINKES 7, handover self-assessment DINKES 17',
    ]);
  });

  it('leaves out what is finished, lapsed, or an assessor’s', () => {
    const world = begun({ phases: [...two.phases, phase('review')], people: onlyDinkes() })
      .happens('2025-09-19T10:00', finish('self-assessment', { unit: 'DINKES' }))
      .happens('2025-09-21T10:00', replaceAdmins('DINKES', ['baru@dinkes.test']));

    expect(mails(world, { since: '2025-09-13' })).toEqual([]);
  });

  it('sends what comes later to the new ones only', () => {
    const world = begun({
      phases: [phase('self-assessment', { reminders: ['H-1'] })],
      people: onlyDinkes(),
    })
      .happens('2025-09-13T10:00', replaceAdmins('DINKES', ['baru@dinkes.test', 'dua@dinkes.test']))
      .run('2025-09-29T09:00');

    expect(mails(world, { since: '2025-09-29' })).toEqual([
      '2025-09-29T08:00 baru@dinkes.test: reminder H-1 self-assessment DINKES 1',
      '2025-09-29T08:00 dua@dinkes.test: reminder H-1 self-assessment DINKES 1',
    ]);
  });
});

describe('rule 10: assigned and unassigned', () => {
  it('go to who gains and who loses an unfinished review', () => {
    const world = begun(reviu).happens('2025-09-13T10:00', reassign('DINKES', 'A1', 'A3'));

    expect(mails(world, { since: '2025-09-13' })).toEqual([
      '2025-09-13T10:00 a1@asesor.test: unassigned review DINKES',
      '2025-09-13T10:00 a3@asesor.test: assigned review DINKES 17',
    ]);
  });

  it('name each open review phase', () => {
    const phases = [phase('review', { code: 'dokumen' }), phase('review', { code: 'interviu' })];
    const world = begun({ phases, people: onlyDinkes() }).happens(
      '2025-09-13T10:00',
      unassign('A1', 'DINKES'),
    );

    expect(mails(world, { since: '2025-09-13' })).toEqual([
      '2025-09-13T10:00 a1@asesor.test: unassigned dokumen DINKES, unassigned interviu DINKES',
    ]);
  });

  it('are not sent for a finished review, nor outside an open phase', () => {
    const world = World.started('2025-08-31T07:00', reviu)
      .happens('2025-08-31T10:00', reassign('DINKES', 'A1', 'A3'))
      .happens('2025-09-13T10:00', finish('review', { unit: 'DINKES' }))
      .happens('2025-09-14T10:00', unassign('A3', 'DINKES'))
      .happens('2025-10-02T10:00', assign('A1', 'DINKES'));

    expect(mails(world)).toEqual(['2025-09-01T08:00 a3@asesor.test: opened review DINKES 29']);
  });

  it('tells the assessor of a unit that is retired', () => {
    const world = begun(reviu).happens('2025-09-13T10:00', retireUnit('DINKES'));

    expect(mails(world, { since: '2025-09-13' })).toEqual([
      '2025-09-13T10:00 a1@asesor.test: unassigned review DINKES',
    ]);
  });
});

describe('rule 10: returned and cycle-closed', () => {
  it('returned goes to the admins of a unit whose review ended with findings', () => {
    const world = begun({ phases: [phase('review')] })
      .happens('2025-09-13T10:00', finish('review', { unit: 'DINKES', findings: [3, 5] }))
      .happens('2025-09-13T11:00', finish('review', { unit: 'DLH', findings: [] }));

    expect(mails(world, { since: '2025-09-13' })).toEqual([
      '2025-09-13T10:00 admin@dinkes.test: returned review DINKES',
    ]);
    expect(world.sent.at(-1)?.notices.map(({ facts }) => facts)).toEqual([{ findings: [3, 5] }]);
  });

  it('cycle-closed goes to coordinators and heads of all units that take part', () => {
    const world = begun({
      phases: [phase('report'), phase('briefing', { opens: '2025-12-01', closes: '2025-12-02' })],
    })
      .happens('2025-09-10T10:00', addUnit('BAPPEDA'), retireUnit('DLH'))
      .happens('2025-09-13T10:00', finish('report', { result }));

    expect(mails(world, { since: '2025-09-13' })).toEqual([
      '2025-09-13T10:00 head@bappeda.test: cycle-closed report',
      '2025-09-13T10:00 head@dinkes.test: cycle-closed report',
      '2025-09-13T10:00 koordinator@kota.test: cycle-closed report',
    ]);
    expect(world.sent.at(-1)?.notices.map(({ facts }) => facts)).toEqual([{ result }]);
  });
});

describe('rule 10: an extended review of a closed phase', () => {
  it('is lost without a notice: its phase is not open', () => {
    const world = begun(reviu)
      .happens('2025-09-20T10:00', extend('review', 'DINKES', '2025-10-10'))
      .happens('2025-10-02T10:00', unassign('A1', 'DINKES'));

    expect(mails(world, { to: 'a1', since: '2025-09-20' })).toEqual([]);
  });
});
