import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { SimulatedClock } from '../../src/domain/clock.js';
import { september } from '../engine/city.js';
import { Browser, redirect } from './browser.js';
import { beginning, Site } from './site.js';

const admin = 'admin@opd-1.test';
const first = 'kuda poni biru laut';
const second = 'awan tebal di atas kota';

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await Site.open(true, new SimulatedClock(beginning), september(3));
});

afterAll(() => site.close());

beforeEach(async () => {
  browser = new Browser(site);
  await site.app.get(DataSource).query('TRUNCATE sign_in_limit, session, account, one_time_link');
});

function change(fields: Readonly<Record<string, string>>, of = browser): Promise<Response> {
  return of.submit('/akun', '/akun/kata-sandi', fields);
}

function signIn(password: string, as = browser): Promise<Response> {
  return as.submit('/masuk', '/masuk', { email: admin, password });
}

describe('the account', () => {
  it('gets its first password after a link, and is signed in with it from then on', async () => {
    await browser.signInByLink(admin);
    expect(await browser.page('/akun')).not.toContain('Kata sandi sekarang');

    const answer = await change({ fresh: first, again: first });
    const next = new Browser(site);

    expect(redirect(answer)).toEqual([303, '/akun?tersimpan']);
    expect(await browser.page('/akun?tersimpan')).toContain('Kata sandi tersimpan.');
    expect(redirect(await signIn(first, next))).toEqual([303, '/']);
  });

  it.each([
    { fields: {}, errors: ['fresh'] },
    { fields: { fresh: 'pendek', again: 'pendek' }, errors: ['fresh'] },
    { fields: { fresh: admin, again: admin }, errors: ['fresh'] },
    { fields: { fresh: first, again: second }, errors: ['again'] },
  ])('says beside the field what is wrong: $fields', async ({ fields, errors }) => {
    await browser.signInByLink(admin);

    const answer = await change(fields);
    const page = await answer.text();

    expect(answer.status).toBe(422);
    expect([...page.matchAll(/id="(\w+)-error"/g)].map(([, field]) => field)).toEqual(errors);
    expect(page).not.toContain(first);
    expect(await site.app.get(DataSource).query('SELECT * FROM account')).toEqual([]);
  });

  it('changes its password for who knows the old one, and ends all other sessions', async () => {
    await browser.signInByLink(admin);
    await change({ fresh: first, again: first });
    const phone = new Browser(site);
    const desk = new Browser(site);
    await signIn(first, phone);
    await signIn(first, desk);

    const without = await change({ fresh: second, again: second }, desk);
    const wrong = await change({ old: second, fresh: second, again: second }, desk);
    const right = await change({ old: first, fresh: second, again: second }, desk);

    expect([without.status, wrong.status, redirect(right)]).toEqual([
      422,
      422,
      [303, '/akun?tersimpan'],
    ]);
    expect(await wrong.text()).toContain('Kata sandi ini tidak cocok.');
    expect([(await desk.get('/akun')).status, (await phone.get('/akun')).status]).toEqual([
      200, 303,
    ]);
    expect((await signIn(first, phone)).status).toBe(422);
    expect(redirect(await signIn(second, phone))).toEqual([303, '/']);
  });

  it('lists its own sessions only', async () => {
    await browser.signInByLink(admin);
    await new Browser(site).signInByLink(admin);
    await new Browser(site).signInByLink('head@opd-1.test');

    const page = await browser.page('/akun');

    expect(page.match(/<td>tautan surel<\/td>/g)).toHaveLength(2);
    expect(page.match(/<td>sesi ini<\/td>/g)).toHaveLength(1);
  });
});
