import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { coordinator } from '../api/small-city.js';
import { finish } from '../api/work.js';
import { PublicCity, publicPath } from '../web/public-city.js';
import { startChromium } from './chromium.js';
import { overflow, wide } from './town.js';

const source = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

let city: PublicCity;
let chromium: Browser;

beforeAll(async () => {
  city = await PublicCity.open();
  await finish(city.office, coordinator, 'laporan');
  await city.order('yes', 'Ditunggu warga.');
  chromium = await startChromium();
});

afterAll(async () => {
  await chromium.close();
  await city.close();
});

async function stranger(path: string, bypassCSP: boolean): Promise<Page> {
  const { url: baseURL } = city.office.site;
  const context = await chromium.newContext({ baseURL, viewport: wide, bypassCSP });
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

describe.each(['/hasil', publicPath, `${publicPath}?bahasa=en`])('to a stranger, %s', (path) => {
  it('has no barrier', async () => {
    const page = await stranger(path, true);
    await page.evaluate(source);
    const { violations } = await page.evaluate<AxeResults>('axe.run({ iframes: false })');

    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await page.context().close();
  });

  it('fits a phone and a desk', async () => {
    const page = await stranger(path, false);

    expect(await overflow(page)).toEqual([0, 0]);
    await page.context().close();
  });
});

it('a stranger reads it in the other language, and is given no cookie', async () => {
  const page = await stranger(publicPath, false);

  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Levels of the indicators' }).waitFor();

  expect(await page.context().cookies()).toEqual([]);
  await page.context().close();
});
