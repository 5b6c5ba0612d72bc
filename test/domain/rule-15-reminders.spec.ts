import { describe, expect, it } from '@jest/globals';
import type { Command } from '../../src/domain/commands/command.js';
import type { Rung } from '../../src/domain/escalation.js';
import { loadFile, setReminders, type LoadFile } from './commands.js';
import { onlyDinkes } from './people.js';
import { phase, World } from './world.js';

const set = (...reminders: string[]): Command => setReminders('self-assessment', ...reminders);

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

  it('still goes when it was taken away after its moment, which a late tick finds', () => {
    const world = september();
    world.perform('2025-09-23T08:01', set('H-3'));
    world.tick('2025-09-23T08:02');

    expect(sentSince(world, '2025-09-02T00:00')).toEqual([['2025-09-23T01:02:00Z', 'H-7']]);
  });

  it('does not go when it was taken away before its moment, however late the tick', () => {
    const world = september();
    world.perform('2025-09-23T07:59', set('H-3'));
    world.tick('2025-09-23T08:02');

    expect(sentSince(world, '2025-09-02T00:00')).toEqual([]);
  });

  it('rule 13: goes at its own moment and once, when the order came from a clock that is ahead', () => {
    const world = september();
    world.perform('2025-09-23T09:00', set('H-7', 'H'));
    world.tick('2025-09-22T10:00');
    world.tick('2025-09-23T08:30');

    expect(world.plannedAnew).toEqual([]);
    expect(sentSince(world, '2025-09-02T00:00')).toEqual([['2025-09-23T01:30:00Z', 'H-7']]);
  });

  it('goes by each of several orders of which no tick saw any', () => {
    const world = september();
    world.perform('2025-09-16T08:01', set('H-14', 'H-3'));
    world.perform('2025-09-23T07:59', set('H-7', 'H-3'));
    world.perform('2025-09-23T08:01', set());
    world.tick('2025-09-27T09:00');

    expect(sentSince(world, '2025-09-02T00:00')).toEqual([['2025-09-27T02:00:00Z', 'H-7']]);
  });
});

describe('rules 14 and 15: rungs of the ladder that a file adds or takes away', () => {
  const rung = { to: 'head', after: 1, notaDinas: false } as const;
  const ladder = (escalation: readonly Rung[]): LoadFile =>
    loadFile(({ plan, phases }) => ({ plan: { ...plan, escalation }, phases }));
  const late = (escalation: readonly Rung[]): World =>
    World.started('2025-08-31T07:00', {
      cycle: { escalation },
      phases: [phase('self-assessment')],
      people: onlyDinkes(),
    }).run('2025-10-01T00:00');

  it.each([
    { order: 'adds', before: [], after: [rung], sent: [] },
    { order: 'takes away', before: [rung], after: [], sent: ['HK+1'] },
  ])('count from the order: the file $order one after its moment', ({ before, after, sent }) => {
    const world = late(before);
    world.perform('2025-10-01T08:01', ladder(after));
    world.tick('2025-10-01T08:02');

    expect(sentSince(world, '2025-09-02T00:00').flatMap(([, ...offsets]) => offsets)).toEqual(sent);
  });
});
