import { describe, expect, it } from '@jest/globals';
import { extend } from './commands.js';
import { everybody, onlyDinkes, person, unit } from './people.js';
import { mails } from './reading.js';
import { phase, World } from './world.js';

const lastOf = (world: World): string[] => mails(world, { since: '2025-10-01' });

describe('rule 11: the entries of one mail', () => {
  it('are ordered by deadline, then by phase as in the file, then by unit', () => {
    const both = person('admin@dua.test');
    const world = World.started('2025-08-31T07:00', {
      phases: [
        phase('self-assessment', { code: 'b' }),
        phase('briefing', { code: 'a' }),
        phase('briefing', { code: 'c', closes: '2025-09-10' }),
      ],
      people: everybody({ units: [unit('Z', { admins: [both] }), unit('B', { admins: [both] })] }),
    }).run('2025-09-01T09:00');

    expect(mails(world)).toEqual([
      '2025-09-01T08:00 admin@dua.test: opened c B 9, opened c Z 9, opened b B 29, opened b Z 29, opened a B 29, opened a Z 29',
    ]);
  });

  it('are ordered by the deadline of the unit, not of the phase', () => {
    const world = World.started('2025-08-31T07:00', {
      phases: [
        phase('briefing', { closes: '2025-10-10', reminders: ['H-7'] }),
        phase('self-assessment', { reminders: ['H-1'] }),
      ],
      people: onlyDinkes(),
    })
      .happens('2025-09-02T09:00', extend('self-assessment', 'DINKES', '2025-10-04'))
      .run('2025-10-03T09:00');

    expect(lastOf(world)).toEqual([
      '2025-10-03T08:00 admin@dinkes.test: reminder H-1 self-assessment DINKES 1, reminder H-7 briefing DINKES 7',
    ]);
  });

  it('are one mail for two spellings of one address', () => {
    const units = [
      unit('DINKES', { admins: [person('Admin@dua.test')] }),
      unit('DLH', { admins: [person('admin@DUA.test')] }),
    ];
    const world = World.started('2025-08-31T07:00', {
      phases: [phase('briefing')],
      people: everybody({ units }),
    }).run('2025-09-01T09:00');

    expect(mails(world)).toEqual([
      '2025-09-01T08:00 Admin@dua.test: opened briefing DINKES 29, opened briefing DLH 29',
    ]);
  });
});

describe('rule 11: a unit’s notice', () => {
  it('goes to all its admins, one mail each, and once to who stands there twice', () => {
    const admins = ['satu@x.test', 'dua@x.test', 'Satu@x.test'].map(person);
    const world = World.started('2025-08-31T07:00', {
      phases: [phase('briefing')],
      people: everybody({ units: [unit('DINKES', { admins })] }),
    }).run('2025-09-01T09:00');

    expect(
      mails(world)
        .map((line) => line.toLowerCase())
        .sort(),
    ).toEqual([
      '2025-09-01t08:00 dua@x.test: opened briefing dinkes 29',
      '2025-09-01t08:00 satu@x.test: opened briefing dinkes 29',
    ]);
  });

  it('reaches nobody, and stops nothing, when the unit has no admin', () => {
    const world = World.started('2025-08-31T07:00', {
      phases: [phase('briefing')],
      people: everybody({ units: [unit('DINKES', { admins: [] }), unit('DLH')] }),
    }).run('2025-09-01T09:00');

    expect(mails(world)).toEqual(['2025-09-01T08:00 admin@dlh.test: opened briefing DLH 29']);
  });
});

describe('rule 11: notices that are copied to a head', () => {
  const both = person('admin@dua.test');
  const phases = [
    phase('briefing', { reminders: ['H+1'] }),
    phase('self-assessment', { opens: '2025-10-01', closes: '2025-10-31' }),
  ];

  it('make a mail of their own for each head', () => {
    const units = [unit('DINKES', { admins: [both] }), unit('DLH', { admins: [both] })];
    const world = World.started('2025-08-31T07:00', {
      cycle: { escalateFrom: 'H+1' },
      phases,
      people: everybody({ units }),
    }).run('2025-10-01T09:00');

    expect(lastOf(world)).toEqual([
      '2025-10-01T08:00 admin@dua.test cc head@dinkes.test: overdue H+1 briefing DINKES -1',
      '2025-10-01T08:00 admin@dua.test cc head@dlh.test: overdue H+1 briefing DLH -1',
      '2025-10-01T08:00 admin@dua.test: opened self-assessment DINKES 30, opened self-assessment DLH 30',
    ]);
  });

  it('make one mail for the head of two units', () => {
    const head = person('asisten@kota.test');
    const units = ['DINKES', 'DLH'].map((code) => unit(code, { admins: [both], head }));
    const world = World.started('2025-08-31T07:00', {
      cycle: { escalateFrom: 'H+1' },
      phases: phases.slice(0, 1),
      people: everybody({ units }),
    }).run('2025-10-01T09:00');

    expect(lastOf(world)).toEqual([
      '2025-10-01T08:00 admin@dua.test cc asisten@kota.test: overdue H+1 briefing DINKES -1, overdue H+1 briefing DLH -1',
    ]);
  });
});
