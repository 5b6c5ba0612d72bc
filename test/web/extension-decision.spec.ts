import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { asked, askingCity, both, grant, mailsOf, requestsOf } from '../api/extending.js';
import type { Office } from '../api/office.js';
import { coordinator, deputy, dinkes, dlh } from '../api/small-city.js';
import { changingNothing } from '../api/tables.js';
import { wib } from '../engine/city.js';
import { Browser, hiddenIn, redirect } from './browser.js';
import { said, type Said } from './office-desk.js';

const decisions = '/koordinator/kota-kecil/keputusan';

let office: Office;

beforeEach(async () => {
  office = await askingCity();
});

afterEach(() => office.close());

const browserOf = (email: string): Promise<Browser> => Browser.of(office.site, email);

async function pageOf(browser: Browser, path: string): Promise<Said> {
  return said(await browser.get(path));
}

/** As the button sends it that stands under what was shown. */
async function approve(browser: Browser, id: string, shownPage: Said): Promise<Response> {
  const { closes = '', shown = '' } = hiddenIn(shownPage.text);
  const fields = { closes, shown, note: 'Baik.', _csrf: await browser.proof() };
  return browser.post(`${decisions}/dispensasi/${id}/setujui`, fields);
}

describe('the page of decisions', () => {
  it('lists what waits, with a way to decide it, and no longer what is decided', async () => {
    const browser = await browserOf(coordinator);
    const id = await asked(office);

    const before = await pageOf(browser, decisions);
    const overview = await pageOf(browser, '/koordinator/kota-kecil');
    await grant(office, coordinator, id, '2025-09-17');
    const after = await pageOf(browser, decisions);

    expect(before.text).toContain(`href="${decisions}/dispensasi/${id}"`);
    expect(before.text).toContain('Kebakaran ruang arsip');
    const wait = 'permohonan dispensasi menunggu keputusan';
    expect(overview.text).toMatch(new RegExp(`keputusan#dispensasi" ?>1 ${wait}`));
    expect((await pageOf(browser, '/koordinator/kota-kecil')).text).not.toContain(wait);
    expect(after.text).toContain('Tidak ada permohonan dispensasi yang menunggu.');
  });
});

describe('the page of a request', () => {
  it('shows the mails, and the days left to each assessor, before anything is decided', async () => {
    const browser = await browserOf(coordinator);
    const id = await asked(office);

    const { text } = await changingNothing(office, () =>
      pageOf(browser, `${decisions}/dispensasi/${id}`),
    );

    expect(text).toContain('Akibatnya bila diberikan sampai Rabu, 17 September 2025');
    expect(text).toMatch(/2 surel dikirim sekarang/);
    const row = /<tr> <th scope="row"><bdi>Bapak a1@asesor\.test<\/bdi><\/th>.*?<\/tr>/.exec(text);
    expect(row?.[0].replace(/(<[^>]*>|\s)+/g, ' ').trim()).toBe(
      'Bapak a1@asesor.test dokumen Jumat, 19 September 2025 5 2 Penilaian sudah dimulai sebelum tenggat yang baru.',
    );
  });

  it('approves as it was shown', async () => {
    const browser = await browserOf(coordinator);
    const id = await asked(office);
    const page = `${decisions}/dispensasi/${id}`;

    const answer = await approve(browser, id, await pageOf(browser, page));

    expect(redirect(answer)).toEqual([303, page]);
    const { text } = await pageOf(browser, page);
    expect(text).toContain('Disetujui');
    expect(text).toContain('Baik.');
    expect(text).not.toContain('/setujui"');
    expect(await requestsOf(office, dinkes)).toEqual([
      expect.objectContaining({ state: 'approved', granted: '2025-09-17' }),
    ]);
  });

  it('shows what comes of a shorter time, and gives it', async () => {
    const browser = await browserOf(coordinator);
    const id = await asked(office);
    const page = `${decisions}/dispensasi/${id}`;

    const shorter = await pageOf(browser, `${page}?sampai=2025-09-15&jam=16%3A00`);
    expect(shorter.text).toContain(
      'Setujui lebih singkat, sampai Senin, 15 September 2025 sebelum pukul 16.00 WIB',
    );
    await approve(browser, id, shorter);

    expect(await requestsOf(office, dinkes)).toEqual([
      expect.objectContaining({ state: 'shortened', granted: '2025-09-15T16:00' }),
    ]);
  });

  it.each([
    { query: 'sampai=2025-09-18', says: 'Waktu yang diberikan tidak dapat melebihi yang dimohon.' },
    { query: 'sampai=2025-09-12', says: 'Tenggat yang baru harus sesudah tenggat sekarang' },
    { query: 'sampai=2025-02-30', says: 'Tuliskan tanggal yang ada dalam kalender' },
    { query: 'jam=16%3A00', says: 'Tuliskan tanggal yang ada dalam kalender' },
  ])('says beside the date what is wrong with $query', async ({ query, says }) => {
    const browser = await browserOf(coordinator);
    const id = await asked(office);

    const { status, text } = await pageOf(browser, `${decisions}/dispensasi/${id}?${query}`);

    expect(status).toBe(200);
    expect(text).toContain(`id="sampai-error">${says}`);
    expect(text).not.toContain('/setujui"');
  });

  it('shows it anew when something else would come of it by now', async () => {
    const browser = await browserOf(coordinator);
    const id = await asked(office);
    const seen = await pageOf(browser, `${decisions}/dispensasi/${id}`);
    await office.moveTo(wib('2025-09-11T09:00'));

    const { status, text } = await said(await approve(browser, id, seen));

    expect(status).toBe(409);
    expect(text).toContain('Akibatnya telah berubah');
    expect(hiddenIn(text)['shown']).toMatch(/^[0-9a-f]{64}$/);
    expect(hiddenIn(text)['shown']).not.toBe(hiddenIn(seen.text)['shown']);
  });

  it('refuses only with a reason, which goes to the admins', async () => {
    const browser = await browserOf(coordinator);
    const id = await asked(office);
    const path = `${decisions}/dispensasi/${id}/tolak`;
    const _csrf = await browser.proof();

    const silent = await said(await browser.post(path, { reason: ' ', _csrf }));
    await office.moveTo(office.now.add({ minutes: 5 }));
    const mails = await mailsOf(office, () => browser.post(path, { reason: 'Terlambat.', _csrf }));

    expect(silent.status).toBe(422);
    expect(silent.text).toContain('id="reason-error">Bagian ini perlu diisi.');
    expect(mails.map((each) => each.split(' ')[0])).toEqual([dinkes, deputy]);
  });

  it('lets nobody decide for their own unit, and says why', async () => {
    const browser = await browserOf(both);
    const id = await asked(office, { by: dlh, unit: 'DLH' });
    const page = `${decisions}/dispensasi/${id}`;

    const { text } = await pageOf(browser, page);
    const _csrf = await browser.proof();
    const fields = { closes: '2025-09-17', shown: '0'.repeat(64), _csrf };
    const grants = await browser.post(`${page}/setujui`, fields);
    const refuses = await browser.post(`${page}/tolak`, { reason: 'x', _csrf });

    expect(text).toContain('diputuskan oleh koordinator lain');
    expect(text).not.toContain('<button>Setujui');
    expect([grants.status, refuses.status]).toEqual([403, 403]);
    expect(await requestsOf(office, coordinator)).toEqual([
      expect.objectContaining({ state: 'waiting' }),
    ]);
  });
});
