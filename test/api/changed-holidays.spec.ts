import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Consequences } from '../../src/assessment/changes/consequences.js';
import type { TimelineVersion } from '../../src/domain/timeline-version.js';
import { Office } from './office.js';
import { coordinator, dinkes, during, smallCity } from './small-city.js';

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
