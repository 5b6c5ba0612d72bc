import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Office } from '../api/office.js';
import { a1, dinkes, during, smallCity } from '../api/small-city.js';
import { Browser, hiddenIn } from './browser.js';

describe('the page of the calendar', () => {
  const path = '/akun/kalender';
  let office: Office;
  let browser: Browser;

  beforeAll(async () => {
    office = await Office.open(smallCity(), during.beginning);
    browser = new Browser(office.site);
    await browser.signInByLink(dinkes);
  });

  afterAll(() => office.close());

  async function feeds(): Promise<unknown[]> {
    return office.site.app.get(DataSource).query('SELECT * FROM calendar_feed');
  }

  function addressIn(page: string): string {
    return /value="http[^"]*(\/kalender\/[\w-]+\.ics)"/.exec(page)?.[1] ?? 'none';
  }

  it.each([
    ['without the proof of our form', {}, undefined],
    ['with a wrong one', { _csrf: 'A'.repeat(43) }, undefined],
    ['from another site', null, { origin: 'https://jahat.test' }],
  ])('makes and revokes nothing %s', async (_, fields, headers) => {
    const before = await feeds();
    const proof = hiddenIn(await browser.page(path));

    for (const action of [path, `${path}/cabut`]) {
      expect((await browser.post(action, fields ?? proof, headers)).status).toBe(403);
    }
    expect(await feeds()).toEqual(before);
  });

  it('is reached from the account, by who is signed in', async () => {
    expect(await browser.page('/akun')).toContain(`href="${path}"`);
    expect((await new Browser(office.site).get(path)).status).toBe(303);
  });

  it('shows the address once, and replaces it', async () => {
    const made = await browser.submit(path, path);
    const first = addressIn(await made.text());
    const again = await browser.page(path);
    const second = addressIn(await (await browser.submit(path, path)).text());

    expect([made.status, made.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(addressIn(again)).toBe('none');
    expect(again).toContain('Alamat kalender Anda dibuat pada');
    expect([
      (await office.site.fetch(first)).status,
      (await office.site.fetch(second)).status,
    ]).toEqual([404, 200]);
  });

  it('revokes it', async () => {
    const address = addressIn(await (await browser.submit(path, path)).text());
    const answer = await browser.submit(path, `${path}/cabut`);

    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path}?dicabut`]);
    expect(await browser.page(`${path}?dicabut`)).toContain('sudah dicabut');
    expect([(await office.site.fetch(address)).status, await feeds()]).toEqual([404, []]);
  });

  it('says how to subscribe, in English too', async () => {
    const english = new Browser(office.site);
    await english.signInByLink(a1);
    english.cookies.set('bahasa', 'en');

    const pages = [await browser.page(path), await english.page(path)];

    expect(pages.map((page) => /<h2>(.*)<\/h2>/.exec(page)?.[1])).toEqual([
      'Cara berlangganan',
      'How to subscribe',
    ]);
    expect(pages.every((page) => /Google/.test(page) && /Outlook/.test(page))).toBe(true);
  });
});
