import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ShiftedClock } from '../../src/domain/clock.js';
import { september } from '../engine/city.js';
import { Site } from '../web/site.js';
import { startChromium } from './chromium.js';
import { narrow, wide, type Way } from './town.js';

let chromium: Browser;

beforeAll(async () => {
  chromium = await startChromium();
});

afterAll(() => chromium.close());

/** Its clock stands at Sunday, 31 August 2025. */
async function open(way: Way): Promise<{ site: Site; page: Page }> {
  const site = await Site.open(false, new ShiftedClock(), september(2));
  const context = await chromium.newContext({ baseURL: site.url, ...way });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.goto('/');
  return { site, page };
}

async function press(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Majukan jam' }).click();
  await page.getByText('Selasa, 16 September 2025 pukul 12.00 WIB').first().waitFor();
}

describe.each([
  { how: 'at a desk', viewport: wide },
  { how: 'on a phone', viewport: narrow },
])('the slider, $how,', ({ viewport }) => {
  let site: Site;
  let page: Page;

  beforeAll(async () => {
    ({ site, page } = await open({ viewport }));
  });

  afterAll(() => site.close());

  it('says the date that it stands for, and sets it', async () => {
    const slider = page.getByRole('slider', { name: 'Geser jam' });
    await slider.focus();
    for (let day = 2; day <= 16; day += 1) await slider.press('ArrowRight');

    expect(await page.locator('.slider output').innerText()).toBe('Selasa, 16 September 2025');
    expect(await slider.getAttribute('aria-valuetext')).toBe('Selasa, 16 September 2025');
    expect(await page.getByLabel('Majukan sampai tanggal').inputValue()).toBe('2025-09-16');
  });

  it('follows a date that is typed', async () => {
    await page.getByLabel('Majukan sampai tanggal').fill('2025-09-02');
    expect(await page.getByRole('slider').inputValue()).toBe('2');
    await page.getByLabel('Majukan sampai tanggal').fill('2025-09-16');
    expect(await page.getByRole('slider').inputValue()).toBe('16');
  });

  it('moves the clock: phases open, and mails are in the inbox', async () => {
    await press(page);

    expect(await page.locator('.badge').allInnerTexts()).toEqual([
      'Selesai',
      'Berlangsung',
      'Berlangsung',
    ]);
    expect(await page.locator('.inbox a').count()).toBeGreaterThan(0);
    expect(await page.getByRole('slider').getAttribute('data-today')).toBe('2025-09-16');
  });
});

it('without script there is no slider, and the date does it', async () => {
  const { site, page } = await open({ viewport: narrow, javaScriptEnabled: false });
  try {
    expect(await page.getByRole('slider').count()).toBe(0);
    await page.getByLabel('Majukan sampai tanggal').fill('2025-09-16');
    await press(page);
  } finally {
    await site.close();
  }
});
