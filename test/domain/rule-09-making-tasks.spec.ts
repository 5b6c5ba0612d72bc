import { describe, expect, it } from '@jest/globals';
import { phaseKinds } from '../../src/domain/cycle.js';
import { addUnit, assign, extend, finish, reassign, retireUnit, unassign } from './commands.js';
import { everybody, onlyDinkes } from './people.js';
import { mails, moves, tasks } from './reading.js';
import { phase, World, type Plan } from './world.js';

const until = 'todo until 2025-10-01T00:00';
const begun = (plan: Plan): World =>
  World.started('2025-08-31T07:00', plan).run('2025-09-01T00:00');

describe('rule 9: a phase that opens', () => {
  it.each([
    { kind: 'assignment', made: ['assignment#1'] },
    { kind: 'briefing', made: ['briefing/DINKES#1', 'briefing/DLH#1'] },
    { kind: 'self-assessment', made: ['self-assessment/DINKES#1', 'self-assessment/DLH#1'] },
    { kind: 'review', made: ['review/DINKES/A1#1', 'review/DLH/A2#1'] },
    { kind: 'revision', made: [] },
    { kind: 'report', made: ['report#1'] },
  ] as const)('of kind $kind makes $made', ({ kind, made }) => {
    const world = begun({ phases: [phase(kind)] });

    expect(phaseKinds).toContain(kind);
    expect(tasks(world)).toEqual(made.map((id) => `${id} ${until}`));
  });

  it('as a review makes none for a unit without an assessor, and two for one with two', () => {
    const people = everybody({
      assignments: [
        { assessor: 'A1', unit: 'DINKES' },
        { assessor: 'A3', unit: 'DINKES' },
      ],
    });

    expect(tasks(begun({ phases: [phase('review')], people }))).toEqual([
      `review/DINKES/A1#1 ${until}`,
      `review/DINKES/A3#1 ${until}`,
    ]);
  });

  it('as a revision makes tasks for the units with a finding in a finished review', () => {
    const world = World.started('2025-08-31T07:00', {
      phases: [
        phase('review', { closes: '2025-09-10' }),
        phase('revision', { opens: '2025-09-15' }),
      ],
    })
      .happens('2025-09-05T10:00', finish('review', { unit: 'DINKES', findings: [3] }))
      .happens('2025-09-05T11:00', finish('review', { unit: 'DLH', findings: [] }))
      .run('2025-09-15T00:00');

    expect(tasks(world).slice(2)).toEqual([`revision/DINKES#1 ${until}`]);
  });

  it('makes no task for a retired unit', () => {
    const world = World.started('2025-08-31T07:00', { phases: [phase('briefing')] })
      .happens('2025-08-31T09:00', retireUnit('DLH'))
      .run('2025-09-01T00:00');

    expect(tasks(world)).toEqual([`briefing/DINKES#1 ${until}`]);
  });
});

describe('rule 9: at one instant', () => {
  it('a phase that stands first in the file opens after another has closed', () => {
    const world = World.started('2025-08-31T07:00', {
      phases: [
        phase('report', { opens: '2025-09-11' }),
        phase('assignment', { closes: '2025-09-10' }),
      ],
    }).run('2025-09-11T00:00');

    expect(moves(world).slice(2)).toEqual([
      '2025-09-11T00:00 assignment#1 todo > lapsed',
      '2025-09-11T00:00 assignment open > closed',
      '2025-09-11T00:00 report scheduled > open',
      '2025-09-11T00:00 report#1 none > todo',
    ]);
  });
});

