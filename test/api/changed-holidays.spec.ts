import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Consequences } from '../../src/assessment/changes/consequences.js';
import type { TimelineVersion } from '../../src/domain/timeline-version.js';
import { wib } from '../engine/city.js';
import { Office } from './office.js';
import { coordinator, dinkes, dlh, during, smallCity } from './small-city.js';

let office: Office;

beforeEach(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.selfAssessment);
});

afterEach(() => office.close());

const order = (holidays: readonly unknown[]) => ({
  commands: [{ do: 'setHolidays', holidays, decree: 'SKB 933/2025' }],
  reason: 'Perubahan SKB',
});

describe('another decree for a running cycle', () => {
  it('is shown with the mails that move, and is a version of the timeline once it is taken', async () => {
    const { consequences, shown } = await office.done<{
      consequences: Consequences;
      shown: string;
    }>(coordinator, 'POST', '/changes/preview', order(['2025-09-12']));

    await office.done(coordinator, 'POST', '/changes', { ...order(['2025-09-12']), shown });
    const { versions } = await office.done<{ versions: TimelineVersion[] }>(
      coordinator,
      'GET',
      '/versions',
    );

    const days = consequences.moved.map(({ before, after }) =>
      [before.at, after.at].map((at) => at.slice(0, 10)).join(' '),
    );
    expect([...new Set(days)]).toEqual(['2025-09-12 2025-09-11']);
    expect(versions[0]?.reason).toBe('Perubahan SKB');
    expect(versions[0]?.changes.map(({ field, to }) => [field, to])).toEqual([
      ['holidays', '2025-09-12'],
      ['decree', 'SKB 933/2025'],
    ]);
  });

  it.each([[['2025-02-30']], [['12 September']], [[20250912]], [['2025-09-12', '2025-09-12']]])(
    'names days of the calendar, once each: %j is refused',
    async (days) => {
      const answer = await office.ask(coordinator, 'POST', '/changes/preview', order(days));

      expect(answer.status).toBe(400);
    },
  );

  it('is for coordinators', async () => {
    const answer = await office.ask(dinkes, 'POST', '/changes/preview', order(['2025-09-12']));

    expect(answer.status).toBe(403);
  });
});

describe('what went by the old days', () => {
  const friday = '2025-09-12';

  async function give(days: readonly string[]): Promise<Consequences> {
    const { consequences, shown } = await office.done<{
      consequences: Consequences;
      shown: string;
    }>(coordinator, 'POST', '/changes/preview', order(days));
    await office.done(coordinator, 'POST', '/changes', { ...order(days), shown });
    return consequences;
  }

  /** The subjects that the admin of DLH got until that moment. */
  async function mailsUntil(moment: string): Promise<string[]> {
    const { inbox } = office.site;
    const before = inbox.count;
    await office.moveTo(wib(moment));
    return inbox
      .latest(inbox.count - before)
      .filter(({ to }) => to.includes(dlh))
      .map(({ subject }) => subject);
  }

  it('does not go again on the later day that the new ones would give it', async () => {
    await give([friday]);
    const byTheOld = await mailsUntil('2025-09-11T12:00');

    const consequences = await give([]);
    const byTheNew = await mailsUntil('2025-09-12T23:00');

    expect(byTheOld).toHaveLength(1);
    expect(byTheNew).toEqual([]);
    const { come, gone, now } = consequences;
    const moved = consequences.moved.map(({ after }) => after);
    expect([...come, ...gone, ...moved].filter(({ phase }) => phase === 'mandiri')).toEqual([]);
    expect(now).toEqual([]);
  });

  it('goes on the later day when it had not gone yet', async () => {
    await give([friday]);
    const consequences = await give([]);

    const thursday = await mailsUntil('2025-09-11T12:00');
    const onFriday = await mailsUntil('2025-09-12T23:00');

    expect(
      consequences.moved.map(({ before, after }) =>
        [after.offset, before.at, after.at].map((each) => each?.slice(0, 10)).join(' '),
      ),
    ).toContain('H 2025-09-11 2025-09-12');
    expect([thursday.length, onFriday.length]).toEqual([1, 1]);
  });
});
