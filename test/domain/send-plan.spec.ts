import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addressKey } from '../../src/domain/recipients.js';
import { sendPlan, type PlannedSending } from '../../src/domain/send-plan.js';
import { finish, pause, extend } from './commands.js';
import { atEveryDueInstant, lived } from './patterns.js';
import { begunTimelines } from './timelines.js';
import { phase, World, type Plan } from './world.js';

const selfAssessment = phase('self-assessment', { reminders: ['H-7', 'H-3', 'H-1', 'H', 'H+1'] });

function world(more: Partial<Plan> = {}): World {
  return World.started('2025-08-31T07:00', { phases: [selfAssessment], ...more });
}

function planAt(moment: string, of: World): PlannedSending[] {
  return sendPlan(of.facts, of.instant(moment));
}

/** Of one unit, as a coordinator reads it. */
function fates(plan: readonly PlannedSending[], unit = 'DLH'): string[] {
  return plan
    .filter((each) => each.unit === unit)
    .map(({ kind, offset, fate, movedFrom }) =>
      [offset ?? kind, fate, movedFrom && `from ${movedFrom.toString()}`].filter(Boolean).join(' '),
    );
}

describe('the send plan', () => {
  it('names what will go, in the order of its time', () => {
    expect(fates(planAt('2025-08-31T07:00', world()))).toEqual([
      'opened goes',
      'H-7 goes',
      // 27 September is a Saturday (rule 4).
      'H-3 goes from 2025-09-27',
      'H-1 goes',
      'H goes',
      'H+1 goes',
    ]);
  });

  it('says of whoever has finished that nothing goes, and why', () => {
    const started = world().run('2025-09-10T10:00');
    started.perform('2025-09-10T10:00', finish('self-assessment', { unit: 'DLH' }));
    const plan = planAt('2025-09-10T10:00', started);

    expect(new Set(fates(plan).map((each) => each.split(' ')[1]))).toEqual(new Set(['finished']));
    expect(new Set(fates(plan, 'DINKES').map((each) => each.split(' ')[1]))).toEqual(
      new Set(['goes']),
    );
  });

  it('says which reminders meet on one day and become one (rule 4)', () => {
    // Monday is a holiday: the 27th, 28th and 29th all move to Friday the 26th.
    const cycle = { holidays: ['2025-09-29'] };

    expect(fates(planAt('2025-09-20T07:00', world({ cycle }).run('2025-09-20T07:00')))).toEqual([
      'H-7 goes',
      'H-1 goes from 2025-09-29',
      'H-3 merged from 2025-09-27',
      'H goes',
      'H+1 goes',
    ]);
  });

  it('names the day of opening, and what lies before it', () => {
    const short = phase('self-assessment', {
      opens: '2025-09-29',
      reminders: ['H-3', 'H-1', 'H', 'H+1'],
    });

    expect(fates(planAt('2025-09-20T07:00', world({ phases: [short] })))).toEqual([
      'H-3 before-opening from 2025-09-27',
      'opened goes',
      'H-1 opening-day',
      'H goes',
      'H+1 goes',
    ]);
  });

  it('names a reminder of a day whose deadline comes before it is due', () => {
    const morning = phase('self-assessment', { closes: '2025-09-30T07:00', reminders: ['H'] });

    expect(fates(planAt('2025-09-20T07:00', world({ phases: [morning] })))).toContain(
      'H after-deadline',
    );
  });

  it('gives each unit its own deadline (rule 16)', () => {
    const started = world().run('2025-09-10T10:00');
    started.perform('2025-09-10T10:00', extend('self-assessment', 'DLH', '2025-10-07'));
    const plan = planAt('2025-09-10T10:00', started).filter(({ offset }) => offset === 'H');

    expect(plan.map(({ unit, at, deadline }) => [unit, at, deadline].map(String))).toEqual([
      ['DINKES', '2025-09-30T01:00:00Z', '2025-09-30T17:00:00Z'],
      ['DLH', '2025-10-07T01:00:00Z', '2025-10-07T17:00:00Z'],
    ]);
  });

  it('of a cycle that is paused says what is held back (rule 17)', () => {
    const started = world().run('2025-09-10T10:00');
    started.perform('2025-09-10T10:00', pause);

    expect(fates(planAt('2025-09-10T10:00', started))).toContain('H held-back');
  });

  it('is what then goes', () => {
    fc.assert(
      fc.property(begunTimelines(), (timeline) => {
        const begun = lived(timeline, atEveryDueInstant);
        const now = begun.watermark;
        const plan = sendPlan(begun.facts, now).filter(({ fate }) => fate === 'goes');

        const { length } = begun.sent;
        begun.run(now.add({ hours: 24 * 400 }));

        const sent = begun.sent
          .slice(length)
          .flatMap(({ at, notices }) => notices.map((notice) => ({ ...notice, at })));
        expect(plan.map(lineOf).sort()).toEqual(sent.map(lineOf).sort());
      }),
      { numRuns: 60 },
    );
  });
});

function lineOf({
  at,
  recipient,
  kind,
  offset,
  task,
  deadline,
  copyTo,
}: Omit<PlannedSending, 'fate' | 'movedFrom' | 'vacant'>): string {
  return [at, addressKey(recipient), kind, offset, task, deadline, ...copyTo.map(addressKey)].join(
    ' ',
  );
}