describe('rule 9: a unit added', () => {
  it('while the phase is open gets its task at once', () => {
    const world = begun({
      phases: [phase('briefing'), phase('self-assessment')],
      people: onlyDinkes(),
    }).happens('2025-09-13T22:00', addUnit('BAPPEDA'));

    expect(tasks(world).slice(2)).toEqual([
      `briefing/BAPPEDA#1 ${until}`,
      `self-assessment/BAPPEDA#1 ${until}`,
    ]);
    expect(mails(world, { to: 'admin@bappeda' })).toEqual([
      '2025-09-13T22:00 admin@bappeda.test: opened briefing BAPPEDA 17, opened self-assessment BAPPEDA 17',
    ]);
  });

  it.each([
    { at: '2025-08-31T10:00', when: 'before the phase' },
    { at: '2025-10-01T00:00', when: 'when it has just closed' },
  ])('$when gets none then', ({ at }) => {
    const world = World.started('2025-08-31T07:00', {
      phases: [phase('briefing')],
      people: onlyDinkes(),
    }).happens(at, addUnit('BAPPEDA'));

    expect(tasks(world).filter((line) => line.includes('BAPPEDA'))).toEqual([]);
  });

  it('before any tick saw the closing gets none either', () => {
    const world = begun({ phases: [phase('briefing')], people: onlyDinkes() });

    world.perform('2025-10-01T00:00', addUnit('BAPPEDA'));

    expect(tasks(world).filter((line) => line.includes('BAPPEDA'))).toEqual([]);
  });

  it('again after it was retired gets a new task; the old one stays cancelled', () => {
    const world = begun({ phases: [phase('briefing')], people: onlyDinkes() })
      .happens('2025-09-10T10:00', retireUnit('DINKES'))
      .happens('2025-09-12T10:00', addUnit('DINKES'));

    expect(tasks(world)).toEqual([
      'briefing/DINKES#1 cancelled until 2025-10-01T00:00',
      `briefing/DINKES#2 ${until}`,
    ]);
    expect(mails(world, { since: '2025-09-10' })).toEqual([
      '2025-09-12T10:00 admin@dinkes.test: opened briefing DINKES 18',
    ]);
  });

  it('again after it had finished has nothing more to do', () => {
    const world = begun({ phases: [phase('briefing')], people: onlyDinkes() })
      .happens('2025-09-09T10:00', finish('briefing', { unit: 'DINKES' }))
      .happens('2025-09-10T10:00', retireUnit('DINKES'))
      .happens('2025-09-12T10:00', addUnit('DINKES'));

    expect(tasks(world)).toEqual(['briefing/DINKES#1 finished until 2025-10-01T00:00']);
  });
});

describe('rule 9: an assessor assigned while a review is open', () => {
  const reviu: Plan = { phases: [phase('review')], people: onlyDinkes() };

  it('gets the task at once', () => {
    const world = begun(reviu).happens('2025-09-12T10:00', assign('A3', 'DINKES'));

    expect(tasks(world)).toEqual([`review/DINKES/A1#1 ${until}`, `review/DINKES/A3#1 ${until}`]);
  });

  it('in another’s place gets a task of its own', () => {
    const world = begun(reviu).happens('2025-09-12T10:00', reassign('DINKES', 'A1', 'A3'));

    expect(tasks(world)).toEqual([
      'review/DINKES/A1#1 cancelled until 2025-10-01T00:00',
      `review/DINKES/A3#1 ${until}`,
    ]);
  });

  it('inherits the extension of the unit', () => {
    const world = begun(reviu)
      .happens('2025-09-12T10:00', extend('review', 'DINKES', '2025-10-10'))
      .happens('2025-09-13T10:00', reassign('DINKES', 'A1', 'A3'));

    expect(tasks(world)).toEqual([
      'review/DINKES/A1#1 cancelled until 2025-10-11T00:00',
      'review/DINKES/A3#1 todo until 2025-10-11T00:00',
    ]);
  });

  it('again after being taken off gets a second task', () => {
    const world = begun(reviu)
      .happens('2025-09-12T10:00', unassign('A1', 'DINKES'))
      .happens('2025-09-13T10:00', assign('A1', 'DINKES'));

    expect(tasks(world)).toEqual([
      'review/DINKES/A1#1 cancelled until 2025-10-01T00:00',
      `review/DINKES/A1#2 ${until}`,
    ]);
  });
});

describe('rule 9: a first finding while a revision is open', () => {
  const both: Plan = {
    phases: [
      phase('review', { code: 'dokumen' }),
      phase('review', { code: 'interviu' }),
      phase('revision'),
    ],
    people: onlyDinkes(),
  };
  const revisions = (world: World): string[] =>
    tasks(world).filter((line) => line.startsWith('revision'));

  it('gives the unit its task at once, in one mail with what was returned', () => {
    const world = begun(both).happens(
      '2025-09-13T10:00',
      finish('dokumen', { unit: 'DINKES', findings: [3, 5] }),
    );

    expect(revisions(world)).toEqual([`revision/DINKES#1 ${until}`]);
    expect(mails(world, { to: 'admin' })).toEqual([
      '2025-09-13T10:00 admin@dinkes.test: returned dokumen DINKES, opened revision DINKES 17',
    ]);
  });

  it('is followed by others without a second task', () => {
    const world = begun(both)
      .happens('2025-09-13T10:00', finish('dokumen', { unit: 'DINKES', findings: [3] }))
      .happens('2025-09-14T10:00', finish('interviu', { unit: 'DINKES', findings: [9] }));

    expect(revisions(world)).toEqual([`revision/DINKES#1 ${until}`]);
  });

  it('of a review that was extended beyond the revision’s closing gives no task', () => {
    const world = begun(both)
      .happens('2025-09-13T10:00', extend('dokumen', 'DINKES', '2025-10-10'))
      .happens('2025-10-05T10:00', finish('dokumen', { unit: 'DINKES', findings: [3] }));

    expect(revisions(world)).toEqual([]);
    expect(mails(world, { since: '2025-10-05' })).toEqual([
      '2025-10-05T10:00 admin@dinkes.test: returned dokumen DINKES',
    ]);
  });
});
