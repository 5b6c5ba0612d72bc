import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import type { PlannedNotice } from '../../src/domain/preview.js';
import { addressKey } from '../../src/domain/recipients.js';
import { Refusal } from '../../src/domain/refusal.js';
import { actOn } from './acts.js';
import type { Act } from './commands.js';
import { atEveryDueInstant, lived } from './patterns.js';
import { preview } from './previewing.js';
import { begunTimelines, type Timeline } from './timelines.js';
import type { World } from './world.js';

/** What was sent from an instant on: one line a notice, which the copy to a head is a part of. */
function sentSince(world: World, at: Temporal.Instant): string[] {
  return world.sent
    .filter((mail) => !isEarlier(mail.at, at))
    .flatMap((mail) => mail.notices.map((notice) => lineOf({ ...notice, at: mail.at })))
    .sort();
}

function lineOf({ at, kind, offset, task, deadline, recipient, copyTo }: PlannedNotice): string {
  const to = [recipient, ...copyTo].map(addressKey).join('+');
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

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
