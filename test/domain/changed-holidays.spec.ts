import { describe, expect, it } from '@jest/globals';
import { decide } from '../../src/domain/commands/decide.js';
import { previewOf } from '../../src/domain/preview.js';
import { holidays } from './commands.js';
import { everybody } from './people.js';
import { phase, World } from './world.js';

/** DINKES and DLH until Tuesday the 30th; H-1 is a Monday, H-5 a Thursday. */
function september(reminders: readonly string[], days: readonly string[] = []): World {
  return World.started('2025-08-31T07:00', {
    cycle: { holidays: days },
    phases: [phase('self-assessment', { reminders })],
    people: everybody(),
  });
}

function sentOf(world: World): string[] {
  const sent = world.sent.flatMap(({ at, notices }) =>
    notices
      .filter(({ unit, kind }) => unit === 'DLH' && kind !== 'opened')
      .map(({ offset }) => [at.toZonedDateTimeISO('Asia/Jakarta').toPlainDate(), offset].join(' ')),
  );
  return [...new Set(sent)];
}

describe('holidays that change in mid-year', () => {
  it('move what is still to come', () => {
    const world = september(['HK-3', 'H-1']).run('2025-09-20T10:00');

    world.perform('2025-09-20T10:00', holidays('2025-09-29'));

    expect(sentOf(world.run('2025-10-10T10:00'))).toEqual(['2025-09-24 HK-3', '2025-09-26 H-1']);
  });

  it('send nothing again that went by the old ones and would be later by the new', () => {
    const world = september(['H-5'], ['2025-09-25']).run('2025-09-24T12:00');

    world.perform('2025-09-24T12:00', holidays());

    expect(sentOf(world.run('2025-10-10T10:00'))).toEqual(['2025-09-24 H-5']);
    expect(world.plannedAnew).toEqual([]);
  });

  it('send nothing that the new ones put into the past', () => {
    const world = september(['H-5']).run('2025-09-24T12:00');

    world.perform('2025-09-24T12:00', holidays('2025-09-25'));

    expect(sentOf(world.run('2025-10-10T10:00'))).toEqual([]);
  });

  it('lose nothing that was due when they changed and that no tick has seen yet', () => {
    const world = september(['H-5']).run('2025-09-24T12:00');

    world.perform('2025-09-25T08:01', holidays('2025-09-26'));

    expect(sentOf(world.run('2025-10-10T10:00'))).toEqual(['2025-09-25 H-5']);
  });

  it('change nothing when they are the same', () => {
    const world = september(['H-5'], ['2025-09-25']);
    const entries = world.journal.length;

    world.perform('2025-09-24T12:00', holidays('2025-09-25', '2025-09-25'));

    expect(world.journal.slice(entries).map(({ what }) => what)).not.toContain('settings');
    expect(world.facts.cycle.earlierCalendars).toEqual([]);
  });

  it('are shown before: who is reminded on another day, and from when to when', () => {
    const world = september(['H-5', 'H-1'], ['2025-09-25']).run('2025-09-24T12:00');
    const at = world.instant('2025-09-24T12:00');

    const shown = previewOf(world.standing, at, (draft) => decide(draft, holidays('2025-09-29')));

    const moves = shown.moved.map(({ before, after }) =>
      [after.unit, after.offset, before.at, after.at].join(' '),
    );
    expect(moves).toEqual([
      'DINKES H-1 2025-09-29T01:00:00Z 2025-09-26T01:00:00Z',
      'DLH H-1 2025-09-29T01:00:00Z 2025-09-26T01:00:00Z',
    ]);
    expect([shown.now, shown.come, shown.gone]).toEqual([[], [], []]);
  });
});
