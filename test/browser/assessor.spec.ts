import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { a1, a2, a3, during } from '../api/small-city.js';
import { upload } from '../api/uploading.js';
import { submit } from '../api/work.js';
import { sample } from '../platform/files/samples.js';
import { cycle, narrow, overflow, Town, wide } from './town.js';

const queue = `/asesor/${cycle}`;
const sent = { DINKES: [1, 2], DLH: [3], DINSOS: [4], DINDIK: [5] } as const;

let town: Town;

/** Everybody claims level 3: a PDF and a link prove level 2, a link level 3. */
beforeAll(async () => {
  town = await Town.open(during.selfAssessment);
  const content = await sample('bukti.pdf');
  for (const [unit, numbers] of Object.entries(sent)) {
    for (const no of numbers) {
      await upload(town.office, { unit, no, level: 2, name: 'SK.pdf', content });
    }
    await submit(town.office, unit, Object.fromEntries(numbers.map((no) => [no, 3])));
  }
  await town.office.moveTo(during.review);
});

afterAll(() => town.close());

async function judge(page: Page, piece: RegExp, verdict: string, note = ''): Promise<void> {
  const group = page.getByRole('group', { name: piece });
  await group.getByRole('radio', { name: verdict }).check();
  await group.getByLabel('Catatan untuk OPD').fill(note);
}

async function setLevel(page: Page, level: number): Promise<void> {
  await page.getByRole('radio', { name: String(level), exact: true }).check();
}

