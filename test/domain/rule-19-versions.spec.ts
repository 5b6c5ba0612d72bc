import { describe, expect, it } from '@jest/globals';
import { adoptPlan } from '../../src/domain/commands/adopt-plan.js';
import { Draft, type Basis } from '../../src/domain/draft.js';
import { numberVersion, versionIn } from '../../src/domain/timeline-version.js';
import { assign, extend, finish, override, pause, reschedule, resume } from './commands.js';
import { carryOut, type Act } from './commands.js';
import { everybody, onlyDinkes } from './people.js';
import { phase, World } from './world.js';

const at = '2025-09-10T10:00';
const noBasis: Basis = { reason: null, letter: null };
const basis: Basis = { reason: 'Rapat pimpinan', letter: '060/040/III/2025' };

const running = (): World =>
  World.started('2025-08-31T07:00', {
    phases: [
      phase('self-assessment', { reminders: ['H-7', 'H'] }),
      phase('review', { requires: ['every-unit-has-an-assessor'] }),
    ],
    people: everybody({ assignments: [] }),
  }).run(at);

/** An order as the coordinator gives it. */
function ordered(work: (draft: Draft) => void, on: Basis = noBasis): Draft {
  const world = running();
  const draft = new Draft(world.facts, world.instant(at), 'koordinator', on);
  work(draft);
  numberVersion(draft);
  return draft;
}

const taken = (on: Basis, ...acts: readonly Act[]): Draft =>
  ordered((draft) => {
    for (const act of acts) carryOut(draft, act);
  }, on);

const versionsIn = (draft: Draft) =>
  draft
    .decision()
    .journal.filter(({ what }) => what === 'version')
    .map(versionIn);

const change = { field: null, phase: null, unit: null, from: null, to: null };

describe('rule 19: an order that changes the timeline', () => {
  it('is one more version of it, with author, reason, letter and what moved', () => {
    const draft = taken(basis, reschedule('self-assessment', { closes: '2025-10-03' }));

    expect(versionsIn(draft)).toEqual([
      {
        number: 2,
        by: 'koordinator',
        at: draft.now,
        ...basis,
        changes: [
          {
            ...change,
            what: 'rescheduled',
            phase: 'self-assessment',
            from: '2025-09-01 – 2025-09-30',
            to: '2025-09-01 – 2025-10-03',
          },
        ],
      },
    ]);
    expect(draft.cycle.version).toBe(2);
  });

  it('leaves its reason and its letter in every entry', () => {
    const { journal } = taken(
      basis,
      reschedule('self-assessment', { closes: '2025-10-03' }),
    ).decision();

    expect(journal.map(({ what, why, facts }) => [what, why, facts['letter']])).toEqual([
      ['rescheduled', basis.reason, basis.letter],
      ['deadline', basis.reason, basis.letter],
      ['deadline', basis.reason, basis.letter],
      ['version', basis.reason, basis.letter],
    ]);
  });

  const extended = { ...change, what: 'extended', phase: 'self-assessment', from: '2025-09-30' };

  it.each([
    {
      name: 'extensions of two units, whose reason is the order’s',
      acts: ['DINKES', 'DLH'].map((unit) => extend('self-assessment', unit, '2025-10-10')),
      reason: 'gangguan jaringan',
      changes: [
        { ...extended, unit: 'DINKES', to: '2025-10-10' },
        { ...extended, unit: 'DLH', to: '2025-10-10' },
      ],
    },
    {
      name: 'reminders',
      acts: [{ do: 'setReminders', phase: 'self-assessment', reminders: ['H-1', 'H'] }] as const,
      reason: null,
      changes: [
        {
          ...change,
          what: 'settings',
          field: 'reminders',
          phase: 'self-assessment',
          from: 'H-7, H',
          to: 'H-1, H',
        },
      ],
    },
    {
      name: 'an override',
      acts: [override('review')],
      reason: 'asesor menyusul',
      changes: [{ ...change, what: 'overridden', phase: 'review' }],
    },
    {
      name: 'a pause that is over at once',
      acts: [pause, resume],
      reason: null,
      changes: [
        { ...change, what: 'cycle', from: 'active', to: 'paused' },
        { ...change, what: 'cycle', from: 'paused', to: 'active' },
      ],
    },
  ])('can be $name', ({ acts, reason, changes }) => {
    const [version] = versionsIn(taken(noBasis, ...acts));

    expect([version?.reason, version?.changes]).toEqual([reason, changes]);
  });

  it('can be a file that is loaded again', () => {
    const { facts } = running();
    const before = { plan: facts.cycle, phases: facts.phases };
    const [first, second] = facts.phases;
    const after = {
      plan: { ...facts.cycle, sendAt: '09:00' },
      phases: [
        ...(first ? [{ ...first, closes: '2025-10-03' }] : []),
        ...(second ? [second] : []),
        phase('report', { opens: '2025-12-01', closes: '2025-12-19' }),
      ],
    };

    const [version] = versionsIn(ordered((draft) => adoptPlan(draft, before, after)));

    expect(version?.changes).toEqual([
      { ...change, what: 'settings', field: 'sendAt', from: '08:00', to: '09:00' },
      { ...change, what: 'settings', field: 'added', phase: 'report', to: 'true' },
      {
        ...change,
        what: 'rescheduled',
        phase: 'self-assessment',
        from: '2025-09-01 – 2025-09-30',
        to: '2025-09-01 – 2025-10-03',
      },
    ]);
  });

  it.each([
    { name: 'work', act: finish('self-assessment', { unit: 'DINKES' }) },
    { name: 'a change of people', act: assign('A3', 'DINKES') },
    { name: 'a date that does not move', act: reschedule('review', { closes: '2025-09-30' }) },
  ])('is not $name', ({ act }) => {
    const draft = taken(basis, act);

    expect([versionsIn(draft), draft.cycle.version]).toEqual([[], 1]);
  });

  it('is counted from the activation, which is the first', () => {
    const { journal } = running();

    expect(journal.slice(0, 1).map(versionIn)).toEqual([
      {
        number: 1,
        by: 'koordinator',
        at: World.activated('2025-08-31T07:00', { phases: [] }).watermark,
        reason: null,
        letter: null,
        changes: [],
      },
    ]);
  });
});

