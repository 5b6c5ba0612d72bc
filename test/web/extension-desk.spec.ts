import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { asked, askingCity, head } from '../api/extending.js';
import type { Office } from '../api/office.js';
import { coordinator, deputy, dinkes } from '../api/small-city.js';
import { changingNothing } from '../api/tables.js';
import { pdf } from '../api/uploading.js';
import { Browser, redirect } from './browser.js';
import { said, type Said } from './office-desk.js';

const desk = '/opd/kota-kecil/DINKES';

let office: Office;

beforeEach(async () => {
  office = await askingCity();
});

afterEach(() => office.close());

const browserOf = (email: string): Promise<Browser> => Browser.of(office.site, email);

const typed = {
  phase: 'mandiri',
  closes: '2025-09-17',
  closesTime: '',
  reason: 'Kebakaran ruang arsip',
  letter: '060/040/IX/2025',
};

/** As the form on the desk sends it; null: no file was chosen. */
async function send(
  browser: Browser,
  fields: Partial<typeof typed> = {},
  file?: Buffer | null,
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...typed, ...fields })) form.set(name, value);
  const content = file === undefined ? await pdf('surat') : file;
  if (content) form.set('file', new Blob([new Uint8Array(content)]), 'surat.pdf');
  const headers = { origin: office.site.url };
  const path = `${desk}/dispensasi?_csrf=${await browser.proof()}`;
  return browser.request(path, { method: 'POST', body: form, headers });
}

async function pageOf(browser: Browser, path: string): Promise<Said> {
  return said(await browser.get(path));
}

describe('the desk of a unit', () => {
  it('asks for more time, and shows that the request waits', async () => {
    const browser = await browserOf(dinkes);
    expect((await pageOf(browser, desk)).text).toContain('Ajukan dispensasi: <bdi>mandiri');

    const answer = await send(browser);

    expect(redirect(answer)).toEqual([303, `${desk}?dispensasi=terkirim#dispensasi`]);
    const { text } = await pageOf(browser, `${desk}?dispensasi=terkirim`);
    expect(text).toContain('Permohonan telah dikirim.');
    expect(text).toContain('Menunggu keputusan');
    expect(text).toContain('dimohon sampai Rabu, 17 September 2025');
    expect(text).not.toContain('Ajukan dispensasi: <bdi>mandiri');
  });

  it.each([
    {
      what: 'without a reason',
      fields: { reason: ' ' },
      says: 'id="mandiri-reason-error">Bagian ini',
    },
    {
      what: 'with no date of the calendar',
      fields: { closes: '2025-02-30' },
      says: 'id="mandiri-closes-error">Tuliskan tanggal',
    },
    {
      what: 'without the number of the letter',
      fields: { letter: '' },
      says: 'id="mandiri-letter-error">Bagian ini',
    },
    { what: 'without the letter', file: null, says: 'Pilih berkas suratnya.' },
    {
      what: 'with a web page for a letter',
      file: Buffer.from('<html></html>'),
      says: 'Jenis berkas ini tidak dapat diterima.',
    },
  ])('says beside the field what is wrong $what, and keeps what was typed', async (given) => {
    const { fields = {}, file, says } = given;
    const browser = await browserOf(dinkes);
    await browser.proof();

    const { status, text } = await changingNothing(office, async () =>
      said(await send(browser, { reason: 'Alasan kami', letter: '1/X', ...fields }, file)),
    );

    expect(status).toBe(422);
    expect(text).toContain(says);
    if (!('reason' in fields)) expect(text).toContain('Alasan kami');
    if (!('letter' in fields)) expect(text).toContain('value="1/X"');
    expect(text).toContain('<details class="change" open>');
  });

  it('says what a rule says no to', async () => {
    const browser = await browserOf(dinkes);
    await browser.proof();

    const { status, text } = await changingNothing(office, async () =>
      said(await send(browser, { closes: '2025-09-12' })),
    );

    expect(status).toBe(409);
    expect(text).toContain('Tenggat yang baru harus sesudah tenggat sekarang');
  });

  it('tells the second of two admins that the first has asked', async () => {
    const browser = await browserOf(deputy);
    await asked(office);

    const { status, text } = await said(await send(browser));

    expect(status).toBe(409);
    expect(text).toContain('Permohonan untuk tahap itu sudah ada');
  });

  it('takes a request back', async () => {
    const browser = await browserOf(dinkes);
    const id = await asked(office);
    const fields = { _csrf: await browser.proof() };

    const answer = await browser.post(`${desk}/dispensasi/${id}/tarik`, fields);

    expect(redirect(answer)).toEqual([303, `${desk}?dispensasi=ditarik#dispensasi`]);
    const { text } = await pageOf(browser, desk);
    expect(text).toContain('Ditarik kembali');
    expect(text).toContain('Ajukan dispensasi: <bdi>mandiri');
  });

  it('tells its head what became of a request, but opens the letter to its admins alone', async () => {
    const id = await asked(office);
    const letter = `${desk}/dispensasi/${id}/surat`;
    const [admin, leader] = [await browserOf(dinkes), await browserOf(head)];

    expect((await pageOf(admin, desk)).text).toContain(letter);
    expect((await admin.get(letter)).status).toBe(200);
    const { text } = await pageOf(leader, desk);
    expect(text).toContain('Menunggu keputusan');
    expect(text).not.toContain(letter);
    expect((await leader.get(letter)).status).toBe(404);
  });

  it('shows what the coordinator said with a refusal', async () => {
    const id = await asked(office);
    const reason = 'Jadwal tidak dapat bergeser.';
    await office.done(coordinator, 'POST', `/extension-requests/${id}/refuse`, { reason });

    const { text } = await pageOf(await browserOf(dinkes), desk);

    expect(text).toContain('Ditolak');
    expect(text).toContain(reason);
  });
});
