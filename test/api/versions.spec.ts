import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { JournalCheckService } from '../../src/cycle/journal-check.service.js';
import type { TimelineVersion } from '../../src/domain/timeline-version.js';
import { Office } from './office.js';
import { a1, coordinator, dinkes, during, smallCity } from './small-city.js';
import { changingNothing } from './tables.js';

let office: Office;

/** DINKES, which has two admins, DLH and DINSOS assess themselves until the 12th of September. */
beforeEach(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.selfAssessment);
});

afterEach(() => office.close());

const reschedule = (closes: string) => ({ do: 'reschedule', phase: 'mandiri', closes });
const order = {
  commands: [reschedule('2025-09-15')],
  reason: ' Gempa ',
  letter: '060/040/III/2025',
};

const preview = (asked: object) =>
  office.done<{ shown: string }>(coordinator, 'POST', '/changes/preview', asked);

async function take(asked: object): Promise<void> {
  const { shown } = await preview(asked);
  await office.done(coordinator, 'POST', '/changes', { ...asked, shown });
}

async function versions(): Promise<TimelineVersion[]> {
  const all = await office.done<{ versions: TimelineVersion[] }>(coordinator, 'GET', '/versions');
  return all.versions;
}

describe('rule 19: the versions of the timeline', () => {
  it('grow by one with each order that is taken, the newest first', async () => {
    await take(order);
    await take({ commands: [{ do: 'pause' }] });

    const [third, second, first, ...others] = await versions();

    expect(others).toEqual([]);
    expect([third, second].map((version) => [version?.number, version?.by])).toEqual([
      [3, coordinator],
      [2, coordinator],
    ]);
    expect(second).toMatchObject({ reason: 'Gempa', letter: order.letter });
    expect(second?.changes).toEqual([
      {
        what: 'rescheduled',
        field: null,
        phase: 'mandiri',
        unit: null,
        from: '2025-09-08 – 2025-09-12',
        to: '2025-09-08 – 2025-09-15',
      },
    ]);
    expect(first).toMatchObject({ number: 1, reason: null, letter: null, changes: [] });
  });

  it('are quoted by the mails: the letter, and the version that holds', async () => {
    const before = office.site.inbox.count;
    await take(order);
    await office.moveTo(during.selfAssessment);

    const { inbox } = office.site;
    const mails = inbox.latest(inbox.count - before).map(({ id }) => inbox.find(id));
    for (const mail of await Promise.all(mails)) {
      expect(mail?.text.replace(/\s+/g, ' ')).toMatch(
        /berdasarkan surat nomor 060\/040\/III\/2025;.*Jadwal versi 2\./,
      );
    }
    expect(mails).toHaveLength(4);
  });

  it('are covered by the chain of the journal', async () => {
    await take(order);

    const { flaws } = await office.site.app
      .get(JournalCheckService, { strict: false })
      .verify('kota-kecil');

    expect(flaws).toEqual([]);
  });

  it('do not grow by an order that is refused, or that changes nothing', async () => {
    const shown = '0'.repeat(64);
    await office.ask(coordinator, 'POST', '/changes', { ...order, shown });
    await take({ ...order, commands: [reschedule('2025-09-12')] });

    expect((await versions()).map(({ number }) => number)).toEqual([1]);
  });

  it('are not taken with another letter than was shown', async () => {
    const { shown } = await preview(order);

    const { status, body } = await changingNothing(office, () =>
      office.ask<{ code: string }>(coordinator, 'POST', '/changes', {
        ...order,
        letter: '060/041/III/2025',
        shown,
      }),
    );

    expect([status, body.code]).toEqual([409, 'changed_meanwhile']);
  });

  it('are for coordinators', async () => {
    for (const by of [dinkes, a1, 'head@dinkes.test']) {
      expect((await office.ask(by, 'GET', '/versions')).status).toBe(403);
    }
  });
});
