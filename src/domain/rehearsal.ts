import type { Temporal } from 'temporal-polyfill';
import { finishOne } from './commands/finish-task.js';
import { isUnfinished, type Facts, type Task } from './cycle.js';
import { asIfRunning, forecast, type Meanwhile, type Step } from './forecast.js';
import { earliest, isAfter } from './instants.js';

export const ways = ['nobody', 'everybody'] as const;

/** Nobody does anything, or everybody finishes what they have in the last minute. */
export type Way = (typeof ways)[number];

/**
 * The rest of a cycle on a copy of its facts, by the rules of the tick. It holds no way to write or to send:
 * all that it has is what it is given.
 */
export function* rehearse(facts: Facts, now: Temporal.Instant, way: Way): Generator<Step> {
  const running = asIfRunning(facts);
  yield* way === 'nobody' ? forecast(running, now) : forecast(running, now, inTheLastMinute);
}

/** They finish with what no test can know left out: no levels, no findings, no result. */
const empty = { levels: {}, findings: [], result: null };

const inTheLastMinute: Meanwhile = {
  next: ({ tasks }, after) =>
    earliest(
      tasks
        .filter(isUnfinished)
        .map(lastMinute)
        .filter((at) => isAfter(at, after)),
    ),
  act: (draft) => {
    const last = draft.tasks().filter((task) => {
      return isUnfinished(task) && !isAfter(lastMinute(task), draft.now);
    });
    for (const task of last) finishOne(draft, task, empty);
  },
};

function lastMinute({ deadline }: Task): Temporal.Instant {
  return deadline.subtract({ minutes: 1 });
}
