import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Office } from '../api/office.js';
import { coordinator, during, smallCity } from '../api/small-city.js';
import { changingNothing } from '../api/tables.js';
import { wib } from '../engine/city.js';
import { Browser, hiddenIn, redirect } from './browser.js';

const page = '/koordinator/kota-kecil/perubahan';

let office: Office;
let browser: Browser;
let proof = '';

/** DINKES, which has two admins, DLH and DINSOS assess themselves until the 12th of September. */
beforeEach(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.selfAssessment);
  browser = new Browser(office.site);
  await browser.signInByLink(coordinator);
  proof = await browser.proof();
});

afterEach(() => office.close());

type Fields = Record<string, string | string[]>;

interface Said {
  readonly status: number;
  readonly text: string;
}

async function send(path: string, fields: Fields): Promise<Response> {
  const body = new URLSearchParams({ _csrf: proof });
  for (const [name, value] of Object.entries(fields)) {
    for (const each of [value].flat()) body.append(name, each);
  }
  const headers = { origin: office.site.url };
  return browser.request(`${page}/${path}`, { method: 'POST', body, headers });
}

async function said(answer: Response): Promise<Said> {
  return { status: answer.status, text: (await answer.text()).replace(/\s+/g, ' ') };
}

const preview = async (fields: Fields): Promise<Said> => said(await send('pratinjau', fields));

/** As the button of the preview sends it. */
function take({ text }: Said, more: Fields = {}): Promise<Response> {
  const { commands = '', shown = '', reason = '', letter = '' } = hiddenIn(text);
  const order = { commands: commands.replaceAll('&quot;', '"'), reason, letter };
  return send('terapkan', { ...order, shown, ...more });
}

const extension = {
  do: 'extend',
  phase: 'mandiri',
  units: ['DINKES', 'DLH'],
  closes: '2025-09-17',
  reason: 'Gangguan jaringan',
};

