import { describe, expect, it } from '@jest/globals';
import { addUnit, extend, finishAccepted } from './commands.js';
import { everybody, onlyDinkes } from './people.js';
import { mails, moves, phases, tasks } from './reading.js';
import { phase, World, type Plan } from './world.js';

const reminders = ['H-14', 'H-7', 'H-3', 'H-1', 'H', 'H+1', 'H+3'];
const penilaian: Plan = {
  cycle: { escalateFrom: 'H+3' },
  phases: [phase('self-assessment', { reminders })],
  people: onlyDinkes(),
};

/** Up until the first instant, down until the second, then up. */
function downBetween(plan: Plan, from: string, until: string): World {
  const world = World.started('2025-08-31T07:00', plan).run(from);
  world.tick(until);
  return world;
}

describe('rule 14: downtime over an opening', () => {
  it('opens the phase with the instant that was due, and the instant of recording', () => {
    const world = downBetween(penilaian, '2025-08-31T12:00', '2025-09-03T10:15');

    expect(moves(world)).toEqual([
      '2025-09-01T00:00 self-assessment scheduled > open (recorded 2025-09-03T10:15)',
      '2025-09-01T00:00 self-assessment/DINKES#1 none > todo (recorded 2025-09-03T10:15)',
    ]);
    expect(mails(world)).toEqual([
      '2025-09-03T10:15 admin@dinkes.test: opened self-assessment DINKES 27',
    ]);
  });

  it('that ends before sendAt leaves the opened notice to sendAt', () => {
    const world = downBetween(penilaian, '2025-08-31T12:00', '2025-09-01T07:00');

    expect(mails(world)).toEqual([]);
    expect(mails(world.run('2025-09-01T09:00'))).toEqual([
      '2025-09-01T08:00 admin@dinkes.test: opened self-assessment DINKES 29',
    ]);
  });

  it('and over reminders sends only the latest of them', () => {
    const world = downBetween(penilaian, '2025-08-31T12:00', '2025-09-27T11:00');

    expect(mails(world)).toEqual([
      '2025-09-27T11:00 admin@dinkes.test: reminder H-3 self-assessment DINKES 3',
    ]);
  });
});

describe('rule 14: downtime over reminders', () => {
  it.each([
    { from: '2025-09-02T00:00', until: '2025-09-25T11:00', sent: 'reminder H-7', days: 5 },
    { from: '2025-09-24T00:00', until: '2025-09-30T23:59', sent: 'reminder H', days: 0 },
    { from: '2025-09-24T00:00', until: '2025-09-30T07:59', sent: 'reminder H-1', days: 0 },
    { from: '2025-09-24T00:00', until: '2025-10-02T11:00', sent: 'overdue H+1', days: -2 },
  ])('from $from to $until sends $sent', ({ from, until, sent, days }) => {
    const world = downBetween(penilaian, from, until);

    expect(mails(world, { since: from })).toEqual([
      `${until} admin@dinkes.test: ${sent} self-assessment DINKES ${days}`,
    ]);
  });

  it('and the deadline, before the first overdue notice, sends nothing', () => {
    const world = downBetween(penilaian, '2025-09-24T00:00', '2025-10-01T07:00');

    expect(mails(world, { since: '2025-09-24' })).toEqual([]);
    expect(tasks(world)).toEqual(['self-assessment/DINKES#1 lapsed until 2025-10-01T00:00']);
  });

  it('over H+1 and H+3 sends the escalation', () => {
    const world = downBetween(penilaian, '2025-10-01T00:00', '2025-10-06T11:00');

    expect(mails(world, { since: '2025-10-01' })).toEqual([
      '2025-10-06T11:00 admin@dinkes.test cc head@dinkes.test: overdue H+3 self-assessment DINKES -6',
    ]);
  });

  it('sends the latest of each task, not of each recipient', () => {
    const plan: Plan = {
      phases: [
        phase('self-assessment', { reminders: ['H-7', 'H-3'] }),
        phase('briefing', { closes: '2025-09-26', reminders: ['H-1', 'H'] }),
      ],
      people: onlyDinkes(),
    };
    const world = downBetween(plan, '2025-09-02T00:00', '2025-09-26T11:00');

    expect(mails(world, { since: '2025-09-02' })).toEqual([
      '2025-09-26T11:00 admin@dinkes.test: reminder H briefing DINKES 0, reminder H-3 self-assessment DINKES 4',
    ]);
  });
});

