import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { SimulatedClock } from '../../src/domain/clock.js';
import { AccountStore } from '../../src/people/sign-in/account.store.js';
import { hashOf } from '../../src/people/sign-in/password.js';
import { september } from '../engine/city.js';
import { Browser, hiddenIn, redirect } from './browser.js';
import { beginning, Site } from './site.js';

const admin = 'admin@opd-1.test';
const right = 'kuda poni biru laut';

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await Site.open(true, new SimulatedClock(beginning), september(3));
  await site.app.get(AccountStore, { strict: false }).setPassword(admin, await hashOf(right));
});

afterAll(() => site.close());

beforeEach(async () => {
  browser = new Browser(site);
  await site.app.get(DataSource).query('TRUNCATE sign_in_limit, session');
});

function signIn(): Promise<Response> {
  return browser.submit('/masuk', '/masuk', { email: admin, password: right });
}

async function sessions(): Promise<{ email: string; hash: string }[]> {
  return site.app.get(DataSource).query('SELECT email, hash FROM session ORDER BY created_at');
}

describe('signing out', () => {
  it('ends the session, not only the cookie', async () => {
    await signIn();
    const stolen = new Browser(site);
    for (const [name, value] of browser.cookies) stolen.cookies.set(name, value);

    const answer = await browser.submit('/keluar', '/keluar');

    expect([redirect(answer), browser.cookies.size]).toEqual([[303, '/keluar'], 0]);
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(await browser.page('/keluar')).toContain('Anda sudah keluar.');
    expect(redirect(await stolen.get('/akun'))[0]).toBe(303);
  });

  it('is not done by opening a page', async () => {
    await signIn();

    await browser.get('/keluar');

    expect((await browser.get('/akun')).status).toBe(200);
    expect((await browser.get('/keluar/semua')).status).toBe(404);
  });

  it('ends those on all devices at once', async () => {
    await signIn();
    const phone = new Browser(site);
    await phone.submit('/masuk', '/masuk', { email: admin, password: right });

    const answer = await browser.submit('/keluar', '/keluar/semua');

    expect(redirect(answer)).toEqual([303, '/keluar']);
    expect(redirect(await phone.get('/akun'))[0]).toBe(303);
    expect(await sessions()).toEqual([]);
  });
});

describe('the pages of the sign-in', () => {
  it.each(['/masuk', '/masuk/terkirim', '/masuk/tautan/x', '/keluar', '/akun'])(
    'are in Indonesian, have one heading, a label for each field, and need no script: %s',
    async (path) => {
      await signIn();
      const visitor = path === '/masuk' ? new Browser(site) : browser;

      const page = await visitor.page(path);

      const fields = [...page.matchAll(/<input(?![^>]*hidden)[^>]*\bid="(\w+)"/gs)];
      const labels = [...page.matchAll(/<label for="(\w+)"/g)].map(([, id]) => id);
      expect(page).toMatch(/^<!doctype html>\n<html lang="id">/);
      expect(page.match(/<h1>/g)).toHaveLength(1);
      expect(labels).toEqual(fields.map(([, id]) => id));
      expect(page).not.toMatch(/<script|<style| style=| on\w+=|javascript:/i);
    },
  );

  it('are kept by nobody on the way', async () => {
    await signIn();

    const answers = await Promise.all(['/', '/akun', '/masuk/x'].map((path) => browser.get(path)));

    expect(answers.slice(0, 2).map(({ headers }) => headers.get('cache-control'))).toEqual([
      'no-store',
      'no-store',
    ]);
  });

  it('say on every page who one is, and to nobody else', async () => {
    await signIn();

    expect(await browser.page('/')).toContain(`<b>${admin}</b>`);
    expect(await new Browser(site).page('/')).not.toContain('@');
  });

  it('bring to a form where to go on to', async () => {
    expect(hiddenIn(await browser.page('/masuk?next=/akun%3Fa%3D%2522'))).toEqual({
      next: '/akun?a=%22',
    });
  });
});
