import { describe, expect, it } from '@jest/globals';
import { move, phaseMoves, type PhaseEvent, type PhaseState } from '../../src/domain/machines.js';
import { addUnit, assign, override, reschedule, retireUnit, unassign } from './commands.js';
import { everybody } from './people.js';
import { mails, moves, phases, tasks } from './reading.js';
import { phase, World, type Plan } from './world.js';

type Row = readonly [PhaseState, PhaseEvent, string];

// prettier-ignore
const table: readonly Row[] = [
  ['scheduled', 'open', 'open'],           ['scheduled', 'block', 'blocked'],       ['scheduled', 'postpone', 'scheduled'],
  ['scheduled', 'override', 'not_open'],   ['scheduled', 'close', 'not_open'],
  ['blocked', 'open', 'open'],             ['blocked', 'block', 'blocked'],         ['blocked', 'postpone', 'scheduled'],
  ['blocked', 'override', 'open'],         ['blocked', 'close', 'not_open'],
  ['open', 'open', 'already_open'],        ['open', 'block', 'already_open'],       ['open', 'postpone', 'already_open'],
  ['open', 'override', 'already_open'],    ['open', 'close', 'closed'],
  ['closed', 'open', 'already_closed'],    ['closed', 'block', 'already_closed'],   ['closed', 'postpone', 'already_closed'],
  ['closed', 'override', 'already_closed'], ['closed', 'close', 'already_closed'],
];

describe('rule 6: a phase', () => {
  it.each(table)('that is %s answers %s with %s', (state, event, answer) => {
    let result: string;
    try {
      result = move(phaseMoves, state, event);
    } catch (refusal) {
      result = (refusal as Error).message;
    }

    expect(result).toBe(answer);
  });

  it('has an answer for every event in every state', () => {
    const answers = Object.values(phaseMoves).flatMap((row) => Object.keys(row));

    expect(answers.length).toBe(table.length);
  });
});

const guarded: Plan = {
  phases: [
    phase('review', { requires: ['every-unit-has-an-assessor'], reminders: ['H-1', 'H+1'] }),
  ],
  people: everybody({ assignments: [{ assessor: 'A1', unit: 'DINKES' }] }),
};

describe('rule 6: a phase whose guard does not hold at its opening', () => {
  it('becomes blocked, has no tasks, and the coordinators read once what is missing', () => {
    const world = World.started('2025-08-31T07:00', guarded).run('2025-09-20T00:00');

    world.tick('2025-09-20T12:00');

    expect(phases(world)).toEqual(['review blocked']);
    expect(tasks(world)).toEqual([]);
    expect(mails(world)).toEqual(['2025-09-01T00:00 koordinator@kota.test: blocked review']);
    expect(world.sent.map(({ notices }) => notices.map(({ facts }) => facts))).toEqual([
      [{ missing: ['Dinas DLH'] }],
    ]);
  });

  it('opens at the first tick at which it holds, with an opened notice at sendAt', () => {
    const world = World.started('2025-08-31T07:00', guarded)
      .happens('2025-09-05T06:00', assign('A2', 'DLH'))
      .run('2025-09-05T09:00');

    expect(moves(world)).toEqual([
      '2025-09-01T00:00 review scheduled > blocked',
      '2025-09-05T06:00 review blocked > open',
      '2025-09-05T06:00 review/DINKES/A1#1 none > todo',
      '2025-09-05T06:00 review/DLH/A2#1 none > todo',
    ]);
    expect(mails(world, { since: '2025-09-05' })).toEqual([
      '2025-09-05T08:00 a1@asesor.test: opened review DINKES 25',
      '2025-09-05T08:00 a2@asesor.test: opened review DLH 25',
    ]);
  });

  it('opens when the unit that lacks an assessor is retired', () => {
    const world = World.started('2025-08-31T07:00', guarded).happens(
      '2025-09-05T10:00',
      retireUnit('DLH'),
    );

    expect(tasks(world)).toEqual(['review/DINKES/A1#1 todo until 2025-10-01T00:00']);
    expect(mails(world, { since: '2025-09-05' })).toEqual([
      '2025-09-05T10:00 a1@asesor.test: opened review DINKES 25',
    ]);
  });

  it('names all that is missing by then', () => {
    const world = World.started('2025-08-31T07:00', guarded)
      .happens('2025-08-31T09:00', unassign('A1', 'DINKES'), addUnit('BAPPEDA'))
      .run('2025-09-01T00:00');

    expect(world.sent.map(({ notices }) => notices.map(({ facts }) => facts))).toEqual([
      [{ missing: ['Dinas DINKES', 'Dinas DLH', 'Dinas BAPPEDA'] }],
    ]);
  });

  it('is not looked at again once it is open', () => {
    const world = World.started('2025-08-31T07:00', guarded)
      .happens('2025-09-05T06:00', assign('A2', 'DLH'))
      .happens('2025-09-06T06:00', unassign('A2', 'DLH'))
      .run('2025-09-07T00:00');

    expect(phases(world)).toEqual(['review open']);
  });
});

