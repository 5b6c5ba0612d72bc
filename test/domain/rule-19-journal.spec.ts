import { describe, expect, it } from '@jest/globals';
import type { Entry } from '../../src/domain/journal.js';
import {
  addUnit,
  assign,
  extend,
  finish,
  override,
  pause,
  replaceAdmins,
  reschedule,
  result,
  resume,
  retireUnit,
  unassign,
  type Act,
} from './commands.js';
import { everybody } from './people.js';
import { phase, World } from './world.js';

const at = '2025-09-10T10:00';

const running = (): World =>
  World.started('2025-08-31T07:00', {
    phases: [
      phase('self-assessment'),
      phase('review'),
      phase('report'),
      phase('review', { code: 'tertahan', requires: ['every-unit-has-an-assessor'] }),
    ],
    people: everybody({ assignments: [{ assessor: 'A1', unit: 'DINKES' }] }),
  }).run(at);

/** What one act leaves, without what is the same in all: when and who. */
function traces(act: Act): Partial<Entry>[] {
  const world = running();
  const before = world.journal.length;
  world.perform(at, act);
  return world.journal.slice(before).map(({ due, recorded, who, ...rest }) => {
    expect({ due, recorded, who }).toEqual({
      due: world.instant(at),
      recorded: world.instant(at),
      who: 'koordinator',
    });
    return Object.fromEntries(
      Object.entries(rest).filter(([, value]) => value !== null && JSON.stringify(value) !== '{}'),
    );
  });
}

describe('rule 19: the journal records', () => {
  it('a finished task', () => {
    const task = { phase: 'self-assessment', unit: 'DINKES', task: 'self-assessment/DINKES#1' };

    expect(traces(finish('self-assessment', { unit: 'DINKES' }))).toEqual([
      { what: 'task', ...task, from: 'todo', to: 'in-progress' },
      { what: 'task', ...task, from: 'in-progress', to: 'finished', facts: { findings: [] } },
    ]);
  });

  it('a published result', () => {
    expect(traces(finish('report', { result })).at(-1)).toEqual({
      what: 'published',
      phase: 'report',
      task: 'report#1',
      facts: { result },
    });
  });

  it('an extension, with its reason', () => {
    expect(traces(extend('self-assessment', 'DINKES', '2025-10-10'))).toEqual([
      {
        what: 'extended',
        phase: 'self-assessment',
        unit: 'DINKES',
        task: 'self-assessment/DINKES#1',
        from: '2025-09-30T17:00:00Z',
        to: '2025-10-10T17:00:00Z',
        why: 'gangguan jaringan',
        facts: { oldDate: '2025-09-30', closes: '2025-10-10' },
      },
    ]);
  });

  it('an override, with its reason', () => {
    expect(traces(override('tertahan'))).toEqual([
      { what: 'phase', phase: 'tertahan', from: 'blocked', to: 'open', why: 'asesor menyusul' },
      {
        what: 'task',
        phase: 'tertahan',
        unit: 'DINKES',
        assessor: 'A1',
        task: 'tertahan/DINKES/A1#1',
        to: 'todo',
        facts: { late: false },
      },
      { what: 'overridden', phase: 'tertahan', why: 'asesor menyusul' },
    ]);
  });

  it.each([
    { name: 'pause', act: pause, left: ['cycle active > paused'] },
    { name: 'assign', act: assign('A3', 'DINKES'), left: ['task null > todo', 'assigned'] },
    {
      name: 'unassign',
      act: unassign('A1', 'DINKES'),
      left: ['task todo > cancelled', 'unassigned'],
    },
    { name: 'addUnit', act: addUnit('BAPPEDA'), left: ['unit-added', 'task null > todo'] },
    {
      name: 'retireUnit',
      act: retireUnit('DINKES'),
      left: ['task todo > cancelled', 'unassigned', 'task todo > cancelled', 'unit-retired'],
    },
    {
      name: 'replaceAdmins',
      act: replaceAdmins('DINKES', ['baru@x.test']),
      left: ['admins-replaced admin@dinkes.test > baru@x.test'],
    },
    {
      name: 'reschedule',
      act: reschedule('report', { closes: '2025-10-01' }),
      left: [
        'rescheduled 2025-09-01 – 2025-09-30 > 2025-09-01 – 2025-10-01',
        'deadline 2025-09-30T17:00:00Z > 2025-10-01T17:00:00Z',
      ],
    },
  ])('$name', ({ act, left }) => {
    expect(
      traces(act).map(({ what, from, to }) => (to ? `${what} ${from ?? null} > ${to}` : what)),
    ).toEqual(left);
  });

  it('what the calendar did in its own name, with both instants', () => {
    const world = running();
    world.tick('2025-10-01T00:05');

    const [entry] = world.journal.slice(-1);
    expect(entry).toEqual({
      ...entry,
      what: 'phase',
      phase: 'report',
      who: 'siklus',
      due: world.instant('2025-10-01T00:00'),
      recorded: world.instant('2025-10-01T00:05'),
      from: 'open',
      to: 'closed',
    });
  });

  it('nothing when nothing changed', () => {
    const world = running();
    const before = world.journal.length;

    world.tick('2025-09-11T00:00');
    world.tick('2025-09-12T00:00');

    expect(world.journal.length).toBe(before);
  });

  it('so much that the states of tasks can be read off it', () => {
    const world = running()
      .happens(at, finish('self-assessment', { unit: 'DINKES' }), addUnit('BAPPEDA'), pause)
      .happens('2025-09-20T10:00', resume, retireUnit('DLH'))
      .happens('2025-10-02T10:00', extend('self-assessment', 'BAPPEDA', '2025-10-10'));

    const states = new Map(
      world.journal.filter(({ what }) => what === 'task').map(({ task, to }) => [task, to]),
    );

    expect([...states]).toEqual(world.facts.tasks.map(({ id, state }) => [id, state]));
  });
});
