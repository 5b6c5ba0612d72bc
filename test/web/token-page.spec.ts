import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { SimulatedClock } from '../../src/domain/clock.js';
import { september } from '../engine/city.js';
import { Browser, hiddenIn, redirect } from './browser.js';
import { beginning, Site } from './site.js';

const path = '/akun/token';
const admin = 'admin@opd-1.test';

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await Site.open(true, new SimulatedClock(beginning), september(1));
});

afterAll(() => site.close());

beforeEach(async () => {
  const db = site.app.get(DataSource);
  await db.query('TRUNCATE sign_in_limit, session, api_token, token_event');
  browser = new Browser(site);
  await browser.signInByLink(admin);
});

/** As a form with several boxes of one name sends it. */
async function post(...fields: readonly [string, string][]): Promise<Response> {
  const { _csrf = '' } = hiddenIn(await browser.page(path));
  const body = new URLSearchParams([['_csrf', _csrf], ...fields]);
  return browser.request(path, { method: 'POST', body, headers: { origin: site.url } });
}

const wanted: [string, string][] = [
  ['name', 'Dasbor'],
  ['scopes', 'read'],
  ['scopes', 'answer'],
  ['days', '30'],
];

function tokenIn(page: string): string {
  return /value="(siklus_[\w-]{43})"/.exec(page)?.[1] ?? '';
}

async function statusOf(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  return (await site.fetch('/api/v1/cycles/september', { headers })).status;
}

async function rows(): Promise<{ id: string; email: string }[]> {
  return site.app.get(DataSource).query('SELECT * FROM api_token ORDER BY created_at');
}

describe('the page of tokens', () => {
  it('is reached from the account, and says that there are none', async () => {
    expect(await browser.page('/akun')).toContain(`href="${path}"`);
    expect(await browser.page(path)).toContain('Anda belum memiliki token.');
  });

  it('makes one that works, and shows it this once', async () => {
    const page = await (await post(...wanted)).text();
    const token = tokenIn(page);
    const later = await browser.page(path);

    expect(await statusOf(token)).toBe(200);
    expect(later).toContain('<bdi>Dasbor</bdi>');
    expect(later).toContain('Membaca, Mengisi');
    expect(later).not.toContain(token);
    expect(JSON.stringify(await rows())).not.toContain(token);
  });

  it('says when a token was last used', async () => {
    const token = tokenIn(await (await post(...wanted)).text());
    const before = await browser.page(path);
    await statusOf(token);

    expect(before).toContain('<td>belum pernah</td>');
    expect(await browser.page(path)).not.toContain('belum pernah');
  });

  it('revokes one, which works no longer, and keeps a record of it', async () => {
    const token = tokenIn(await (await post(...wanted)).text());
    const [row] = await rows();

    const answer = await browser.submit(path, `${path}/${row?.id ?? ''}/cabut`);
    const page = await browser.page(`${path}?dicabut`);

    expect(redirect(answer)).toEqual([303, `${path}?dicabut`]);
    expect(await statusOf(token)).toBe(401);
    expect(page).toContain('Token sudah dicabut');
    expect([page.includes('<td>dibuat</td>'), page.includes('<td>dicabut</td>')]).toEqual([
      true,
      true,
    ]);
  });

  it('knows no token of somebody else', async () => {
    const token = tokenIn(await (await post(...wanted)).text());
    const [row] = await rows();
    const other = new Browser(site);
    await other.signInByLink('head@opd-1.test');

    const answer = await other.submit(path, `${path}/${row?.id ?? ''}/cabut`);

    expect([answer.status, await statusOf(token)]).toEqual([404, 200]);
    expect(await other.page(path)).not.toContain('<bdi>Dasbor</bdi>');
  });

  it.each<[string, readonly [string, string][], string, string]>([
    ['no name', [['scopes', 'review'], ['days', '7']], 'name', 'value="review"'], // prettier-ignore
    ['no scope', [['name', 'Dasbor'], ['days', '7']], 'scopes', 'value="Dasbor"'], // prettier-ignore
    ['a long name', [['name', 'x'.repeat(101)], ['scopes', 'read'], ['days', '7']], 'name', 'x'.repeat(101)], // prettier-ignore
  ])('says what is wrong beside the field: %s', async (_, fields, field, kept) => {
    const answer = await post(...fields);
    const page = await answer.text();

    expect([answer.status, await rows()]).toEqual([422, []]);
    expect(page).toContain(`id="${field}-error"`);
    expect(page).toContain(kept);
    expect(/<option value="7" selected>/.test(page)).toBe(true);
  });

  it.each<[string, [string, string]]>([
    ['a scope that there is not', ['scopes', 'everything']],
    ['a time that is not offered', ['days', '100000']],
    ["somebody else's", ['email', 'head@opd-1.test']],
  ])('is answered with 400: %s', async (_, field) => {
    const fields = wanted.filter(([name]) => name !== field[0] || name === 'scopes');

    expect((await post(...fields, field)).status).toBe(400);
    expect(await rows()).toEqual([]);
  });

  it('makes no more than anybody still knows', async () => {
    await site.app.get(DataSource).query(
      `INSERT INTO api_token (hash, id, email, name, scopes, created_at, expires_at)
       SELECT n, gen_random_uuid(), $1, n, '{read}', now(), now() FROM generate_series(1, 50) n`,
      [admin],
    );

    const answer = await post(...wanted);

    expect([answer.status, (await rows()).length]).toEqual([422, 50]);
    expect(await answer.text()).toContain('Anda sudah memiliki 50 token.');
  });

  it('is refused without the proof of our form, and from another site', async () => {
    const proof = hiddenIn(await browser.page(path));

    const without = await browser.post(path, { name: 'x', scopes: 'read', days: '7' });
    const foreign = await browser.post(path, proof, { origin: 'https://jahat.test' });

    expect([without.status, foreign.status, await rows()]).toEqual([403, 403, []]);
  });
});
