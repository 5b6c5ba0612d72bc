import { describe, expect, it } from '@jest/globals';
import { addUnit, extend, finish, pause, reschedule, resume, retireUnit } from './commands.js';
import { onlyDinkes } from './people.js';
import { mails, moves, phases, tasks } from './reading.js';
import { phase, World, type Plan } from './world.js';

const penilaian: Plan = {
  phases: [phase('self-assessment', { reminders: ['H-7', 'H-1', 'H+1'] })],
  people: onlyDinkes(),
};
const begun = (): World => World.started('2025-08-31T07:00', penilaian).run('2025-09-01T09:00');
const closing = (closes: string): ReturnType<typeof reschedule> =>
  reschedule('self-assessment', { closes });

describe('rule 15: an opening that moves while the phase is scheduled', () => {
  it.each([
    { opens: '2025-09-08', opened: '2025-09-08T00:00', sent: '2025-09-08T08:00', days: 22 },
    { opens: '2025-08-31T09:00', opened: '2025-08-31T09:00', sent: '2025-09-01T08:00', days: 29 },
    { opens: '2025-08-31T08:00', opened: '2025-08-31T08:00', sent: '2025-09-01T08:00', days: 29 },
  ])('to $opens opens it then', ({ opens, opened, sent, days }) => {
    const world = World.started('2025-08-31T07:00', penilaian)
      .happens('2025-08-31T08:00', reschedule('self-assessment', { opens }))
      .run('2025-09-22T00:00');

    expect(moves(world, 'phase')).toEqual([`${opened} self-assessment scheduled > open`]);
    expect(mails(world)).toEqual([
      `${sent} admin@dinkes.test: opened self-assessment DINKES ${days}`,
    ]);
  });
});

describe('rule 15: a closing that moves later', () => {
  it('is told at once, and only the new dates count', () => {
    const world = begun()
      .happens('2025-09-24T10:00', closing('2025-10-10'))
      .run('2025-10-13T09:00');

    expect(mails(world, { since: '2025-09-23' })).toEqual([
      '2025-09-23T08:00 admin@dinkes.test: reminder H-7 self-assessment DINKES 7',
      '2025-09-24T10:00 admin@dinkes.test: rescheduled self-assessment DINKES 16',
      '2025-10-03T08:00 admin@dinkes.test: reminder H-7 self-assessment DINKES 7',
      '2025-10-09T08:00 admin@dinkes.test: reminder H-1 self-assessment DINKES 1',
      '2025-10-13T08:00 admin@dinkes.test: overdue H+1 self-assessment DINKES -3',
    ]);
  });

  it('keeps the phase open until then', () => {
    const world = begun()
      .happens('2025-09-24T10:00', closing('2025-10-10'))
      .run('2025-11-01T00:00');

    expect(moves(world).slice(2)).toEqual([
      '2025-10-11T00:00 self-assessment/DINKES#1 todo > lapsed',
      '2025-10-11T00:00 self-assessment open > closed',
    ]);
  });
});

describe('rule 15: a closing that moves earlier', () => {
  it('sends nothing of the new dates that lies in the past already', () => {
    const world = begun()
      .happens('2025-09-10T10:00', closing('2025-09-12'))
      .run('2025-09-15T09:00');

    expect(mails(world, { since: '2025-09-02' })).toEqual([
      '2025-09-10T10:00 admin@dinkes.test: rescheduled self-assessment DINKES 2',
      '2025-09-11T08:00 admin@dinkes.test: reminder H-1 self-assessment DINKES 1',
      '2025-09-15T08:00 admin@dinkes.test: overdue H+1 self-assessment DINKES -3',
    ]);
  });

  it('sends nothing that would have been due at this very instant', () => {
    const world = begun()
      .happens('2025-09-10T08:00', closing('2025-09-11'))
      .run('2025-09-12T00:00');

    expect(mails(world, { since: '2025-09-02' })).toEqual([
      '2025-09-10T08:00 admin@dinkes.test: rescheduled self-assessment DINKES 1',
    ]);
  });

  it('lets what was finished be', () => {
    const world = begun()
      .happens('2025-09-05T10:00', finish('self-assessment', { unit: 'DINKES' }))
      .happens('2025-09-10T10:00', closing('2025-09-12'));

    expect(tasks(world)).toEqual(['self-assessment/DINKES#1 finished until 2025-10-01T00:00']);
    expect(mails(world, { since: '2025-09-02' })).toEqual([]);
  });
});

