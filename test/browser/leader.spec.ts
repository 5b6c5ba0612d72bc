import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { a1, dinkes, during } from '../api/small-city.js';
import { judge, submit } from '../api/work.js';
import { cycle, narrow, overflow, Town, wide } from './town.js';

const desk = `/pimpinan/${cycle}`;
const head = 'head@dinkes.test';

let town: Town;

/** Everybody but DINKES is late. */
beforeAll(async () => {
  town = await Town.open(during.selfAssessment);
  await submit(town.office, 'DINKES', { 1: 3, 2: 3 });
  await town.office.moveTo(during.review);
  await judge(town.office, { by: a1, unit: 'DINKES', no: 1, level: 3 });
  await judge(town.office, { by: a1, unit: 'DINKES', no: 2, level: 2 });
  await town.office.done(a1, 'POST', '/finish', { phase: 'dokumen', unit: 'DINKES' });
});

afterAll(() => town.close());

describe.each([
  { how: 'at a desk', way: { viewport: wide } },
  { how: 'on a phone', way: { viewport: narrow } },
  { how: 'on a phone without script', way: { viewport: narrow, javaScriptEnabled: false } },
])('the head of a unit, $how', ({ way }) => {
  let page: Page;

  beforeAll(async () => {
    page = await town.visit(head, way);
    await page.goto('/');
    await page.getByRole('link', { name: 'Pimpinan' }).click();
    await page.waitForURL(`**${desk}`);
  });

  it('sees the figures, each by its name', async () => {
    const names = await page.locator('.figures dt').allInnerTexts();
    const figures = await page.locator('.figures dd strong').allInnerTexts();

    expect(Object.fromEntries(names.map((name, index) => [name, figures[index]]))).toEqual({
      Klaim: '1,05',
      Simulasi: '1,04',
      Terverifikasi: '1,04',
      // What was verified stays below its claim.
      'Jika semua klaim diterima': '1,04',
      Target: '4,00',
    });
    expect(await overflow(page)).toEqual([0, 0]);
  });

  it('sees a bar for each domain, which a screen reader can say', async () => {
    const bars = await page.getByRole('meter').all();
    const said = await Promise.all(
      bars.map(async (bar) => [
        await bar.getAttribute('aria-label'),
        await bar.getAttribute('value'),
      ]),
    );

    expect(said).toEqual([
      ['Kebijakan SPBE, terverifikasi', '1.30'],
      ['Tata Kelola SPBE, terverifikasi', '1.00'],
      ['Manajemen SPBE, terverifikasi', '1.00'],
      ['Layanan SPBE, terverifikasi', '1.00'],
    ]);
  });

  it('sees which units are behind', async () => {
    expect(await page.locator('ul.late').getByRole('listitem').allInnerTexts()).toEqual(
      ['DLH', 'DINSOS', 'DINDIK'].map(
        (unit) => `Dinas ${unit}: mandiri, Jumat, 12 September 2025 (terlambat 4 hari)`,
      ),
    );
  });
});

describe('the page for leaders', () => {
  it('refuses the admin of a unit, in a sentence', async () => {
    const page = await town.visit(dinkes);

    const answer = await page.goto(desk);

    expect(answer?.status()).toBe(403);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      'Halaman ini bukan untuk peran Bapak/Ibu.',
    );
    expect(await page.getByRole('link', { name: 'Kembali' }).count()).toBe(1);
  });

  it('is not there for a stranger to the cycle', async () => {
    const page = await town.visit('orang@luar.test');

    const answer = await page.goto(desk);

    expect(answer?.status()).toBe(404);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(
      'Halaman ini tidak ada',
    );
  });

  it('asks who has not signed in to do so, and is opened then', async () => {
    const page = await town.visit(null);

    await page.goto(desk);

    expect(page.url()).toBe(`${town.office.site.url}/masuk?next=${encodeURIComponent(desk)}`);
  });
});
