import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Step } from '../../src/domain/forecast.js';
import { rehearse, type Way } from '../../src/domain/rehearsal.js';
import { pause } from './commands.js';
import { atEveryDueInstant, lived } from './patterns.js';
import { begunTimelines } from './timelines.js';
import { phase, World } from './world.js';

const beginning = '2025-08-31T07:00';

function world(): World {
  const reminders = ['H', 'H+1'];
  const phases = [phase('self-assessment', { reminders }), phase('review', { reminders })];
  return World.started(beginning, { phases });
}

function steps(of: World, way: Way): Step[] {
  return [...rehearse(of.facts, of.instant(beginning), way)];
}

/** `2025-09-30T16:59:00Z DINKES finished`, of one phase. */
function ends(all: readonly Step[], code: string): string[] {
  return all.flatMap(({ at, journal }) =>
    journal
      .filter(({ what, phase: of, to }) => what === 'task' && of === code && to !== 'todo')
      .map(({ unit, to }) => `${at.toString()} ${unit} ${to}`),
  );
}

function notices(all: readonly Step[]): Set<string> {
  const of = all.flatMap(({ mails }) => mails.flatMap((mail) => mail.notices));
  return new Set(of.map(({ phase: code, kind, offset }) => `${code} ${offset ?? kind}`));
}

describe('a rehearsal', () => {
  it('where nobody does anything ends every task at its deadline', () => {
    const all = steps(world(), 'nobody');

    expect(ends(all, 'self-assessment')).toEqual([
      '2025-09-30T17:00:00Z DINKES lapsed',
      '2025-09-30T17:00:00Z DLH lapsed',
    ]);
    expect(notices(all)).toContain('self-assessment H+1');
  });

  it('where everybody finishes in the last minute still reminds, and warns nobody', () => {
    const all = steps(world(), 'everybody');

    expect(ends(all, 'self-assessment').filter((each) => each.endsWith('finished'))).toEqual([
      '2025-09-30T16:59:00Z DINKES finished',
      '2025-09-30T16:59:00Z DLH finished',
    ]);
    expect([...notices(all)].sort()).toEqual([
      'review H',
      'review opened',
      'self-assessment H',
      'self-assessment opened',
    ]);
  });

  it('of a cycle that is paused is as if it went on (rule 17)', () => {
    const paused = world();
    paused.perform(beginning, pause);

    expect(ends(steps(paused, 'nobody'), 'self-assessment')).toHaveLength(2);
  });

  it('leaves what it was given as it was, and comes to an end', () => {
    fc.assert(
      fc.property(
        begunTimelines(),
        fc.constantFrom<Way>('nobody', 'everybody'),
        (timeline, way) => {
          const { facts, watermark } = lived(timeline, atEveryDueInstant);
          const before = JSON.stringify(facts);

          const last = [...rehearse(facts, watermark, way)].at(-1);

          expect(JSON.stringify(facts)).toBe(before);
          const open = (last?.facts.tasks ?? []).filter(({ state }) => state === 'todo');
          expect(open).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
