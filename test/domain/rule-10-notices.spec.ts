import { describe, expect, it } from '@jest/globals';
import { assign, extend, finish, reschedule } from './commands.js';
import { everybody, onlyDinkes, person, unit } from './people.js';
import { mails } from './reading.js';
import { phase, World, type Plan } from './world.js';

const begun = (plan: Plan): World =>
  World.started('2025-08-31T07:00', plan).run('2025-09-01T09:00');
const reviu: Plan = { phases: [phase('review')], people: onlyDinkes() };
const penilaian: Plan = { phases: [phase('self-assessment')], people: onlyDinkes() };

describe('rule 10: opened', () => {
  it.each([
    { kind: 'assignment', to: 'koordinator@kota.test: opened assignment 29' },
    { kind: 'briefing', to: 'admin@dinkes.test: opened briefing DINKES 29' },
    { kind: 'self-assessment', to: 'admin@dinkes.test: opened self-assessment DINKES 29' },
    { kind: 'review', to: 'a1@asesor.test: opened review DINKES 29' },
    { kind: 'report', to: 'koordinator@kota.test: opened report 29' },
  ] as const)('of kind $kind goes to who has the task', ({ kind, to }) => {
    const world = begun({ phases: [phase(kind)], people: onlyDinkes() });

    expect(mails(world)).toEqual([`2025-09-01T08:00 ${to}`]);
  });

  it('is replaced by assigned for a review that is given while its phase is open', () => {
    const world = begun(reviu)
      .happens('2025-09-13T10:00', assign('A3', 'DINKES'))
      .run('2025-09-20T00:00');

    expect(mails(world, { to: 'a3' })).toEqual([
      '2025-09-13T10:00 a3@asesor.test: assigned review DINKES 17',
    ]);
  });

  it('is not replaced for a review that was given before its phase opened', () => {
    const world = World.started('2025-08-31T07:00', reviu)
      .happens('2025-08-31T10:00', assign('A3', 'DINKES'))
      .run('2025-09-20T00:00');

    expect(mails(world, { to: 'a3' })).toEqual([
      '2025-09-01T08:00 a3@asesor.test: opened review DINKES 29',
    ]);
  });

  it('stays due for those who had their review before, when another one is given', () => {
    const world = World.started('2025-08-31T07:00', reviu)
      .happens('2025-09-01T06:00', assign('A3', 'DINKES'))
      .run('2025-09-02T00:00');

    expect(mails(world)).toEqual([
      '2025-09-01T06:00 a3@asesor.test: assigned review DINKES 29',
      '2025-09-01T08:00 a1@asesor.test: opened review DINKES 29',
    ]);
  });
});

describe('rule 10: reminders and overdue notices', () => {
  const plan = [phase('self-assessment', { reminders: ['HK-2', 'H', 'H+1', 'H+3'] })];

  it('go to the unfinished and to the lapsed, from escalateFrom on with a copy to the head', () => {
    const world = begun({ cycle: { escalateFrom: 'H+3' }, phases: plan })
      .happens('2025-09-27T10:00', finish('self-assessment', { unit: 'DLH' }))
      .run('2025-11-01T00:00');

    expect(mails(world, { since: '2025-09-02' })).toEqual([
      '2025-09-26T08:00 admin@dinkes.test: reminder HK-2 self-assessment DINKES 4',
      '2025-09-26T08:00 admin@dlh.test: reminder HK-2 self-assessment DLH 4',
      '2025-09-30T08:00 admin@dinkes.test: reminder H self-assessment DINKES 0',
      '2025-10-01T08:00 admin@dinkes.test: overdue H+1 self-assessment DINKES -1',
      '2025-10-03T08:00 admin@dinkes.test cc head@dinkes.test: overdue H+3 self-assessment DINKES -3',
    ]);
  });

  it('that meet after a weekend keep the escalation', () => {
    const friday = [phase('self-assessment', { closes: '2025-09-26', reminders: ['H+1', 'H+3'] })];
    const world = begun({
      cycle: { escalateFrom: 'H+3' },
      phases: friday,
      people: onlyDinkes(),
    }).run('2025-11-01T00:00');

    expect(mails(world, { since: '2025-09-02' })).toEqual([
      '2025-09-29T08:00 admin@dinkes.test cc head@dinkes.test: overdue H+3 self-assessment DINKES -3',
    ]);
  });

  it('are not copied without an escalation, a head, or another head than the recipient', () => {
    const units = [unit('DINKES', { head: null }), unit('DLH', { head: person('ADMIN@dlh.test') })];
    const world = begun({
      cycle: { escalateFrom: 'H+1' },
      phases: [phase('self-assessment', { reminders: ['H+1'] })],
      people: everybody({ units }),
    }).run('2025-11-01T00:00');

    expect(mails(world, { since: '2025-09-02' })).toEqual([
      '2025-10-01T08:00 admin@dinkes.test: overdue H+1 self-assessment DINKES -1',
      '2025-10-01T08:00 admin@dlh.test: overdue H+1 self-assessment DLH -1',
    ]);
  });
});

describe('rule 10: rescheduled', () => {
  it('goes at once to who has an unfinished task, with the old and the new date', () => {
    const world = begun({ phases: [phase('self-assessment')] })
      .happens('2025-09-10T10:00', finish('self-assessment', { unit: 'DLH' }))
      .happens('2025-09-13T10:00', reschedule('self-assessment', { closes: '2025-10-03' }));

    expect(mails(world, { since: '2025-09-02' })).toEqual([
      '2025-09-13T10:00 admin@dinkes.test: rescheduled self-assessment DINKES 20',
    ]);
    expect(
      world.sent.at(-1)?.notices.map(({ facts, deadline }) => ({ ...facts, deadline })),
    ).toEqual([
      {
        oldDeadline: '2025-09-30T17:00:00Z',
        oldDate: '2025-09-30',
        deadline: world.instant('2025-10-04T00:00'),
      },
    ]);
  });
});

describe('rule 10: extended', () => {
  it('goes to the admins of the unit, of a review too, once for two assessors', () => {
    const world = begun(reviu)
      .happens('2025-09-10T10:00', assign('A3', 'DINKES'))
      .happens('2025-09-13T10:00', extend('review', 'DINKES', '2025-10-10'));

    expect(mails(world, { since: '2025-09-13' })).toEqual([
      '2025-09-13T10:00 admin@dinkes.test: extended review DINKES 27',
    ]);
  });
});

describe('rule 10: a task that is finished', () => {
  it('gets nothing more', () => {
    const reminders = ['H-7', 'H', 'H+1'];
    const world = begun({ ...penilaian, phases: [phase('self-assessment', { reminders })] })
      .happens('2025-09-02T10:00', finish('self-assessment', { unit: 'DINKES' }))
      .run('2025-12-01T00:00');

    expect(mails(world, { since: '2025-09-02' })).toEqual([]);
  });
});
