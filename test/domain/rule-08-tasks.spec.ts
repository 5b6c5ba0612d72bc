import { describe, expect, it } from '@jest/globals';
import type { Phase } from '../../src/domain/cycle.js';
import {
  cycleMoves,
  move,
  taskMoves,
  type CycleEvent,
  type CycleState,
  type Moves,
  type TaskEvent,
  type TaskState,
} from '../../src/domain/machines.js';
import { stateByDates } from '../../src/domain/timeline.js';
import { extend, finish, finishAccepted, pause, retireUnit, unassign } from './commands.js';
import { onlyDinkes } from './people.js';
import { moves, tasks } from './reading.js';
import { factsOf, localInstant, phase, World, type Plan } from './world.js';

// prettier-ignore
const ofTask: readonly (readonly [TaskState, TaskEvent, string])[] = [
  ['todo', 'start', 'in-progress'],          ['todo', 'finish', 'not_open'],             ['todo', 'lapse', 'lapsed'],
  ['todo', 'extend', 'todo'],                ['todo', 'cancel', 'cancelled'],
  ['in-progress', 'start', 'in-progress'],   ['in-progress', 'finish', 'finished'],      ['in-progress', 'lapse', 'lapsed'],
  ['in-progress', 'extend', 'in-progress'],  ['in-progress', 'cancel', 'cancelled'],
  ['lapsed', 'start', 'not_open'],           ['lapsed', 'finish', 'not_open'],           ['lapsed', 'lapse', 'lapsed'],
  ['lapsed', 'extend', 'in-progress'],       ['lapsed', 'cancel', 'cancelled'],
  ['finished', 'start', 'already_finished'], ['finished', 'finish', 'already_finished'], ['finished', 'lapse', 'already_finished'],
  ['finished', 'extend', 'already_finished'], ['finished', 'cancel', 'already_finished'],
  ['cancelled', 'start', 'not_open'],        ['cancelled', 'finish', 'not_open'],        ['cancelled', 'lapse', 'not_open'],
  ['cancelled', 'extend', 'not_open'],       ['cancelled', 'cancel', 'cancelled'],
  ['todo', 'accept', 'not_open'],            ['in-progress', 'accept', 'finished'],      ['lapsed', 'accept', 'finished'],
  ['finished', 'accept', 'already_finished'], ['cancelled', 'accept', 'not_open'],
];

// prettier-ignore
const ofCycle: readonly (readonly [CycleState, CycleEvent, string])[] = [
  ['draft', 'activate', 'active'],        ['draft', 'pause', 'not_open'],        ['draft', 'resume', 'not_paused'],
  ['active', 'activate', 'already_open'], ['active', 'pause', 'paused'],         ['active', 'resume', 'not_paused'],
  ['paused', 'activate', 'already_open'], ['paused', 'pause', 'already_paused'], ['paused', 'resume', 'active'],
];

function answer<S extends string, E extends string>(
  table: Moves<S, E>,
  state: S,
  event: E,
): string {
  try {
    return move(table, state, event);
  } catch (refusal) {
    return (refusal as Error).message;
  }
}

describe('rule 8: a task', () => {
  it.each(ofTask)('that is %s answers %s with %s', (state, event, expected) => {
    expect(answer(taskMoves, state, event)).toBe(expected);
  });

  it('has an answer for every event in every state', () => {
    expect(Object.values(taskMoves).flatMap((row) => Object.keys(row)).length).toBe(ofTask.length);
  });
});

describe('rule 17: a cycle', () => {
  it.each(ofCycle)('that is %s answers %s with %s', (state, event, expected) => {
    expect(answer(cycleMoves, state, event)).toBe(expected);
  });
});

const penilaian: Plan = { phases: [phase('self-assessment')], people: onlyDinkes() };
const reviu: Plan = { phases: [phase('review')], people: onlyDinkes() };
const begun = (plan: Plan): World =>
  World.started('2025-08-31T07:00', plan).run('2025-09-01T00:00');

