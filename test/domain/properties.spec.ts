import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isUnfinished, type Facts } from '../../src/domain/cycle.js';
import { daysLeft } from '../../src/domain/days-left.js';
import { forecast } from '../../src/domain/forecast.js';
import { isAfter } from '../../src/domain/instants.js';
import type { Notice } from '../../src/domain/notice.js';
import { addressKey, isSameAddress } from '../../src/domain/recipients.js';
import { simulate, type PlannedMail } from '../../src/domain/simulate.js';
import { isDiscreet } from './discreet.js';
import {
  afterGapsOf,
  atEveryDueInstant,
  every,
  lateBy,
  lived,
  standing,
  told,
} from './patterns.js';
import { local } from './reading.js';
import { begunTimelines, timelines } from './timelines.js';
import { factsOf, World, type Sent } from './world.js';

const gaps = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 8 });
const delays = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 8 });

describe('rule 14: however a process ticks', () => {
  it('phases and tasks end in the same states', () => {
    fc.assert(
      fc.property(timelines(), gaps, (timeline, hours) => {
        const expected = standing(lived(timeline, atEveryDueInstant));

        expect(standing(lived(timeline, afterGapsOf(hours)))).toEqual(expected);
        expect(standing(lived(timeline, every(24)))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('by the hour, they do too', () => {
    fc.assert(
      fc.property(timelines({ deeds: 6 }), (timeline) => {
        const expected = standing(lived(timeline, atEveryDueInstant));

        expect(standing(lived(timeline, every(1)))).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });

  it('a tick that is a little late sends what a punctual one sends', () => {
    fc.assert(
      fc.property(timelines(), delays, (timeline, minutes) => {
        const expected = told(lived(timeline, atEveryDueInstant, 'prompt'));

        expect(told(lived(timeline, lateBy(minutes), 'prompt'))).toEqual(expected);
      }),
      { numRuns: 80 },
    );
  });
});

describe('rule 13: however a process ticks', () => {
  it('the same occurrence is never planned twice for one recipient', () => {
    fc.assert(
      fc.property(timelines(), gaps, (timeline, hours) => {
        for (const pattern of [atEveryDueInstant, afterGapsOf(hours)]) {
          const { plannedAnew } = lived(timeline, pattern);

          expect(plannedAnew).toEqual([]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('a second replica that ticks behind every tick of the first adds nothing', () => {
    fc.assert(
      fc.property(timelines(), delays, (timeline, minutes) => {
        const alone = lived(timeline, lateBy(minutes), 'prompt');
        const both = lived(timeline, lateBy(minutes), 'prompt', (world, at) => {
          world.tick(at);
          world.tick(at.subtract({ seconds: 1 }));
        });

        expect(told(both)).toEqual(told(alone));
        expect(both.journal).toEqual(alone.journal);
      }),
      { numRuns: 40 },
    );
  });
});

describe('rule 12: whatever people do', () => {
  it('nothing is sent that is false when it is sent', () => {
    fc.assert(
      fc.property(timelines({ deeds: 40 }), delays, (timeline, minutes) => {
        const { sent } = lived(timeline, lateBy(minutes));

        expect(sent.flatMap(falsehoods)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('a task is spoken of by the calendar at most once a day, and on working days', () => {
    fc.assert(
      fc.property(timelines({ deeds: 16 }), (timeline) => {
        const world = lived(timeline, atEveryDueInstant, 'prompt');
        const reminded = world.sent.flatMap(({ at, notices, facts }) => {
          const { zone, holidays } = facts.cycle;
          const day = local(at, zone).slice(0, 10);
          return notices
            .filter(({ offset }) => offset !== null)
            .map(({ recipient, task }) => ({
              what: `${day} ${addressKey(recipient)} ${task}`,
              isHoliday: holidays.includes(day),
            }));
        });
        const lines = reminded.map(({ what }) => what);

        expect(lines.filter((each, index) => lines.indexOf(each) !== index)).toEqual([]);
        expect(reminded.filter(({ isHoliday }) => isHoliday)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('rule 11: whatever is sent', () => {
  it('one recipient gets one mail a tick, and one more for those copied, who read of no unit but their own', () => {
    fc.assert(
      fc.property(timelines({ deeds: 16 }), gaps, (timeline, hours) => {
        const world = lived(timeline, afterGapsOf(hours));
        const envelopes = world.sent.map(({ at, to, cc }) =>
          JSON.stringify([at, addressKey(to), cc]),
        );

        expect(envelopes.filter((each, index) => envelopes.indexOf(each) !== index)).toEqual([]);
        expect(world.sent.filter((mail) => !isDiscreet(mail))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a simulation', () => {
  it('sends what the cycle sends when nobody does anything', () => {
    fc.assert(
      fc.property(timelines({ deeds: 0 }), ({ plan }) => {
        const start = '2018-01-02T00:00';
        const world = World.started(start, plan);
        const until = world.instant('2030-01-01T00:00');

        const simulated = simulate(factsOf(plan), until);

        const lines = world.run(until).sent.map(forecastOf);
        expect(simulated).toEqual(lines);
      }),
      { numRuns: 60 },
    );
  });

  it('of a cycle in mid-course sends what is yet to come', () => {
    fc.assert(
      fc.property(begunTimelines(), delays, (timeline, minutes) => {
        const world = lived(timeline, lateBy(minutes), 'prompt');
        const already = world.sent.length;

        const foreseen = [...forecast(world.facts, world.watermark)].flatMap(({ at, mails }) =>
          mails.map((mail) => ({ ...mail, at })),
        );

        const lines = world.run('2030-01-01T00:00').sent.slice(already).map(forecastOf);
        expect(foreseen).toEqual(lines);
      }),
      { numRuns: 50 },
    );
  });
});

function forecastOf({ at, to, cc, notices, facts }: Sent): PlannedMail {
  const entries = notices.map((notice) => {
    const task = facts.tasks.find(({ id }) => id === notice.task) ?? null;
    return { ...notice, daysLeft: daysLeft(notice.kind, task, at, facts.cycle.zone) };
  });
  return { to, cc, notices: entries, at };
}

/** The rules' own words, not the code that the sender asks. */
function falsehoods({ at, notices, facts }: Sent): string[] {
  return notices.flatMap((notice) => {
    const wrong =
      falsehood(notice, facts) ?? (isLate(notice, facts, at) ? 'the deadline is over' : null);
    return wrong ? [`${notice.kind} ${notice.task ?? notice.phase}: ${wrong}`] : [];
  });
}

const forUnfinished = new Set([
  'opened',
  'reminder',
  'rescheduled',
  'extended',
  'handover',
  'assigned',
]);

function falsehood(
  { kind, phase, task: id, deadline, recipient }: Notice,
  facts: Facts,
): string | null {
  const task = facts.tasks.find((each) => each.id === id);
  const unit = facts.people.units.find(({ code }) => code === recipient.unit);
  if (recipient.role === 'admin' && unit?.retired) return 'the unit is retired';
  if (recipient.role === 'admin' && !unit?.admins.some((each) => isSameAddress(each, recipient))) {
    return 'the admin was replaced';
  }
  if (kind === 'blocked') {
    return facts.phases.find(({ code }) => code === phase)?.state === 'blocked'
      ? null
      : 'not blocked';
  }
  if (forUnfinished.has(kind) && !(task && isUnfinished(task))) return 'not unfinished';
  if (kind === 'overdue' && task?.state !== 'lapsed') return 'not lapsed';
  const moved = task && !task.deadline.equals(deadline);
  return moved && ['reminder', 'overdue', 'rescheduled', 'extended'].includes(kind)
    ? 'moved'
    : null;
}

function isLate({ kind, task: id }: Notice, facts: Facts, at: Sent['at']): boolean {
  const task = facts.tasks.find((each) => each.id === id);
  return forUnfinished.has(kind) && !(task && isAfter(task.deadline, at));
}
