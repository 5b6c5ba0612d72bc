import { describe, expect, it } from '@jest/globals';
import type { Act } from './commands.js';
import { assign } from './commands.js';
import { everybody, unit } from './people.js';
import { mails } from './reading.js';
import { phase, World, type Plan } from './world.js';

const plan = (units: readonly string[] | null): Plan => ({
  phases: [phase('review', { code: 'visitasi', units, reminders: ['H-7'] })],
  people: everybody({
    units: [unit('DINKES'), unit('DLH')],
    assignments: [
      { assessor: 'A1', unit: 'DINKES' },
      { assessor: 'A1', unit: 'DLH' },
    ],
  }),
});

const choose = (units: readonly string[] | null): Act => {
  return { do: 'chooseUnits', phase: 'visitasi', units };
};

const stateOf = ({ facts }: World): string[] =>
  facts.tasks.map(({ id, state }) => `${id} ${state}`);

describe('a phase that is for some units', () => {
  it.each([
    { units: [], tasks: [] },
    { units: ['DLH'], tasks: ['visitasi/DLH/A1#1 todo'] },
    { units: null, tasks: ['visitasi/DINKES/A1#1 todo', 'visitasi/DLH/A1#1 todo'] },
  ])('gives tasks to $units', ({ units, tasks }) => {
    const world = World.started('2025-08-31T07:00', plan(units)).run('2025-09-02T00:00');

    expect(stateOf(world)).toEqual(tasks);
  });

  it('is for those who were chosen before it opens', () => {
    const world = World.started('2025-08-31T07:00', plan([]))
      .happens('2025-08-31T09:00', choose(['DINKES']))
      .run('2025-09-02T00:00');

    expect(stateOf(world)).toEqual(['visitasi/DINKES/A1#1 todo']);
  });

  it('gives the task at once to who is chosen while it is open, and takes it from who no longer is', () => {
    const world = World.started('2025-08-31T07:00', plan(['DINKES']))
      .run('2025-09-02T00:00')
      .happens('2025-09-03T09:00', choose(['DLH']))
      .run('2025-09-24T00:00');

    expect(stateOf(world)).toEqual(['visitasi/DINKES/A1#1 cancelled', 'visitasi/DLH/A1#1 todo']);
    expect(mails(world)).toEqual([
      '2025-09-01T08:00 a1@asesor.test: opened visitasi DINKES 29',
      '2025-09-03T09:00 a1@asesor.test: assigned visitasi DLH 27',
      '2025-09-23T08:00 a1@asesor.test: reminder H-7 visitasi DLH 7',
    ]);
  });

  it('gives nothing to an assessor of a unit that it is not for', () => {
    const world = World.started('2025-08-31T07:00', plan(['DINKES']))
      .run('2025-09-02T00:00')
      .happens('2025-09-03T09:00', assign('A3', 'DLH'));

    expect(stateOf(world)).toEqual(['visitasi/DINKES/A1#1 todo']);
  });

  it('can be for nobody whom the cycle does not know', () => {
    const world = World.started('2025-08-31T07:00', plan([]));

    expect(() => world.happens('2025-08-31T09:00', choose(['ENTAH']))).toThrow('unknown_unit');
  });
});
