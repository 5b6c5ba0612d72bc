import { describe, expect, it } from '@jest/globals';
import { extend, finish, reschedule } from './commands.js';
import { onlyDinkes } from './people.js';
import { mails, moves, tasks } from './reading.js';
import { phase, World, type Plan } from './world.js';

const penilaian: Plan = {
  cycle: { escalateFrom: 'H+3' },
  phases: [phase('self-assessment', { reminders: ['H-7', 'H-1', 'H', 'H+1'] })],
};
const forDinkes: Plan = { ...penilaian, people: onlyDinkes() };

describe('rule 16: the contract’s own example of an extension', () => {
  it('sends exactly these mails', () => {
    const world = World.started('2025-08-31T07:00', penilaian)
      .happens('2025-09-20T10:00', finish('self-assessment', { unit: 'DLH' }))
      .happens('2025-10-01T09:00', extend('self-assessment', 'DINKES', '2025-10-10'))
      .run('2025-10-11T23:59');

    expect(mails(world)).toEqual([
      '2025-09-01T08:00 admin@dinkes.test: opened self-assessment DINKES 29',
      '2025-09-01T08:00 admin@dlh.test: opened self-assessment DLH 29',
      '2025-09-23T08:00 admin@dinkes.test: reminder H-7 self-assessment DINKES 7',
      '2025-09-29T08:00 admin@dinkes.test: reminder H-1 self-assessment DINKES 1',
      '2025-09-30T08:00 admin@dinkes.test: reminder H self-assessment DINKES 0',
      '2025-10-01T08:00 admin@dinkes.test: overdue H+1 self-assessment DINKES -1',
      '2025-10-01T09:00 admin@dinkes.test: extended self-assessment DINKES 9',
      '2025-10-03T08:00 admin@dinkes.test: reminder H-7 self-assessment DINKES 7',
      '2025-10-09T08:00 admin@dinkes.test: reminder H-1 self-assessment DINKES 1',
      '2025-10-10T08:00 admin@dinkes.test: reminder H self-assessment DINKES 0',
    ]);
  });

  it('refuses the unit that has finished', () => {
    const world = World.started('2025-08-31T07:00', penilaian)
      .happens('2025-09-20T10:00', finish('self-assessment', { unit: 'DLH' }))
      .run('2025-10-01T09:00');

    const code = world.refusal('2025-10-01T09:00', extend('self-assessment', 'DLH', '2025-10-10'));

    expect(code).toBe('already_finished');
  });
});

describe('rule 16: an extension before the deadline', () => {
  it('leaves the state of the task and moves its deadline', () => {
    const world = World.started('2025-08-31T07:00', forDinkes).happens(
      '2025-09-25T10:00',
      extend('self-assessment', 'DINKES', '2025-10-10T12:00'),
    );

    expect(tasks(world)).toEqual(['self-assessment/DINKES#1 todo until 2025-10-10T12:00']);
  });

  it('outlives the closing of its phase, and the task lapses at its own deadline', () => {
    const world = World.started('2025-08-31T07:00', forDinkes)
      .happens('2025-09-25T10:00', extend('self-assessment', 'DINKES', '2025-10-10'))
      .run('2025-10-31T00:00');

    expect(moves(world)).toEqual([
      '2025-09-01T00:00 self-assessment scheduled > open',
      '2025-09-01T00:00 self-assessment/DINKES#1 none > todo',
      '2025-10-01T00:00 self-assessment open > closed',
      '2025-10-11T00:00 self-assessment/DINKES#1 todo > lapsed',
    ]);
  });

  it('silences the reminders of the old deadline', () => {
    const world = World.started('2025-08-31T07:00', forDinkes)
      .happens('2025-09-25T10:00', extend('self-assessment', 'DINKES', '2025-10-10'))
      .run('2025-10-31T00:00');

    expect(mails(world, { since: '2025-09-25' })).toEqual([
      '2025-09-25T10:00 admin@dinkes.test: extended self-assessment DINKES 15',
      '2025-10-03T08:00 admin@dinkes.test: reminder H-7 self-assessment DINKES 7',
      '2025-10-09T08:00 admin@dinkes.test: reminder H-1 self-assessment DINKES 1',
      '2025-10-10T08:00 admin@dinkes.test: reminder H self-assessment DINKES 0',
      '2025-10-13T08:00 admin@dinkes.test: overdue H+1 self-assessment DINKES -3',
    ]);
  });
});

describe('rule 16: an extension after the deadline', () => {
  it('opens the lapsed task again', () => {
    const world = World.started('2025-08-31T07:00', forDinkes).happens(
      '2025-10-03T10:00',
      extend('self-assessment', 'DINKES', '2025-10-10'),
    );

    expect(moves(world, 'task')).toEqual([
      '2025-09-01T00:00 self-assessment/DINKES#1 none > todo',
      '2025-10-01T00:00 self-assessment/DINKES#1 todo > lapsed',
      '2025-10-03T10:00 self-assessment/DINKES#1 lapsed > in-progress',
    ]);
  });

  it('sends no reminder of the new deadline that lies in the past already', () => {
    const world = World.started('2025-08-31T07:00', forDinkes)
      .happens('2025-10-09T08:00', extend('self-assessment', 'DINKES', '2025-10-10'))
      .run('2025-10-10T09:00');

    expect(mails(world, { since: '2025-10-02' })).toEqual([
      '2025-10-09T08:00 admin@dinkes.test: extended self-assessment DINKES 1',
      '2025-10-10T08:00 admin@dinkes.test: reminder H self-assessment DINKES 0',
    ]);
  });

  it('takes in what was accepted before the new deadline, and nothing after it', () => {
    const world = World.started('2025-08-31T07:00', forDinkes).happens(
      '2025-10-03T10:00',
      extend('self-assessment', 'DINKES', '2025-10-10T12:00'),
    );

    expect(world.refusal('2025-10-10T12:00', finish('self-assessment', { unit: 'DINKES' }))).toBe(
      'not_open',
    );

    world.perform('2025-10-10T11:59', finish('self-assessment', { unit: 'DINKES' }));

    expect(tasks(world)).toEqual(['self-assessment/DINKES#1 finished until 2025-10-10T12:00']);
  });
});

