import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { coordinator, during } from '../api/small-city.js';
import { submit } from '../api/work.js';
import { cycle, narrow, overflow, Town, wide } from './town.js';

const desk = `/koordinator/${cycle}/andaikan`;

let town: Town;

beforeAll(async () => {
  town = await Town.open(during.selfAssessment);
  await submit(town.office, 'DINKES', { 1: 3, 2: 3 });
});

afterAll(() => town.close());

const index = (page: Page) => page.locator('#angka strong');

describe('what if, with a script', () => {
  let page: Page;

  beforeAll(async () => {
    page = await town.visit(coordinator, { viewport: narrow });
    await page.goto(desk);
  });

  it('moves the index as soon as a level is chosen, and stays in sight', async () => {
    await page.getByLabel('47.').selectOption('5');

    await index(page).getByText('1,17').waitFor();
    expect(await page.locator('#rincian tbody tr').count()).toBe(1);
    expect(await page.locator('#angka').isVisible()).toBe(true);
    await page.getByLabel('47.').scrollIntoViewIfNeeded();
    const box = await page.locator('#angka').boundingBox();
    // It stands far above the last indicator, but stays at the top of the window.
    expect(box?.y).toBe(0);
    expect(await overflow(page)).toEqual([0, 0]);
  });

  it('keeps the address, so that the page can be read anew or sent to somebody', async () => {
    await page.waitForURL(/tingkat-47=5/);
    await page.reload();

    expect(await index(page).innerText()).toBe('1,17');
    expect(await page.getByLabel('47.').inputValue()).toBe('5');
  });

  it('keeps what is in the list as a variant', async () => {
    await page.getByLabel('46.').selectOption('2');
    await index(page).getByText('1,20').waitFor();

    await page.getByLabel('Nama varian').fill('Layanan naik');
    await page.getByRole('button', { name: 'Simpan varian' }).click();
    await page.waitForURL(/disimpan/);

    expect(await page.locator('#varian tbody tr').innerText()).toMatch(
      /Layanan naik\s+1,20 Kurang/,
    );
  });
});

describe('what if, without a script', () => {
  it('moves with the button, and compares what was kept', async () => {
    const page = await town.visit(coordinator, { viewport: wide, javaScriptEnabled: false });
    await page.goto(desk);
    await page.getByLabel('45.').selectOption('5');
    await page.getByRole('button', { name: 'Hitung' }).click();
    expect(await index(page).innerText()).toBe('1,17');

    await page.getByLabel('Nama varian').fill('Satu layanan');
    await page.getByRole('button', { name: 'Simpan varian' }).click();
    for (const name of ['Satu layanan', 'Layanan naik']) {
      await page.getByRole('checkbox', { name }).check();
    }
    await page.getByRole('button', { name: 'Bandingkan yang dipilih' }).click();

    const rows = await page.getByRole('row').allInnerTexts();
    expect(rows.find((each) => each.startsWith('Indeks'))?.split('\t')).toEqual([
      'Indeks',
      '1,20',
      '1,17',
    ]);
    expect(await overflow(page)).toEqual([0, 0]);
  });
});

describe.each([
  { how: 'at a desk', way: { viewport: wide } },
  { how: 'on a phone', way: { viewport: narrow } },
])('the way to the target, $how', ({ way }) => {
  it('leads to what-if, where it comes to what it says', async () => {
    const page = await town.visit(coordinator, way);
    await page.goto(desk);
    await page.getByRole('navigation').getByRole('link', { name: 'Jalan ke target' }).click();
    await page.getByRole('textbox', { name: 'Indeks tertentu' }).fill('2,5');
    await page.getByRole('radio', { name: 'Indeks tertentu' }).check();
    await page.getByRole('button', { name: 'Cari jalan' }).click();
    await page.waitForURL(/angka=2%2C5/);
    const said = await page
      .getByText(/^Menjadi/)
      .first()
      .innerText();
    expect(await overflow(page)).toEqual([0, 0]);

    await page.getByRole('link', { name: 'Coba di simulasi' }).first().click();
    await page.waitForURL(/andaikan/);

    expect(said).toContain(`Menjadi ${await index(page).innerText()}`);
    expect(await overflow(page)).toEqual([0, 0]);
  });
});