describe('rule 8: a task through its life', () => {
  it('starts and finishes', () => {
    const world = begun(penilaian).happens(
      '2025-09-20T10:00',
      finish('self-assessment', { unit: 'DINKES' }),
    );

    expect(moves(world.run('2025-11-01T00:00'), 'task')).toEqual([
      '2025-09-01T00:00 self-assessment/DINKES#1 none > todo',
      '2025-09-20T10:00 self-assessment/DINKES#1 todo > in-progress',
      '2025-09-20T10:00 self-assessment/DINKES#1 in-progress > finished',
    ]);
  });

  it('lapses at its deadline, before its phase closes', () => {
    expect(moves(begun(penilaian).run('2025-11-01T00:00'))).toEqual([
      '2025-09-01T00:00 self-assessment scheduled > open',
      '2025-09-01T00:00 self-assessment/DINKES#1 none > todo',
      '2025-10-01T00:00 self-assessment/DINKES#1 todo > lapsed',
      '2025-10-01T00:00 self-assessment open > closed',
    ]);
  });

  it('keeps the levels and the findings with which it was finished', () => {
    const world = begun(reviu);
    const verdict = { unit: 'DINKES', assessor: 'A1', levels: { '32': '4' }, findings: [7] };

    world.perform('2025-09-20T10:00', finish('review', verdict));

    const [task] = world.facts.tasks;
    expect(task).toEqual({ ...task, state: 'finished', levels: { '32': '4' }, findings: [7] });
  });
});

describe('rule 8: dates decide, stored states follow', () => {
  const dinkes = { unit: 'DINKES' };

  it('takes nothing late in between a deadline and the next tick', () => {
    const world = begun(penilaian);

    const code = world.refusal('2025-10-01T00:00', finish('self-assessment', dinkes));

    expect(code).toBe('not_open');
  });

  it('takes in the last second', () => {
    const world = begun(penilaian);

    world.perform('2025-09-30T23:59:59', finish('self-assessment', dinkes));

    expect(tasks(world)).toEqual(['self-assessment/DINKES#1 finished until 2025-10-01T00:00']);
  });

  it('refuses nothing that was accepted in time by a tick that came early', () => {
    const world = begun(penilaian).run('2025-10-01T00:00');
    const accepted = world.instant('2025-09-30T23:59:59');

    world.perform('2025-10-01T00:00:01', finishAccepted('self-assessment', accepted, dinkes));

    expect(tasks(world)).toEqual(['self-assessment/DINKES#1 finished until 2025-10-01T00:00']);
  });

  it('does not count a pause: the deadline passes all the same', () => {
    const world = begun(penilaian).happens('2025-09-20T10:00', pause);

    const code = world.refusal('2025-10-02T09:00', finish('self-assessment', dinkes));

    expect(code).toBe('not_open');
  });
});

describe('rule 8: a task is cancelled', () => {
  it('when its unit is retired, lapsed ones too', () => {
    const world = begun(penilaian).happens('2025-10-02T10:00', retireUnit('DINKES'));

    expect(moves(world, 'task').slice(1)).toEqual([
      '2025-10-01T00:00 self-assessment/DINKES#1 todo > lapsed',
      '2025-10-02T10:00 self-assessment/DINKES#1 lapsed > cancelled',
    ]);
  });

  it('but not when it is finished', () => {
    const world = begun(penilaian)
      .happens('2025-09-20T10:00', finish('self-assessment', { unit: 'DINKES' }))
      .happens('2025-09-21T10:00', retireUnit('DINKES'));

    expect(tasks(world)).toEqual(['self-assessment/DINKES#1 finished until 2025-10-01T00:00']);
  });

  it('when its assessor is taken off an unfinished review', () => {
    const world = begun(reviu).happens('2025-09-20T10:00', unassign('A1', 'DINKES'));

    expect(tasks(world)).toEqual(['review/DINKES/A1#1 cancelled until 2025-10-01T00:00']);
  });

  it.each([
    { how: 'finished', first: [finish('review', { unit: 'DINKES' })] },
    { how: 'lapsed', first: [] },
  ])('but not a $how review when its assessor is taken off', ({ how, first }) => {
    const world = begun(reviu)
      .happens('2025-09-10T10:00', ...first)
      .happens('2025-10-02T11:00', unassign('A1', 'DINKES'));

    expect(tasks(world)).toEqual([`review/DINKES/A1#1 ${how} until 2025-10-01T00:00`]);
  });

  it('and does not come back with an extension', () => {
    const world = begun(reviu).happens('2025-09-20T10:00', unassign('A1', 'DINKES'));

    expect(world.refusal('2025-09-21T10:00', extend('review', 'DINKES', '2025-10-10'))).toBe(
      'not_open',
    );
  });
});

describe('rule 8: a phase between its closing and the next tick', () => {
  const now = localInstant('2025-10-01T00:00', 'Asia/Jakarta');
  const open: Phase = { ...phase('review'), state: 'open' };

  it('is closed by its dates', () => {
    expect(stateByDates(open, { ...factsOf(reviu).cycle, state: 'active' }, now)).toBe('closed');
  });

  it('is what it was while the cycle is paused', () => {
    expect(stateByDates(open, { ...factsOf(reviu).cycle, state: 'paused' }, now)).toBe('open');
  });
});
