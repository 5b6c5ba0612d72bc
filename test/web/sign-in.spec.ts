import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { SimulatedClock } from '../../src/domain/clock.js';
import { AccountStore } from '../../src/people/sign-in/account.store.js';
import { hashOf } from '../../src/people/sign-in/password.js';
import { september } from '../engine/city.js';
import { Browser, redirect } from './browser.js';
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

function signIn(fields: Readonly<Record<string, string>>): Promise<Response> {
  return browser.submit('/masuk', '/masuk', { email: admin, password: right, ...fields });
}

function errorsIn(page: string): Record<string, string> {
  const errors = page.matchAll(/class="error" id="(\w+)-error">([^<]*)</g);
  return Object.fromEntries([...errors].map(([, field = '', text = '']) => [field, text]));
}

async function sessions(): Promise<{ email: string; hash: string }[]> {
  return site.app.get(DataSource).query('SELECT email, hash FROM session ORDER BY created_at');
}

describe('signing in with a password', () => {
  it('opens the page that was asked for', async () => {
    expect(redirect(await browser.get('/akun?tersimpan'))).toEqual([
      303,
      '/masuk?next=%2Fakun%3Ftersimpan',
    ]);

    const answer = await browser.submit('/masuk?next=%2Fakun%3Ftersimpan', '/masuk', {
      email: ` ${admin.toUpperCase()} `,
      password: right,
    });

    expect(redirect(answer)).toEqual([303, '/akun?tersimpan']);
    expect(await browser.page('/akun')).toContain(admin);
  });

  it('says the same to who is not known and to who is wrong, and keeps what was typed', async () => {
    const said = [];
    for (const email of [admin, 'head@opd-1.test', 'jahat@jahat.test']) {
      const answer = await signIn({ email, password: `${right}!` });
      const page = await answer.text();
      expect(page).toContain(`value="${email}"`);
      expect(page).not.toContain(right);
      said.push({ status: answer.status, page: page.replaceAll(email, '') });
    }

    expect(said[0]?.status).toBe(422);
    expect(errorsIn(said[0]?.page ?? '')).toEqual({
      password: 'Alamat surel atau kata sandi tidak cocok.',
    });
    expect([said[1], said[2]]).toEqual([said[0], said[0]]);
    expect(await sessions()).toEqual([]);
  });

  it.each([
    { email: '', password: '', wrong: ['email', 'password'] },
    { email: 'admin', password: 'x', wrong: ['email'] },
    { email: 'a\u0000@b.test', password: 'x', wrong: ['email'] },
    { email: '"><script>@b.test', password: 'x', wrong: ['email'] },
    { email: admin, password: '', wrong: ['password'] },
  ])('says beside the field what is wrong: $email', async ({ wrong, ...fields }) => {
    const answer = await signIn(fields);
    const page = await answer.text();

    expect(answer.status).toBe(422);
    expect(Object.keys(errorsIn(page))).toEqual(wrong);
    for (const field of wrong) {
      expect(page).toMatch(new RegExp(`aria-describedby="[^"]*${field}-error"\\s+aria-invalid`));
    }
    expect(page).not.toContain('<script');
  });

  it('is slowed after five wrong ones, says for how long, and stays so elsewhere', async () => {
    for (let left = 5; left > 0; left -= 1) await signIn({ password: 'salah sama sekali' });

    const answer = await signIn({});
    const elsewhere = new Browser(site, { 'x-forwarded-for': '203.0.113.9' });
    const there = await elsewhere.submit('/masuk', '/masuk', { email: admin, password: right });

    expect([answer.status, there.status]).toEqual([429, 429]);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(60);
    expect(errorsIn(await answer.text())['password']).toMatch(
      /^Terlalu banyak percobaan\. Silakan coba kembali sekitar \d menit lagi\.$/,
    );
    expect(await sessions()).toEqual([]);
  });

  it.each([
    'https://jahat.test/',
    '//jahat.test',
    '/\\jahat.test',
    '/\t/jahat.test',
    '/.//jahat.test',
    'javascript:alert(1)',
  ])('never leads to another site: %j', async (next) => {
    const byForm = await signIn({ next });
    const other = new Browser(site);
    const byAddress = await other.submit(`/masuk?next=${encodeURIComponent(next)}`, '/masuk', {
      email: admin,
      password: right,
    });

    expect([redirect(byForm), redirect(byAddress)]).toEqual([
      [303, '/'],
      [303, '/'],
    ]);
  });

  it.each(['?next=//jahat.test', '?next=/akun&next=//jahat.test', '?next[x]=/akun', ''])(
    'takes who is signed in on to where they want, on this site: /masuk%s',
    async (query) => {
      await signIn({});

      expect(redirect(await browser.get(`/masuk${query}`))).toEqual([303, '/']);
    },
  );

  it.each([
    { of: 'another site', headers: { 'sec-fetch-site': 'cross-site' } },
    { of: 'a neighbour', headers: { 'sec-fetch-site': 'same-site' } },
    { of: 'another site in an old browser', headers: { origin: 'https://jahat.test' } },
    { of: 'a sandboxed frame', headers: { origin: 'null' } },
  ])('is nothing that a page of $of can have a visitor do', async ({ headers }) => {
    const answer = await browser.post('/masuk', { email: admin, password: right }, headers);

    expect([answer.status, browser.cookies.size, await sessions()]).toEqual([403, 0, []]);
    expect(await answer.text()).toContain('<h1>Permintaan ditolak</h1>');
  });
});

