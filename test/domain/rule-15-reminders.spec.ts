import { describe, expect, it } from '@jest/globals';
import type { Command } from '../../src/domain/commands/command.js';
import { onlyDinkes } from './people.js';
import { phase, World } from './world.js';

const set = (...reminders: string[]): Command => ({
  do: 'setReminders',
  phase: 'self-assessment',
  reminders,
});

/** DINKES until the 30th; nothing has fallen due since the phase opened on the 1st. */
function september(): World {
  const world = World.started('2025-08-31T07:00', {
    phases: [phase('self-assessment', { reminders: ['H-7'] })],
    people: onlyDinkes(),
  });
  return world.run('2025-09-01T12:00');
}

const sentSince = (world: World, from: string) =>
  world.sent
    .filter(({ at }) => at.epochMilliseconds >= world.instant(from).epochMilliseconds)
    .map(({ at, notices }) => [at.toString(), ...notices.map(({ offset }) => offset)]);

describe('rule 15: a reminder that is set in mid-phase', () => {
  it('does not go for a day that was over when it was set, however long nothing was due', () => {
    const world = september();
    world.perform('2025-09-18T10:00', set('H-14', 'H-7'));
    world.tick('2025-09-18T10:00');
    world.run('2025-09-24T00:00');

    expect(sentSince(world, '2025-09-02T00:00')).toEqual([['2025-09-23T01:00:00Z', 'H-7']]);
  });

  it('goes when its moment comes between the order and a tick that is late', () => {
    const world = september();
    world.perform('2025-09-16T07:59', set('H-14', 'H-7'));
    world.tick('2025-09-16T08:01');

    expect(sentSince(world, '2025-09-02T00:00')).toEqual([['2025-09-16T01:01:00Z', 'H-14']]);
  });

  it('leaves what was due before it, and not yet sent, as it is', () => {
    const world = september();
    world.perform('2025-09-23T08:01', set('H-7', 'H-3'));
    world.tick('2025-09-23T08:02');

    expect(sentSince(world, '2025-09-02T00:00')).toEqual([['2025-09-23T01:02:00Z', 'H-7']]);
  });
});