describe('rule 14: downtime over several phases', () => {
  const three: Plan = {
    phases: [
      phase('briefing', { closes: '2025-09-05', reminders: ['H', 'H+1'] }),
      phase('self-assessment', { opens: '2025-09-06', closes: '2025-09-10', reminders: ['H-1'] }),
      phase('report', { opens: '2025-09-11' }),
    ],
    people: onlyDinkes(),
  };

  it('moves them through every instant in order', () => {
    const world = downBetween(three, '2025-08-31T12:00', '2025-09-12T09:00');

    expect(moves(world).map((line) => line.replace(' (recorded 2025-09-12T09:00)', ''))).toEqual([
      '2025-09-01T00:00 briefing scheduled > open',
      '2025-09-01T00:00 briefing/DINKES#1 none > todo',
      '2025-09-06T00:00 briefing/DINKES#1 todo > lapsed',
      '2025-09-06T00:00 briefing open > closed',
      '2025-09-06T00:00 self-assessment scheduled > open',
      '2025-09-06T00:00 self-assessment/DINKES#1 none > todo',
      '2025-09-11T00:00 self-assessment/DINKES#1 todo > lapsed',
      '2025-09-11T00:00 self-assessment open > closed',
      '2025-09-11T00:00 report scheduled > open',
      '2025-09-11T00:00 report#1 none > todo',
    ]);
  });

  it('sends what is true: an overdue notice and an opened one', () => {
    const world = downBetween(three, '2025-08-31T12:00', '2025-09-12T09:00');

    expect(mails(world)).toEqual([
      '2025-09-12T09:00 admin@dinkes.test: overdue H+1 briefing DINKES -7',
      '2025-09-12T09:00 koordinator@kota.test: opened report 18',
    ]);
  });

  it('leaves the same states as a process that was up', () => {
    const up = World.started('2025-08-31T07:00', three).run('2025-09-12T09:00');
    const down = downBetween(three, '2025-08-31T12:00', '2025-09-12T09:00');

    expect([phases(down), tasks(down)]).toEqual([phases(up), tasks(up)]);
  });
});

describe('rule 14: a command after downtime', () => {
  it('finds what the calendar has moved by then, in the calendar’s name', () => {
    const world = World.started('2025-08-31T07:00', penilaian);

    world.perform('2025-10-02T09:00', extend('self-assessment', 'DINKES', '2025-10-10'));

    expect(world.journal.slice(1).map(({ who, what, to }) => `${who} ${what} ${to}`)).toEqual([
      'siklus phase open',
      'siklus task todo',
      'siklus task lapsed',
      'siklus phase closed',
      'koordinator task in-progress',
      'koordinator extended 2025-10-10T17:00:00Z',
    ]);
  });

  it('tells of the extension and not of the deadline before it', () => {
    const world = World.started('2025-08-31T07:00', penilaian);
    world.perform('2025-10-02T09:00', extend('self-assessment', 'DINKES', '2025-10-10'));

    world.tick('2025-10-02T09:00');

    expect(mails(world, { since: '2025-10-01' }).join()).toContain(
      'extended self-assessment DINKES 8',
    );
    expect(mails(world).join()).not.toMatch(/reminder|overdue/);
  });

  it('takes in what was accepted in time', () => {
    const world = World.started('2025-08-31T07:00', penilaian).run('2025-09-01T00:00');
    const accepted = world.instant('2025-09-30T22:00');

    world.perform(
      '2025-10-02T09:00',
      finishAccepted('self-assessment', accepted, { unit: 'DINKES' }),
    );
    world.tick('2025-10-02T09:00');

    expect(tasks(world)).toEqual(['self-assessment/DINKES#1 finished until 2025-10-01T00:00']);
    expect(mails(world, { since: '2025-09-02' })).toEqual([]);
  });

  it('adds a unit to the phase that opened meanwhile', () => {
    const world = World.started('2025-08-31T07:00', { ...penilaian, people: everybody() });

    world.perform('2025-09-03T09:00', addUnit('BAPPEDA'));
    world.tick('2025-09-03T09:05');

    expect(mails(world)).toEqual([
      '2025-09-03T09:05 admin@bappeda.test: opened self-assessment BAPPEDA 27',
      '2025-09-03T09:05 admin@dinkes.test: opened self-assessment DINKES 27',
      '2025-09-03T09:05 admin@dlh.test: opened self-assessment DLH 27',
    ]);
  });
});
