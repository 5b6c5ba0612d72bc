import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { SignInService } from '../../src/people/sign-in/sign-in.service.js';
import type { Office } from '../api/office.js';
import { a1, coordinator, dinkes } from '../api/small-city.js';
import { hostileOffice } from '../web/hostile-desks.js';
import { startChromium } from './chromium.js';

const office = '/koordinator/kota-kecil';
const head = 'head@dinkes.test';

const pages = [
  { email: coordinator, path: office },
  { email: coordinator, path: `${office}/indikator` },
  { email: coordinator, path: `${office}/matriks` },
  { email: coordinator, path: `${office}/surat` },
  { email: coordinator, path: `${office}/jurnal` },
  { email: coordinator, path: `${office}/keputusan` },
  { email: coordinator, path: `${office}/penugasan` },
  { email: coordinator, path: '/pimpinan/kota-kecil' },
  { email: head, path: '/pimpinan/kota-kecil' },
  { email: dinkes, path: '/opd/kota-kecil/DINKES' },
  { email: dinkes, path: '/opd/kota-kecil/DINKES/indikator/45' },
  { email: dinkes, path: '/opd/kota-kecil/DINKES/indikator/1' },
  { email: a1, path: '/asesor/kota-kecil' },
  { email: a1, path: '/asesor/kota-kecil/dokumen/DINKES/45' },
];

/**
 * The texts in which something follows what turns text around, without being kept apart from it: whatever
 * shares the box of a hostile name after it. Those names end with the code and where they were written.
 */
const turned = String.raw`(() => {
  const isolates = (box) =>
    /isolate|plaintext/.test(getComputedStyle(box).unicodeBidi) ||
    !/^inline$/.test(getComputedStyle(box).display);
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (walk.nextNode()) {
    const text = walk.currentNode;
    if (!text.data.includes('\u202e') || text.parentElement.closest('script, textarea, select, svg title, svg desc')) continue;
    let box = text.parentElement;
    while (!isolates(box)) box = box.parentElement;
    const inside = document.createRange();
    inside.setStart(text, text.data.indexOf('\u202e') + 1);
    inside.setEnd(box, box.childNodes.length);
    const blocks = [...box.children].some((each) => getComputedStyle(each).display !== 'inline');
    const after = (blocks ? text.data.slice(text.data.indexOf('\u202e') + 1) : inside.toString()).trim();
    if (!/^((unit|phase) )?[\w-]+(\.pdf)?$/.test(after))
      found.add(box.tagName + ': ' + after.replace(/\s+/g, ' ').slice(0, 90));
  }
  return [...found];
})()`;

let city: Office;
let chromium: Browser;
const visitors = new Map<string, BrowserContext>();

beforeAll(async () => {
  city = await hostileOffice();
  chromium = await startChromium();
  for (const email of [coordinator, head, dinkes, a1]) {
    const context = await chromium.newContext({ baseURL: city.site.url });
    const page = await context.newPage();
    const token = await city.site.app.get(SignInService, { strict: false }).invite(email);
    await page.goto(`/masuk/tautan/${token}`);
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.waitForURL(`${city.site.url}/`);
    visitors.set(email, context);
  }
});

afterAll(async () => {
  await chromium.close();
  await city.close();
});

describe('a name that turns text around', () => {
  it.each(pages)('turns nothing but itself around: $path, for $email', async ({ email, path }) => {
    const page = await visitors.get(email)?.newPage();
    await page?.goto(path);

    expect(await page?.evaluate<string[]>(turned)).toEqual([]);
    await page?.close();
  });
});
