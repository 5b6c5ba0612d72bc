import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ShiftedClock, SimulatedClock } from '../../src/domain/clock.js';
import { september } from '../engine/city.js';
import { Browser, redirect } from './browser.js';
import { hostileCycle } from './hostile.js';
import { beginning, Site } from './site.js';

const roles = '/demonstrasi/peran';

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await Site.open(false, new ShiftedClock(), september(3));
});

afterAll(() => site.close());

beforeEach(() => {
  browser = new Browser(site);
});

function addressesIn(page: string): string[] {
  return [...page.matchAll(/name="email" value="([^"]*)"/g)].map(([, email = '']) => email);
}

describe('the roles of the demonstration', () => {
  it('are all people of the cycle', async () => {
    expect(addressesIn(await browser.page(roles))).toEqual([
      'koordinator@kota.test',
      'a1@asesor.test',
      ...[1, 2, 3].flatMap((no) => [`admin@opd-${no}.test`, `head@opd-${no}.test`]),
    ]);
  });

  it.each([
    ['OPD-2', ['admin@opd-2.test', 'head@opd-2.test']],
    ['dinas opd-3', ['admin@opd-3.test', 'head@opd-3.test']],
    ['HEAD@opd-1', ['head@opd-1.test']],
    ['asesor satu', ['a1@asesor.test']],
    ['tidak ada', []],
  ])('can be searched: %s', async (search, found) => {
    const page = await browser.page(`${roles}?cari=${encodeURIComponent(search)}`);

    expect(addressesIn(page)).toEqual(found);
    expect(page.includes('Tidak ada yang cocok.')).toBe(found.length === 0);
  });

  it.each(['admin@opd-1.test', 'head@opd-1.test', 'a1@asesor.test', 'koordinator@kota.test'])(
    'can be taken on with a button, one after the other: %s',
    async (email) => {
      const answer = await browser.post(roles, { email });
      const page = await browser.page('/');

      expect(redirect(answer)).toEqual([303, '/']);
      expect(page).toContain(`<b>${email}</b>`);
      expect(page).toContain(`<a href="${roles}">`);
    },
  );

  it('stay taken on when the clock jumps a month', async () => {
    await browser.post(roles, { email: 'admin@opd-1.test' });

    await browser.post('/demonstrasi/jam', { stride: 'month' });

    expect((await browser.get('/akun')).status).toBe(200);
  });

  it('end the session of the role before', async () => {
    await browser.post(roles, { email: 'admin@opd-1.test' });
    const before = new Browser(site);
    for (const [name, value] of browser.cookies) before.cookies.set(name, value);

    await browser.post(roles, { email: 'admin@opd-2.test' });

    expect(redirect(await before.get('/akun'))[0]).toBe(303);
  });

  it.each<[string, Record<string, string>, number]>([
    ['somebody whom the cycle does not know', { email: 'jahat@jahat.test' }, 404],
    ['nobody', {}, 400],
    ['several', { 'email[]': 'admin@opd-1.test' }, 400],
  ])('are not %s', async (_, fields, status) => {
    expect((await browser.post(roles, fields)).status).toBe(status);
    expect(browser.cookies.size).toBe(0);
  });

  it('are not chosen by a page of another site', async () => {
    const foreign = { origin: 'https://jahat.test' };

    const answer = await browser.post(roles, { email: 'koordinator@kota.test' }, foreign);

    expect([answer.status, browser.cookies.size]).toEqual([403, 0]);
  });

  it('are on the way from every page', async () => {
    for (const path of ['/', '/masuk', '/demonstrasi/surat', roles]) {
      expect(await browser.page(path)).toContain(`<a href="${roles}">Pilih peran</a>`);
    }
  });
});

describe('the roles of a cycle with hostile names', () => {
  it('are shown as text', async () => {
    const hostile = await Site.open(false, new ShiftedClock(), hostileCycle());

    const page = await hostile.page(`${roles}?cari=${encodeURIComponent('"><script>')}`);
    const all = await hostile.page(roles);
    await hostile.close();

    expect(page + all).not.toMatch(/<script|<img/i);
    expect(all).toContain('&lt;script&gt;alert(&quot;unit&quot;)&lt;/script&gt;');
  });
});

describe('production', () => {
  it('has no roles to take on', async () => {
    const real = await Site.open(true, new SimulatedClock(beginning), september(1));
    const visitor = new Browser(real);

    const looked = await visitor.get(roles);
    const chosen = await visitor.post(roles, { email: 'koordinator@kota.test' });
    const front = await visitor.page('/');
    await real.close();

    expect([looked.status, chosen.status, visitor.cookies.size]).toEqual([404, 404, 0]);
    expect(front).not.toContain('demonstrasi');
  });
});
