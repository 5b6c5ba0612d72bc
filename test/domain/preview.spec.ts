import { describe, expect, it } from '@jest/globals';
import type { PlannedNotice } from '../../src/domain/preview.js';
import { extend, pause, reschedule, resume, retireUnit, unassign } from './commands.js';
import { everybody } from './people.js';
import { preview } from './previewing.js';
import { phase, World } from './world.js';

/** DINKES and DLH assess themselves until the 30th; a report follows. */
function september(): World {
  return World.started('2025-08-31T07:00', {
    cycle: { escalateFrom: 'H+1' },
    phases: [
      phase('self-assessment', { reminders: ['H-7', 'H', 'H+1'] }),
      phase('report', { opens: '2025-12-01', closes: '2025-12-19', reminders: ['H'] }),
    ],
    people: everybody(),
  });
}

const kinds = (notices: readonly PlannedNotice[]): string[] => [
  ...new Set(notices.map(({ kind, offset }) => [kind, offset].filter(Boolean).join(' '))),
];

describe('rule 16: the preview of an extension', () => {
  it('names the mail of now, and the reminders that move with the deadline', () => {
    const world = september().run('2025-09-10T10:00');

    const shown = preview(
      world,
      world.instant('2025-09-10T10:00'),
      extend('self-assessment', 'DLH', '2025-10-07'),
    );

    expect(shown.now.map(({ notices }) => notices.map(({ kind, unit }) => [kind, unit]))).toEqual([
      [['extended', 'DLH']],
    ]);
    expect(kinds(shown.moved.map(({ after }) => after))).toEqual([
      'reminder H-7',
      'reminder H',
      'overdue H+1',
    ]);
    expect(shown.moved.every(({ after }) => after.unit === 'DLH')).toBe(true);
    expect([shown.come, shown.gone, shown.phases]).toEqual([[], [], []]);
    expect(
      shown.tasks.map(({ before, after }) =>
        [before?.deadlineDate, after?.deadlineDate].map(String),
      ),
    ).toEqual([['2025-09-30', '2025-10-07']]);
  });

  it('of a lapsed task says that it opens again', () => {
    const world = september().run('2025-10-03T10:00');

    const shown = preview(
      world,
      world.instant('2025-10-03T10:00'),
      extend('self-assessment', 'DLH', '2025-10-17'),
    );

    expect(shown.tasks.map(({ before, after }) => [before?.state, after?.state])).toEqual([
      ['lapsed', 'in-progress'],
    ]);
    expect(kinds(shown.come)).toEqual(['reminder H-7', 'reminder H', 'overdue H+1']);
  });
});

describe('rule 12: the preview', () => {
  // Found by the property above, shrunk: what the extension opens again is a review that nobody holds.
  it('promises no reminder to an assessor who no longer has the unit', () => {
    const world = World.started('2025-10-01T07:00', {
      phases: [phase('review', { opens: '2025-10-01', closes: '2025-10-17', reminders: ['H'] })],
      people: everybody({ assignments: [{ assessor: 'A1', unit: 'DINKES' }] }),
    });
    world.run('2025-11-06T10:00');
    world.perform('2025-11-06T10:00', unassign('A1', 'DINKES'));
    world.tick('2025-11-06T10:00');

    const shown = preview(
      world,
      world.instant('2025-11-06T11:00'),
      extend('review', 'DINKES', '2025-11-17'),
    );

    expect(shown.now.map(({ notices }) => notices.map(({ kind }) => kind))).toEqual([['extended']]);
    expect([shown.come, shown.moved]).toEqual([[], []]);
  });
});

describe('rule 15: the preview of a reschedule', () => {
  it('tells who hears at once, and what the phase becomes', () => {
    const world = september().run('2025-09-29T23:59');
    const at = world.instant('2025-09-29T23:59');

    const shown = preview(world, at, reschedule('self-assessment', { closes: '2025-10-10' }));

    expect(shown.phases.map(({ before, after }) => [before?.closes, after?.closes])).toEqual([
      ['2025-09-30', '2025-10-10'],
    ]);
    expect(
      shown.now.map(({ to, notices }) => [to.unit, ...notices.map(({ kind }) => kind)]),
    ).toEqual([
      ['DINKES', 'rescheduled'],
      ['DLH', 'rescheduled'],
    ]);
  });

  it('of a phase that nobody has a task in yet mails nobody now', () => {
    const world = september().run('2025-09-10T10:00');

    const shown = preview(
      world,
      world.instant('2025-09-10T10:00'),
      reschedule('report', { closes: '2025-12-22' }),
    );

    expect(shown.now).toEqual([]);
    expect(kinds(shown.moved.map(({ after }) => after))).toEqual(['opened', 'reminder H']);
  });
});

describe('rule 17: the preview', () => {
  it('of a pause holds back everything that was to come', () => {
    const world = september().run('2025-09-10T10:00');

    const shown = preview(world, world.instant('2025-09-10T10:00'), pause);

    expect(kinds(shown.gone)).toEqual(['reminder H-7', 'reminder H', 'overdue H+1', 'opened']);
    expect([shown.now, shown.come, shown.moved]).toEqual([[], [], []]);
  });

  it('of going on names what was missed, of each task only the latest', () => {
    const world = september().run('2025-09-10T10:00');
    world.perform('2025-09-10T10:00', pause);

    const shown = preview(world, world.instant('2025-09-30T12:00'), resume);

    expect(shown.now.map(({ notices }) => notices.map(({ offset }) => offset))).toEqual([
      ['H'],
      ['H'],
    ]);
  });
});

describe('rule 8: between a boundary that was missed and the next tick, the preview', () => {
  it('lets the calendar move first, and blames none of it on the change', () => {
    const world = september();
    const at = world.instant('2025-09-01T09:00');

    const shown = preview(world, at, retireUnit('DLH'));

    expect(
      shown.tasks.map(({ before, after }) => [before?.unit, before?.state, after?.state]),
    ).toEqual([['DLH', 'todo', 'cancelled']]);
    expect(shown.now).toEqual([]);
    expect(shown.gone.every(({ unit }) => unit === 'DLH')).toBe(true);
    expect(shown.gone.some(({ kind, at: when }) => kind === 'opened' && when.equals(at))).toBe(
      true,
    );
  });

  it('changes nothing', () => {
    const world = september();
    const before = JSON.stringify(world.standing);

    preview(world, world.instant('2025-09-01T09:00'), retireUnit('DLH'));

    expect(JSON.stringify(world.standing)).toBe(before);
  });
});
