import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { wib } from '../engine/city.js';
import {
  asked,
  askingCity,
  both,
  grant,
  mailsOf,
  refusedBy,
  requestsOf,
  type ShownJson,
} from './extending.js';
import type { Office } from './office.js';
import { coordinator, deputy, dinkes, dlh } from './small-city.js';
import { changingNothing } from './tables.js';

let office: Office;

beforeEach(async () => {
  office = await askingCity();
});

afterEach(() => office.close());

interface Task {
  readonly phase: string;
  readonly state: string;
  readonly deadlineDate: string;
}

async function selfAssessmentOf(email: string): Promise<Task | undefined> {
  const { tasks } = await office.done<{ tasks: Task[] }>(email, 'GET', '');
  return tasks.find(({ phase }) => phase === 'mandiri');
}

describe('a decision', () => {
  it('is shown with its mails, and with the days that are left to each assessor', async () => {
    const id = await asked(office);

    const shown = await changingNothing(office, () =>
      office.done<ShownJson>(coordinator, 'POST', `/extension-requests/${id}/preview`, {
        closes: '2025-09-17',
      }),
    );

    expect(shown.consequences.now.map(({ to }) => to.email).sort()).toEqual([dinkes, deputy]);
    expect(shown.assessors).toEqual([
      {
        assessor: { code: 'A1', name: 'Bapak a1@asesor.test' },
        phase: 'dokumen',
        until: '2025-09-19',
        now: 5,
        then: 2,
        passes: 'opening',
      },
    ]);
  });

  it('approves: the deadline moves, the timeline has a new version, and the mail quotes the letter', async () => {
    const id = await asked(office);
    await office.moveTo(office.now.add({ minutes: 5 }));

    const mails = await mailsOf(office, () =>
      grant(office, coordinator, id, '2025-09-17', 'Baik.'),
    );

    expect(await selfAssessmentOf(dinkes)).toMatchObject({ deadlineDate: '2025-09-17' });
    expect(mails).toEqual([
      expect.stringMatching(`^${dinkes} .*diperpanjang sampai Rabu, 17 September 2025`),
      expect.stringMatching(`^${deputy} .*diperpanjang`),
    ]);
    const [mail] = office.site.inbox.latest(1);
    const { text = '' } = (mail && (await office.site.inbox.find(mail.id))) ?? {};
    expect(text).toContain('060/040/IX/2025');
    const { versions } = await office.done<{ versions: object[] }>(coordinator, 'GET', '/versions');
    expect(versions[0]).toMatchObject({
      number: 2,
      by: coordinator,
      reason: 'Kebakaran ruang arsip',
      letter: '060/040/IX/2025',
    });
    expect(await requestsOf(office, dinkes)).toEqual([
      expect.objectContaining({
        ...{ state: 'approved', granted: '2025-09-17', decidedBy: coordinator, note: 'Baik.' },
        asks: false,
      }),
    ]);
  });

  it('shortens: to the date that the coordinator says', async () => {
    const id = await asked(office);

    await grant(office, coordinator, id, '2025-09-15T16:00');

    expect(await selfAssessmentOf(dinkes)).toMatchObject({ deadlineDate: '2025-09-15' });
    expect(await requestsOf(office, dinkes)).toEqual([
      expect.objectContaining({ state: 'shortened', granted: '2025-09-15T16:00' }),
    ]);
  });

  it('refuses: nothing moves, and the admins are told why', async () => {
    const id = await asked(office);
    await office.moveTo(office.now.add({ minutes: 5 }));
    const reason = 'Jadwal penilaian tidak dapat bergeser.';

    const mails = await mailsOf(office, () =>
      office.done(coordinator, 'POST', `/extension-requests/${id}/refuse`, { reason }),
    );

    expect(await selfAssessmentOf(dinkes)).toMatchObject({ deadlineDate: '2025-09-12' });
    expect(mails).toEqual([
      expect.stringMatching(`^${dinkes} .*Permohonan dispensasi ditolak: mandiri`),
      expect.stringMatching(`^${deputy} .*Permohonan dispensasi ditolak`),
    ]);
    const [mail] = office.site.inbox.latest(1);
    const { text = '' } = (mail && (await office.site.inbox.find(mail.id))) ?? {};
    expect(text).toContain(reason);
    expect(await requestsOf(office, dinkes)).toEqual([
      expect.objectContaining({ state: 'refused', note: reason, granted: null }),
    ]);
  });

  it('opens a lapsed task again', async () => {
    const id = await asked(office);
    await office.moveTo(wib('2025-09-16T10:00'));

    const { status } = await grant(office, coordinator, id, '2025-09-17');

    expect(status).toBe(200);
    expect(await selfAssessmentOf(dinkes)).toMatchObject({ state: 'in-progress' });
  });

  it('is not the unit’s own, not even of a coordinator who is its admin', async () => {
    const id = await asked(office, { by: dlh, unit: 'DLH' });
    const path = `/extension-requests/${id}`;
    const decide = (by: string, how: string, body: object) =>
      changingNothing(office, () => refusedBy(office.ask(by, 'POST', `${path}/${how}`, body)));
    const taken = { closes: '2025-09-17', shown: '0'.repeat(64) };

    for (const [how, body] of [
      ['preview', { closes: '2025-09-17' }],
      ['grant', taken],
      ['refuse', { reason: 'x' }],
    ] as const) {
      expect(await decide(both, how, body)).toBe('403 own_request');
      expect(await decide(dlh, how, body)).toBe('403 not_allowed');
      expect(await decide(dinkes, how, body)).toBe('404 not_found');
    }
    expect((await grant(office, coordinator, id, '2025-09-17')).status).toBe(200);
  });

  it('has no way around it: who is of a unit extends nothing for it', async () => {
    const extend = { do: 'extend', phase: 'mandiri', closes: '2025-09-17', reason: 'x' };
    const preview = (named: string) =>
      office.ask(both, 'POST', '/changes/preview', { commands: [{ ...extend, unit: named }] });

    expect(await refusedBy(preview('DLH'))).toBe('403 own_request');
    expect((await preview('DINKES')).status).toBe(200);
  });

  it.each([
    { what: 'until later than was asked', closes: '2025-09-18', is: '409 not_shorter' },
    { what: 'until what the unit has already', closes: '2025-09-12', is: '409 not_later' },
  ])('$what is refused', async ({ closes, is }) => {
    const id = await asked(office);
    const path = `/extension-requests/${id}/preview`;

    expect(await refusedBy(office.ask(coordinator, 'POST', path, { closes }))).toBe(is);
  });

  it('is refused when something else would come of it by now', async () => {
    const id = await asked(office);
    const path = `/extension-requests/${id}`;
    const closes = '2025-09-17';
    const { shown } = await office.done<ShownJson>(coordinator, 'POST', `${path}/preview`, {
      closes: '2025-09-17',
    });
    const command = { do: 'setReminders', phase: 'mandiri', reminders: ['H-1', 'H'] };
    const order = { commands: [command] };
    const preview = await office.done<ShownJson>(coordinator, 'POST', '/changes/preview', order);
    await office.done(coordinator, 'POST', '/changes', { ...order, shown: preview.shown });

    const answer = await changingNothing(office, () =>
      refusedBy(office.ask(coordinator, 'POST', `${path}/grant`, { closes, shown, note: '' })),
    );

    expect(answer).toBe('409 changed_meanwhile');
  });

  it('is made once', async () => {
    const id = await asked(office);
    await grant(office, coordinator, id, '2025-09-17');
    const path = `/extension-requests/${id}`;

    const again = [
      office.ask(coordinator, 'POST', `${path}/refuse`, { reason: 'x' }),
      office.ask(coordinator, 'POST', `${path}/preview`, { closes: '2025-09-17' }),
      office.ask(dinkes, 'DELETE', path),
    ].map(refusedBy);

    expect(await Promise.all(again)).toEqual(Array<string>(3).fill('409 already_decided'));
  });

  it('is in the journal, with what was asked and what came of it', async () => {
    const id = await asked(office);
    await grant(office, coordinator, id, '2025-09-16', 'Cukup sehari.');

    const entries = await office.site.app.get(DataSource).query<object[]>(
      `SELECT who, unit, "from", "to", why, facts ->> 'wish' AS wish, facts ->> 'granted' AS granted
       FROM journal WHERE what = 'extension-request' ORDER BY number`,
    );

    const wish = '2025-09-17';
    const request = { unit: 'DINKES', wish };
    expect(entries).toEqual([
      {
        ...{ ...request, who: dinkes, from: null, to: 'waiting', granted: null },
        why: 'Kebakaran ruang arsip',
      },
      {
        ...{ ...request, who: coordinator, from: 'waiting', to: 'shortened' },
        ...{ granted: '2025-09-16', why: 'Cukup sehari.' },
      },
    ]);
  });
});