/** Presses it. @returns the status of the answer, once its page is there */
async function press(page: Page, name: string): Promise<number> {
  const [response] = await Promise.all([
    page.waitForResponse((each) => each.request().method() === 'POST'),
    page.waitForEvent('load'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return response.status();
}

/** What the form holds. */
async function held(page: Page) {
  const fields = page
    .locator('form.review')
    .locator(
      'input[type=radio]:checked, input[type=checkbox]:checked, input[name^=note-], textarea',
    );
  const all = await fields.all();
  return Promise.all(all.map((field) => field.inputValue()));
}

describe.each([
  { unit: 'DLH', no: 3, who: a2, how: 'at a desk', way: { viewport: wide } },
  { unit: 'DINSOS', no: 4, who: a3, how: 'on a phone', way: { viewport: narrow } },
  {
    ...{ unit: 'DINDIK', no: 5, who: 'a4@asesor.test', how: 'on a phone without script' },
    way: { viewport: narrow, javaScriptEnabled: false },
  },
])('an assessor, $how', ({ unit, no, who, way }) => {
  let page: Page;

  beforeAll(async () => {
    page = await town.visit(who, way);
  });

  it('sees the queue, and opens an answer', async () => {
    await page.goto(queue);
    const review = await page.getByRole('region', { name: `Dinas ${unit}` }).innerText();
    expect(await overflow(page)).toEqual([0, 0]);

    await page.getByRole('rowheader').getByRole('link').click();
    await page.waitForURL(`**/dokumen/${unit}/${no}`);

    expect(review).toContain('Jumat, 19 September 2025 (3 hari lagi)');
    expect(await page.getByText('Klaim: 3').count()).toBe(1);
  });

  it('has the evidence beside the form', async () => {
    const frame = page.getByTitle('SK.pdf');
    const file = await page.request.get((await frame.getAttribute('src')) ?? '');

    expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect(await file.body()).toEqual(await sample('bukti.pdf'));
    expect(await overflow(page)).toEqual([0, 0]);
  });

  it('cannot verify more than the accepted evidence carries, and loses nothing that was said', async () => {
    await judge(page, /SK\.pdf/, 'Diterima', 'Lengkap.');
    await judge(page, /Bukti level 2/, 'Diterima');
    await judge(page, /Bukti level 3/, 'Revisi', 'Bukan dokumennya.');
    await setLevel(page, 3);
    await page.getByLabel('Catatan untuk OPD').last().fill('Lengkapi tingkat 3.');
    await page.getByLabel('Kembalikan untuk diperbaiki').check();
    const before = await held(page);

    const status = await press(page, 'Simpan');
    const level = page.getByRole('group', { name: 'Tingkat yang diverifikasi' });

    expect(status).toBe(422);
    expect(await level.getByRole('alert').innerText()).toContain('paling tinggi 2');
    expect(await held(page)).toEqual(before);
    expect(await overflow(page)).toEqual([0, 0]);
  });

  it('stores verdicts, level and finding together', async () => {
    await setLevel(page, 2);
    const before = await held(page);

    const status = await press(page, 'Simpan');

    expect([status, await page.getByRole('status').innerText()]).toEqual([303, 'Tersimpan.']);
    expect(await held(page)).toEqual(before);
  });

  it('finishes the review, and the answer goes back', async () => {
    await page.goto(queue);
    const hint = await page.getByText('1 jawaban dikembalikan untuk diperbaiki').count();

    const status = await press(page, 'Selesaikan penilaian');

    expect([hint, status]).toEqual([1, 303]);
    expect(await page.getByRole('status').innerText()).toBe('Penilaian selesai. Terima kasih.');
    expect(await page.locator('td .badge').allInnerTexts()).toEqual(['Perlu perbaikan']);
    expect(await overflow(page)).toEqual([0, 0]);
  });
});

describe('an assessor of several answers', () => {
  const path = `${queue}/dokumen/DINKES`;
  let page: Page;

  beforeAll(async () => {
    page = await town.visit(a1);
  });

  it('is shown what is missing when it is too early to finish', async () => {
    await page.goto(queue);

    const status = await press(page, 'Selesaikan penilaian');

    expect(status).toBe(422);
    expect(await page.getByRole('alert').getByRole('link').first().getAttribute('href')).toBe(
      `${path}/1`,
    );
  });

  it('turns from one to the next with n, and back with p', async () => {
    await page.goto(`${path}/1`);

    await page.keyboard.press('n');
    await page.waitForURL(`**${path}/2`);
    await page.keyboard.press('p');

    await page.waitForURL(`**${path}/1`);
  });

  it('writes these letters where there is something to write', async () => {
    const note = page.getByLabel('Catatan untuk OPD').last();

    await note.pressSequentially('np');

    expect([await note.inputValue(), new URL(page.url()).pathname]).toEqual(['np', `${path}/1`]);
  });

  it('has accepted what stands above a gap as soon as the gap is closed', async () => {
    await judge(page, /SK\.pdf/, 'Revisi');
    await judge(page, /Bukti level 2/, 'Diterima');
    await judge(page, /Bukti level 3/, 'Diterima');
    await setLevel(page, 1);
    await press(page, 'Simpan');

    await judge(page, /SK\.pdf/, 'Diterima');
    await setLevel(page, 3);

    expect(await press(page, 'Simpan')).toBe(303);
  });

  it('is told when the review has changed meanwhile, and keeps what was said', async () => {
    const other = await town.visit(a1);
    await other.goto(`${path}/1`);
    await page.getByLabel('Catatan untuk OPD').last().fill('Catatan pertama.');
    await press(page, 'Simpan');
    await other.getByLabel('Catatan untuk OPD').last().fill('Catatan kedua.');

    const status = await press(other, 'Simpan');

    expect(status).toBe(422);
    expect(await other.getByRole('alert').innerText()).toContain('telah berubah');
    expect(await other.getByLabel('Catatan untuk OPD').last().inputValue()).toBe('Catatan kedua.');
  });

  it('agrees with several claims at once', async () => {
    await page.goto(queue);
    for (const box of await page.getByRole('checkbox').all()) await box.check();

    await press(page, 'Setujui klaim yang dipilih');

    expect(await page.locator('tbody td:last-child').allInnerTexts()).toEqual(['3', '3']);
    expect(await press(page, 'Selesaikan penilaian')).toBe(303);
  });
});