describe('rule 15: a closing that moves twice in one instant', () => {
  it('is told once, from the date that people knew to the one that holds', () => {
    const world = begun().happens('2025-09-10T10:00', closing('2025-09-20'), closing('2025-10-10'));

    expect(world.sent.at(-1)?.notices.map(({ kind, facts }) => ({ kind, ...facts }))).toEqual([
      { kind: 'rescheduled', oldDeadline: '2025-09-30T17:00:00Z', oldDate: '2025-09-30' },
    ]);
    expect(mails(world, { since: '2025-09-02' })).toEqual([
      '2025-09-10T10:00 admin@dinkes.test: rescheduled self-assessment DINKES 30',
    ]);
  });

  it('and back again is not told', () => {
    const world = begun().happens('2025-09-10T10:00', closing('2025-09-20'), closing('2025-09-30'));

    expect(mails(world, { since: '2025-09-02' })).toEqual([]);
  });

  it('and then is extended is told as an extension', () => {
    const world = begun().happens(
      '2025-09-10T10:00',
      closing('2025-09-20'),
      extend('self-assessment', 'DINKES', '2025-10-10'),
    );

    expect(mails(world, { since: '2025-09-02' })).toEqual([
      '2025-09-10T10:00 admin@dinkes.test: extended self-assessment DINKES 30',
    ]);
  });

  it('holds for a unit that comes in between', () => {
    const world = begun().happens(
      '2025-09-10T10:00',
      closing('2025-09-20'),
      addUnit('BAPPEDA'),
      retireUnit('DINKES'),
    );

    expect(mails(world, { since: '2025-09-02' })).toEqual([
      '2025-09-10T10:00 admin@bappeda.test: opened self-assessment BAPPEDA 10',
    ]);
  });
});

describe('rule 15: a date that is given but does not move', () => {
  it('changes nothing, in an open phase too', () => {
    const world = begun();
    const before = world.journal.length;

    world.perform(
      '2025-09-10T10:00',
      reschedule('self-assessment', { opens: '2025-09-01', closes: '2025-09-30' }),
    );

    expect(world.journal.length).toBe(before);
  });

  it('can stand beside one that does', () => {
    const both = reschedule('self-assessment', { opens: '2025-09-01', closes: '2025-10-10' });

    expect(tasks(begun().happens('2025-09-10T10:00', both))).toEqual([
      'self-assessment/DINKES#1 todo until 2025-10-11T00:00',
    ]);
  });
});

describe('rule 15: in a paused cycle', () => {
  it('a closing that passed during the pause can still move', () => {
    const world = begun()
      .happens('2025-09-25T10:00', pause)
      .happens('2025-10-02T10:00', closing('2025-10-10'))
      .happens('2025-10-03T10:00', resume);

    expect(phases(world)).toEqual(['self-assessment open']);
    expect(mails(world, { since: '2025-09-25' })).toEqual([
      '2025-10-03T10:00 admin@dinkes.test: rescheduled self-assessment DINKES 7, reminder H-7 self-assessment DINKES 7',
    ]);
  });
});

describe('rule 15: what a reschedule leaves in the journal', () => {
  it('are the dates of the phase and the deadline of each task that moved', () => {
    const world = begun().happens('2025-09-10T10:00', closing('2025-10-10'));

    expect(world.journal.slice(-2).map(({ what, from, to }) => [what, from, to])).toEqual([
      ['rescheduled', '2025-09-01 – 2025-09-30', '2025-09-01 – 2025-10-10'],
      ['deadline', '2025-09-30T17:00:00Z', '2025-10-10T17:00:00Z'],
    ]);
  });
});