describe('the page of changes', () => {
  it('shows how many mails go now, to whom, and what moves, before anything has changed', async () => {
    const { status, text } = await changingNothing(office, () => preview(extension));

    expect(status).toBe(200);
    expect(text).toContain('3 surel dikirim sekarang.');
    for (const email of ['admin@dinkes.test', 'wakil@dinkes.test', 'admin@dlh.test']) {
      expect(text).toContain(email);
    }
    expect(text).toContain('Rabu, 17 September 2025');
    expect(text).toMatch(/Pengingat H-1 mandiri dari [^<]* menjadi [^<]* DINKES, DLH/);
  });

  it('does what was shown, and says so', async () => {
    const shown = await preview(extension);
    const { inbox } = office.site;
    const before = inbox.count;

    const answer = await take(shown);
    await office.moveTo(during.selfAssessment);

    expect(redirect(answer)).toEqual([303, `${page}?diterapkan`]);
    expect(await browser.page(`${page}?diterapkan`)).toContain('Perubahan telah diterapkan.');
    expect(inbox.count - before).toBe(3);
  });

  it('shows the consequences again when they are others by then', async () => {
    const shown = await preview({ do: 'reschedule', phase: 'mandiri', closes: '2025-09-15' });
    await take(await preview(extension));

    const again = await said(await take(shown));

    expect(again.status).toBe(409);
    expect(again.text).toContain('Keadaan siklus telah berubah sejak pratinjau ini dibuat.');
    expect((await take(again)).status).toBe(303);
  });

  it.each([
    [
      { do: 'extend', phase: 'mandiri', closes: '2025-09-17', reason: 'x' },
      'extend-units',
      'perlu diisi',
    ],
    [{ ...extension, closes: '2025-02-30' }, 'extend-closes', 'ada dalam kalender'],
    [{ ...extension, closesTime: '25:00' }, 'extend-closes', 'ada dalam kalender'],
    [{ ...extension, reason: ' ' }, 'extend-reason', 'perlu diisi'],
    [{ ...extension, phase: '' }, 'extend-phase', 'perlu diisi'],
    [
      { do: 'reschedule', phase: 'mandiri' },
      'reschedule-closes',
      'tanggal buka atau tanggal tutup',
    ],
    [
      { do: 'setReminders', phase: 'mandiri', reminders: 'H-0' },
      'setReminders-reminders',
      'seperti H-7',
    ],
  ])(
    'says beside the field what is wrong, and keeps what was typed: %j',
    async (fields, field, why) => {
      const { status, text } = await changingNothing(office, () => preview(fields));

      const [, problem = ''] = new RegExp(`id="${field}-error">([^<]*)<`).exec(text) ?? [];
      expect([status, problem]).toEqual([422, expect.stringContaining(why)]);
      const { reason = '', closes = '' } = fields as { reason?: string; closes?: string };
      if (reason !== '') expect(text).toContain(`value="${reason}"`);
      if (closes !== '') expect(text).toContain(`value="${closes}"`);
    },
  );

  it('says by which rule something is refused, with what was typed kept', async () => {
    const { status, text } = await preview({ ...extension, closes: '2025-09-01' });

    expect(status).toBe(409);
    expect(text).toContain('Tenggat yang baru harus sesudah tenggat sekarang');
    expect(text).toContain('value="Gangguan jaringan"');
    expect(text).toMatch(/value="DLH" checked/);
  });

  it('takes an hour, and reminders however they are separated', async () => {
    const moved = await preview({
      do: 'reschedule',
      phase: 'mandiri',
      closes: '2025-09-15',
      closesTime: '16:00',
    });
    const reminders = await preview({
      do: 'setReminders',
      phase: 'mandiri',
      reminders: 'h-1, H;hk-2',
    });

    expect(moved.text).toContain('2025-09-15T16:00');
    expect(reminders.text).toContain('H-1, H, HK-2');
  });

  it('keeps with a change its reason and its letter, as one more version of the timeline', async () => {
    const shown = await preview({
      do: 'reschedule',
      phase: 'mandiri',
      closes: '2025-09-15',
      reason: 'Gempa',
      letter: '060/040/III/2025',
    });
    const before = await browser.page(page);

    await take(shown);

    const history = (await browser.page(page)).replace(/\s+/g, ' ');
    expect(shown.text).toMatch(/<dt>Alasan<\/dt> <dd>Gempa<\/dd>/);
    expect(before).toContain('Jadwal saat siklus diaktifkan.');
    expect(before).not.toContain('Jadwal versi 2');
    expect(history).toMatch(/Jadwal versi 2<.*Jadwal versi 1</);
    expect(history).toContain('<dt>Nomor surat</dt> <dd>060/040/III/2025</dd>');
    expect(history).toContain(
      '<li>Jadwal mandiri: 2025-09-08 – 2025-09-12 menjadi 2025-09-08 – 2025-09-15</li>',
    );
  });

  it('tells of each kind of change what it was', async () => {
    await take(await preview(extension));
    await take(await preview({ do: 'setReminders', phase: 'mandiri', reminders: '' }));
    await take(await preview({ do: 'pause' }));

    const history = (await browser.page(page)).replace(/\s+/g, ' ');

    expect(history).toContain('<li>Siklus: Berjalan menjadi Dijeda</li>');
    expect(history).toContain('<li>Pengingat mandiri: H-7, H-3, H-1, H, H+1, H+3 menjadi –</li>');
    expect(history).toContain(
      '<li>Perpanjangan mandiri, DLH: Jumat, 12 September 2025 menjadi Rabu, 17 September 2025</li>',
    );
  });

  it('offers to pause a cycle that runs, and to resume one that is paused', async () => {
    await take(await preview({ do: 'pause' }));
    const paused = await browser.page(page);

    const shown = await preview({ do: 'resume' });
    await take(shown);

    expect(paused).toContain('name="do" value="resume"');
    expect(paused).not.toContain('name="do" value="pause"');
    expect(shown.text).toContain('Siklus: Berjalan.');
    expect(await browser.page(page)).toContain('name="do" value="pause"');
  });

  it('offers to open a phase that is blocked', async () => {
    expect(await browser.page(page)).not.toContain('name="do" value="override"');
  });

  it.each(['', 'x', '{}', '[]', '[{"do":"activate"}]', '[{"do":"pause","x":1}]'])(
    'takes no order that its preview does not write: %s',
    async (commands) => {
      const shown = '0'.repeat(64);
      const { status } = await changingNothing(office, () => send('terapkan', { commands, shown }));

      expect(status).toBe(400);
    },
  );

  it('shows late what was missed: a boundary between the look and the order', async () => {
    await office.moveTo(wib('2025-09-12T23:58'));
    const shown = await preview({ do: 'reschedule', phase: 'mandiri', closes: '2025-09-15' });
    office.setClock(wib('2025-09-13T00:01'));

    const { status, text } = await said(await take(shown));

    expect([status, text.includes('Tahap itu sudah ditutup.')]).toEqual([409, true]);
  });
});