describe('rule 16: a second extension', () => {
  it('is told of like the first, and the reminders follow it', () => {
    const world = World.started('2025-08-31T07:00', forDinkes)
      .happens('2025-10-01T09:00', extend('self-assessment', 'DINKES', '2025-10-10'))
      .happens('2025-10-09T09:00', extend('self-assessment', 'DINKES', '2025-10-15'))
      .run('2025-10-31T00:00');

    expect(mails(world, { since: '2025-10-09' })).toEqual([
      '2025-10-09T08:00 admin@dinkes.test: reminder H-1 self-assessment DINKES 1',
      '2025-10-09T09:00 admin@dinkes.test: extended self-assessment DINKES 6',
      '2025-10-14T08:00 admin@dinkes.test: reminder H-1 self-assessment DINKES 1',
      '2025-10-15T08:00 admin@dinkes.test: reminder H self-assessment DINKES 0',
      '2025-10-16T08:00 admin@dinkes.test: overdue H+1 self-assessment DINKES -1',
    ]);
  });

  it('in the same instant is told of once, with the date that holds', () => {
    const world = World.started('2025-08-31T07:00', forDinkes).happens(
      '2025-10-01T09:00',
      extend('self-assessment', 'DINKES', '2025-10-10'),
      extend('self-assessment', 'DINKES', '2025-10-15'),
    );

    expect(mails(world, { since: '2025-10-01T09:00' })).toEqual([
      '2025-10-01T09:00 admin@dinkes.test: extended self-assessment DINKES 14',
    ]);
  });

  it.each(['2025-10-10', '2025-10-09', '2025-10-10T23:59'])(
    'until %s is refused: it is not later',
    (closes) => {
      const world = World.started('2025-08-31T07:00', forDinkes).happens(
        '2025-10-01T09:00',
        extend('self-assessment', 'DINKES', '2025-10-10'),
      );

      const code = world.refusal('2025-10-02T09:00', extend('self-assessment', 'DINKES', closes));

      expect(code).toBe('not_later');
    },
  );
});

describe('rules 15 and 16: an extension and then a reschedule', () => {
  it.each([
    { closes: '2025-10-05', until: '2025-10-11T00:00', because: 'the extension is later' },
    { closes: '2025-10-20', until: '2025-10-21T00:00', because: 'the phase closes later' },
    { closes: '2025-09-26', until: '2025-10-11T00:00', because: 'an earlier end is not theirs' },
  ])('to $closes leaves the task until $until: $because', ({ closes, until }) => {
    const world = World.started('2025-08-31T07:00', forDinkes)
      .happens('2025-09-20T09:00', extend('self-assessment', 'DINKES', '2025-10-10'))
      .happens('2025-09-22T09:00', reschedule('self-assessment', { closes }));

    expect(tasks(world)).toEqual([`self-assessment/DINKES#1 todo until ${until}`]);
  });

  it('says nothing to the unit whose deadline stayed', () => {
    const world = World.started('2025-08-31T07:00', penilaian)
      .happens('2025-09-20T09:00', extend('self-assessment', 'DINKES', '2025-10-10'))
      .happens('2025-09-22T09:00', reschedule('self-assessment', { closes: '2025-10-05' }));

    expect(mails(world, { since: '2025-09-22' })).toEqual([
      '2025-09-22T09:00 admin@dlh.test: rescheduled self-assessment DLH 13',
    ]);
  });

  it('leaves the task of the unit whose deadline stayed as it was', () => {
    const world = World.started('2025-08-31T07:00', forDinkes).happens(
      '2025-09-20T09:00',
      extend('self-assessment', 'DINKES', '2025-10-10'),
    );
    const before = world.facts.tasks;

    world.perform('2025-09-22T09:00', reschedule('self-assessment', { closes: '2025-10-05' }));

    expect(world.facts.tasks).toEqual(before);
    expect(world.journal.map(({ what }) => what)).not.toContain('deadline');
  });

  it('forgets the later date of the phase when that comes back, never the extension', () => {
    const world = World.started('2025-08-31T07:00', forDinkes)
      .happens('2025-09-20T09:00', extend('self-assessment', 'DINKES', '2025-10-10'))
      .happens('2025-09-21T09:00', reschedule('self-assessment', { closes: '2025-10-20' }))
      .happens('2025-09-22T09:00', reschedule('self-assessment', { closes: '2025-10-02' }));

    expect(tasks(world)).toEqual(['self-assessment/DINKES#1 todo until 2025-10-11T00:00']);
  });
});