describe('rule 10: what a deadline that was moved by a letter is told with', () => {
  const told = (act: Act, on: Basis) => {
    const world = World.started('2025-08-31T07:00', {
      phases: [phase('self-assessment')],
      people: onlyDinkes(),
    }).run(at);
    world.orderedBy(on, () => world.happens(at, act));
    return world.sent.at(-1)?.notices.map(({ kind, facts }) => ({ kind, ...facts }));
  };
  const old = { oldDeadline: '2025-09-30T17:00:00Z', oldDate: '2025-09-30' };
  const { letter } = basis;

  it('is its number, and the date from which', () => {
    expect(told(reschedule('self-assessment', { closes: '2025-10-03' }), basis)).toEqual([
      { kind: 'rescheduled', ...old, letter },
    ]);
    expect(told(extend('self-assessment', 'DINKES', '2025-10-10'), basis)).toEqual([
      { kind: 'extended', ...old, letter, reason: 'gangguan jaringan' },
    ]);
  });

  it('is that of the last one when it moved more than once before anybody was told', () => {
    const world = World.started('2025-08-31T07:00', {
      phases: [phase('self-assessment')],
      people: onlyDinkes(),
    }).run(at);
    world.orderedBy({ ...basis, letter: '060/039/III/2025' }, () =>
      world.perform(at, reschedule('self-assessment', { closes: '2025-10-03' })),
    );
    world.orderedBy(basis, () =>
      world.happens(at, reschedule('self-assessment', { closes: '2025-10-08' })),
    );

    expect(world.sent.at(-1)?.notices.map(({ kind, facts }) => ({ kind, ...facts }))).toEqual([
      { kind: 'rescheduled', ...old, letter },
    ]);
  });

  it('of an extension after a reschedule that nobody was told of, is the date that people know', () => {
    const world = World.started('2025-08-31T07:00', {
      phases: [phase('self-assessment')],
      people: onlyDinkes(),
    }).happens(
      at,
      reschedule('self-assessment', { closes: '2025-10-03' }),
      extend('self-assessment', 'DINKES', '2025-10-10'),
    );

    expect(world.sent.at(-1)?.notices.map(({ kind, facts }) => ({ kind, ...facts }))).toEqual([
      { kind: 'extended', ...old, reason: 'gangguan jaringan' },
    ]);
  });
});
