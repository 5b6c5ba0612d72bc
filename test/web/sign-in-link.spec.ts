import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { InboxMail } from '../../src/notice/inbox.js';
import { SimulatedClock } from '../../src/domain/clock.js';
import { untilTrue } from '../engine/until.js';
import { september } from '../engine/city.js';
import { Browser, linkMails, redirect } from './browser.js';
import { beginning, Site } from './site.js';

const admin = 'admin@opd-1.test';
const task = '/akun?dari=surel';

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await Site.open(true, new SimulatedClock(beginning), september(3), beginning, {
    baseUrl: 'https://siklus.kota.test/',
  });
});

afterAll(() => site.close());

beforeEach(async () => {
  browser = new Browser(site);
  await site.app.get(DataSource).query('TRUNCATE sign_in_limit, session, one_time_link');
});

async function lastMail(): Promise<InboxMail | null> {
  const [entry] = linkMails(site, admin);
  return entry ? site.inbox.find(entry.id) : null;
}

async function askFor(email: string, next = '/', from = browser): Promise<Response> {
  return from.submit(`/masuk?next=${encodeURIComponent(next)}`, '/masuk/tautan', { email });
}

describe('a link by mail', () => {
  it('is sent to the address as it is known, and leads to the task that was asked for', async () => {
    const link = await browser.linkFor(admin.toUpperCase(), task);
    const mail = await lastMail();

    expect([mail?.to, mail?.subject]).toEqual([
      `"Bapak ${admin}" <${admin}>`,
      'Tautan masuk Siklus',
    ]);
    expect(mail?.text).toContain(`Masuk ke Siklus: https://siklus.kota.test${link}\n`);
    expect(mail?.html).toContain(`<a href="https://siklus.kota.test${link}"`);
    expect(redirect(await browser.submit(link, link))).toEqual([303, task]);
    expect(await browser.page('/akun')).toContain(admin);
  });

  it('leads nowhere else, whatever host the request names', async () => {
    const liar = new Browser(site, {
      'x-forwarded-host': 'jahat.test',
      forwarded: 'host=jahat.test',
    });
    const link = await liar.linkFor(admin, '//jahat.test');

    expect((await lastMail())?.text).toContain(`https://siklus.kota.test${link}`);
    expect(redirect(await browser.submit(link, link))).toEqual([303, '/']);
  });

  it('is not used up by programs that look at it first', async () => {
    const link = await browser.linkFor(admin);

    for (const method of ['GET', 'HEAD', 'GET']) await site.fetch(link, { method });

    expect(redirect(await browser.submit(link, link))).toEqual([303, '/']);
  });

  it('works once', async () => {
    const link = await browser.linkFor(admin);
    await browser.submit(link, link);
    const other = new Browser(site);

    const looked = await other.get(link);
    const pressed = await other.post(link);

    expect([looked.status, pressed.status, other.cookies.size]).toEqual([410, 410, 0]);
    expect(await looked.text()).toContain(
      'Tautan ini sudah dipakai atau sudah lewat masa berlakunya.',
    );
  });

  it('works for twenty minutes', async () => {
    const link = await browser.linkFor(admin);
    const db = site.app.get(DataSource);
    const age = "UPDATE one_time_link SET expires_at = expires_at - interval '20 minutes'";

    await db.query(age);

    expect([(await browser.get(link)).status, (await browser.post(link)).status]).toEqual([
      410, 410,
    ]);
    expect(browser.cookies.size).toBe(0);
  });

  it('says the same of one that never was', async () => {
    const spent = await browser.linkFor(admin);
    await browser.submit(spent, spent);
    const other = new Browser(site);

    // The switch of languages leads back to each page itself.
    const [never = '', once = ''] = await Promise.all(
      ['/masuk/tautan/AAAA', spent].map(async (path) =>
        (await other.page(path)).replace(encodeURIComponent(path), ''),
      ),
    );
    expect(never).toBe(once);
  });

  it('makes whoever opens it the one it was sent to, and ends the session before', async () => {
    const first = await browser.linkFor(admin);
    await browser.submit(first, first);
    const before = browser.cookies.get('__Host-siklus') ?? '';
    const second = await new Browser(site).linkFor('head@opd-2.test');

    await browser.submit(second, second);

    const old = new Browser(site);
    old.cookies.set('__Host-siklus', before);
    expect(await browser.page('/akun')).toContain('<b>head@opd-2.test</b>');
    expect(redirect(await old.get('/akun'))[0]).toBe(303);
  });

  it('cannot be pressed by a page of another site', async () => {
    const link = await browser.linkFor(admin);

    const answer = await browser.post(link, {}, { origin: 'https://jahat.test' });

    expect([answer.status, browser.cookies.size]).toEqual([403, 0]);
    expect(redirect(await browser.submit(link, link))).toEqual([303, '/']);
  });

  it('is written nowhere in the database', async () => {
    const link = await browser.linkFor(admin);
    const token = link.slice(link.lastIndexOf('/') + 1);

    const rows = await site.app
      .get(DataSource)
      .query<{ row: string }[]>('SELECT to_jsonb(l)::text AS row FROM one_time_link l');

    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toContain(token);
  });
});

describe('asking for a link', () => {
  it('says the same whether the address is known or not, and sends nothing to who is not', async () => {
    const { length } = linkMails(site, admin);
    const unknown = await askFor('jahat@jahat.test');
    const known = await askFor(admin);
    await untilTrue('the mail', () => linkMails(site, admin).length > length);

    expect([redirect(unknown), redirect(known)]).toEqual([
      [303, '/masuk/terkirim'],
      [303, '/masuk/terkirim'],
    ]);
    expect(await unknown.text()).toBe(await known.text());
    expect(linkMails(site, 'jahat')).toEqual([]);
    expect(await browser.page('/masuk/terkirim')).toContain('Jika alamat tersebut terdaftar');
  });

  it.each(['', 'admin', 'a@b.test, c@d.test', 'a@b.test\nbcc: c@d.test'])(
    'needs an address: %j',
    async (email) => {
      const answer = await askFor(email);

      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('id="email-error"');
    },
  );

  it('is slowed for an address, known or not, wherever it is asked from', async () => {
    const statuses = async (email: string): Promise<number[]> => {
      const all: number[] = [];
      for (let index = 1; index <= 4; index += 1) {
        const from = new Browser(site, { 'x-forwarded-for': `203.0.113.${index}` });
        all.push((await askFor(email, '/', from)).status);
      }
      return all;
    };

    expect(await statuses('a1@asesor.test')).toEqual([303, 303, 303, 429]);
    expect(await statuses('jahat@jahat.test')).toEqual([303, 303, 303, 429]);
  });

  it('is slowed for a network that asks for many addresses', async () => {
    const from = new Browser(site, { 'x-forwarded-for': '203.0.113.50' });

    const statuses: number[] = [];
    for (let index = 0; index < 51; index += 1) {
      const email = `opd-${index}@jahat.test`;
      statuses.push((await from.post('/masuk/tautan', { email })).status);
    }

    expect(statuses).toEqual([...Array<number>(50).fill(303), 429]);
    expect((await askFor('opd-0@jahat.test')).status).toBe(303);
  });
});