describe('the cookie of a session', () => {
  it('is for this host alone, over https, out of the reach of scripts and of other sites', async () => {
    const [cookie = '', ...others] = (await signIn({})).headers.getSetCookie();

    const [pair = '', ...flags] = cookie.split('; ');
    expect(others).toEqual([]);
    expect(pair).toMatch(/^__Host-siklus=[\w-]{43}$/);
    expect(flags.filter((flag) => !flag.startsWith('Expires')).sort()).toEqual(
      ['HttpOnly', 'Max-Age=604800', 'Path=/', 'SameSite=Lax', 'Secure'].sort(),
    );
  });

  it('is a new one at each sign-in, and the old one is worth nothing', async () => {
    await signIn({});
    const before = browser.cookies.get('__Host-siklus') ?? '';

    const again = new Browser(site);
    again.cookies.set('__Host-siklus', before);
    await again.post('/masuk', { email: admin, password: right });

    expect(again.cookies.get('__Host-siklus')).not.toBe(before);
    expect(redirect(await browser.get('/akun'))[0]).toBe(303);
    expect((await again.get('/akun')).status).toBe(200);
  });

  it('is never one that the browser came with', async () => {
    const planted = 'A'.repeat(43);
    browser.cookies.set('__Host-siklus', planted);

    await signIn({});

    expect(browser.cookies.get('__Host-siklus')).not.toBe(planted);
    const attacker = new Browser(site);
    attacker.cookies.set('__Host-siklus', planted);
    expect(redirect(await attacker.get('/akun'))[0]).toBe(303);
  });

  it('of the demonstration is none of production', async () => {
    await signIn({});
    const token = browser.cookies.get('__Host-siklus') ?? '';
    const other = new Browser(site);

    other.cookies.set('siklus', token);

    expect(redirect(await other.get('/akun'))[0]).toBe(303);
  });

  it.each([
    { column: 'last_seen_at', age: '12 hours' },
    { column: 'expires_at', age: '7 days' },
  ])('ends by its age: $column of $age ago', async ({ column, age }) => {
    await signIn({});
    const shift = `UPDATE session SET ${column} = ${column} - $1::interval`;

    const before = (await browser.get('/akun')).status;
    await site.app.get(DataSource).query(shift, [age]);

    expect([before, (await browser.get('/akun')).status]).toEqual([200, 303]);
  });
});