describe('rule 6: a blocked phase', () => {
  it('never closes by itself', () => {
    const world = World.started('2025-08-31T07:00', guarded).run('2026-01-01T00:00');

    expect(moves(world)).toEqual(['2025-09-01T00:00 review scheduled > blocked']);
  });

  it('whose guard holds only after its closing opens and closes, and its tasks lapse', () => {
    const world = World.started('2025-08-31T07:00', guarded)
      .happens('2025-10-06T10:00', assign('A2', 'DLH'))
      .run('2025-11-01T00:00');

    expect(moves(world)).toEqual([
      '2025-09-01T00:00 review scheduled > blocked',
      '2025-10-06T10:00 review blocked > open',
      '2025-10-06T10:00 review/DINKES/A1#1 none > todo',
      '2025-10-06T10:00 review/DLH/A2#1 none > todo',
      '2025-10-06T10:00 review/DINKES/A1#1 todo > lapsed',
      '2025-10-06T10:00 review/DLH/A2#1 todo > lapsed',
      '2025-10-06T10:00 review open > closed',
    ]);
    expect(mails(world, { since: '2025-09-02' })).toEqual([]);
  });

  it('opens when a coordinator overrides it, for the units that have an assessor', () => {
    const world = World.started('2025-08-31T07:00', guarded)
      .happens('2025-09-02T09:00', override('review'))
      .run('2025-09-30T00:00');

    expect(tasks(world)).toEqual(['review/DINKES/A1#1 todo until 2025-10-01T00:00']);
    expect(mails(world, { since: '2025-09-02' })).toEqual([
      '2025-09-02T09:00 a1@asesor.test: opened review DINKES 28',
      '2025-09-29T08:00 a1@asesor.test: reminder H-1 review DINKES 1',
    ]);
  });

  it('is scheduled again when its opening moves into the future, and blocked anew by then', () => {
    const world = World.started('2025-08-31T07:00', guarded)
      .happens('2025-09-02T09:00', reschedule('review', { opens: '2025-09-10' }))
      .run('2025-09-30T00:00');

    expect(moves(world)).toEqual([
      '2025-09-01T00:00 review scheduled > blocked',
      '2025-09-02T09:00 review blocked > scheduled',
      '2025-09-10T00:00 review scheduled > blocked',
    ]);
    expect(mails(world)).toEqual([
      '2025-09-01T00:00 koordinator@kota.test: blocked review',
      '2025-09-10T00:00 koordinator@kota.test: blocked review',
    ]);
  });

  it('that was postponed waits for its date although the guard holds', () => {
    const world = World.started('2025-08-31T07:00', guarded)
      .happens('2025-09-02T09:00', reschedule('review', { opens: '2025-09-10' }))
      .happens('2025-09-03T09:00', assign('A2', 'DLH'));

    expect(phases(world)).toEqual(['review scheduled']);

    expect(phases(world.run('2025-09-10T00:00'))).toEqual(['review open']);
  });

  it('stays blocked when only its closing moves', () => {
    const world = World.started('2025-08-31T07:00', guarded).happens(
      '2025-09-02T09:00',
      reschedule('review', { closes: '2025-10-10' }),
    );

    expect(phases(world)).toEqual(['review blocked']);
  });

  it('is no longer spoken of when it has opened before the mail could go', () => {
    const world = World.started('2025-08-31T07:00', guarded);
    world.setPost('down');
    world.run('2025-09-01T00:00');
    world.setPost('up');

    world.happens('2025-09-01T00:00', override('review')).run('2025-09-01T07:59');

    expect(mails(world)).toEqual([]);
  });
});

describe('rule 6: an opening that moves to this very instant', () => {
  it('is not in the future: the phase stays blocked, and nobody is told twice', () => {
    const world = World.started('2025-08-31T07:00', guarded).happens(
      '2025-09-02T09:00',
      reschedule('review', { opens: '2025-09-02T09:00' }),
    );

    expect(moves(world)).toEqual(['2025-09-01T00:00 review scheduled > blocked']);
    expect(mails(world)).toEqual(['2025-09-01T00:00 koordinator@kota.test: blocked review']);
  });
});
