import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { decide } from '../../src/domain/commands/decide.js';
import { previewOf, type PlannedNotice, type Preview } from '../../src/domain/preview.js';
import { addressKey } from '../../src/domain/recipients.js';
import { Refusal } from '../../src/domain/refusal.js';
import { extend, pause, reschedule, resume, retireUnit, type Act } from './commands.js';
import { atEveryDueInstant, lived } from './patterns.js';
import { everybody } from './people.js';
import { actOn, begunTimelines, type Timeline } from './timelines.js';
import { phase, World } from './world.js';

function preview(world: World, at: Temporal.Instant, act: Act): Preview {
  const command = typeof act === 'function' ? act(at) : act;
  return previewOf(world.standing, at, (draft) => decide(draft, command));
}

/** What was sent from an instant on: one line a notice, which the copy to a head is a part of. */
function sentSince(world: World, at: Temporal.Instant): string[] {
  return world.sent
    .filter((mail) => !isEarlier(mail.at, at))
    .flatMap((mail) => mail.notices.map((notice) => lineOf({ ...notice, at: mail.at })))
    .sort();
}

function lineOf({ at, kind, offset, task, deadline, recipient, copyTo }: PlannedNotice): string {
  const to = [addressKey(recipient), copyTo && addressKey(copyTo)].join('+');
  return [at, to, kind, offset, task, deadline].join(' ');
}

function isEarlier(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return a.epochMilliseconds < b.epochMilliseconds;
}

/** As often as they stand in the one and not in the other. */
function without(all: readonly string[], some: readonly string[]): string[] {
  const left = [...some];
  return all.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** The rest of the year after a moment, with or without something done at it. */
function rest(timeline: Timeline, at: Temporal.Instant, ...acts: Act[]): World {
  const world = lived(timeline, atEveryDueInstant);
  world.perform(at, ...acts);
  world.tick(at);
  return world.run(at.add({ hours: 24 * 400 }));
}

describe('the preview of a change', () => {
  it('is what then happens', () => {
    let taken = 0;
    fc.assert(
      fc.property(
        begunTimelines().chain((timeline) => {
          const first = timeline.start.slice(0, 10);
          const act = actOn(first, Math.floor(timeline.end / 1440), timeline.plan.phases.length);
          return fc.tuple(fc.constant(timeline), act, fc.integer({ min: 0, max: 3000 }));
        }),
        ([timeline, act, minutes]) => {
          const world = lived(timeline, atEveryDueInstant);
          const at = world.watermark.add({ minutes });
          const shown = attempt(() => preview(world, at, act));
          if (shown === null) return;
          taken += 1;
          const [without_, with_] = [rest(timeline, at), rest(timeline, at, act)];
          const [idle, changed] = [sentSince(without_, at), sentSince(with_, at)];

          const come = [
            ...shown.now.flatMap(({ notices }) => notices.map((each) => lineOf({ ...each, at }))),
            ...shown.come.map(lineOf),
            ...shown.moved.map(({ after }) => lineOf(after)),
          ];
          const gone = [...shown.gone, ...shown.moved.map(({ before }) => before)].map(lineOf);
          expect(come.sort()).toEqual(without(changed, idle));
          expect(gone.sort()).toEqual(without(idle, changed));
        },
      ),
      { numRuns: 250 },
    );
    // Most acts of a random year are refused; the rest must not be a handful.
    expect(taken).toBeGreaterThan(15);
  });
});

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

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
