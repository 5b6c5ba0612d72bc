import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ShiftedClock } from '../../src/domain/clock.js';
import { september } from '../engine/city.js';
import { Browser, redirect } from './browser.js';
import { Site } from './site.js';

const admin = 'admin@opd-1.test';

let site: Site;
let stranger: Browser;
let member: Browser;

beforeAll(async () => {
  site = await Site.open(false, new ShiftedClock(), september(2));
  const reading = { accept: 'text/html' };
  [stranger, member] = [new Browser(site, reading), new Browser(site, reading)];
  await member.signInByLink(admin);
  await Promise.all([stranger, member].map((browser) => browser.get('/bahasa/en')));
});

afterAll(() => site.close());

/** Words by which Indonesian gives itself away. */
const indonesian =
  /\b(yang|dan|untuk|tidak|belum|surel|kata sandi|masuk|keluar|akun|tahap|jadwal|langsung)\b/i;

/** What is read, without names that the customer gave, mails, and the name of the other language. */
function textOf(page: string): string {
  const text = page
    .replace(/<a href="\/bahasa[^]*?<\/a>/, '')
    .replace(/<a href="\/demonstrasi\/surat\/[^]*?<\/a>/g, '')
    .replace(/<(script|style|pre)[^]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ');
  return text.replace(/Penilaian (mandiri|dokumen)|Pelaporan/g, '').replace(/\s+/g, ' ');
}

describe('the English of a page', () => {
  it.each([
    '/',
    '/masuk',
    '/masuk?galat=not_known',
    '/masuk/terkirim',
    '/masuk/tautan/tidak-ada',
    '/keluar',
    '/tidak-ada',
    '/api',
    '/demonstrasi/peran',
    '/demonstrasi/surat',
  ])('for whoever comes holds no Indonesian: %s', async (path) => {
    const page = await stranger.page(path);

    expect(page).toContain('<html lang="en">');
    expect(indonesian.exec(textOf(page))?.[0]).toBeUndefined();
  });

  it.each(['/', '/akun', '/akun/surel', '/akun/kalender', '/akun/token', '/surel', '/keluar'])(
    'for who is signed in does neither: %s',
    async (path) => {
      const page = await member.page(path);

      expect(page).toContain('<html lang="en">');
      expect(indonesian.exec(textOf(page))?.[0]).toBeUndefined();
    },
  );

  it('would notice Indonesian', async () => {
    const page = await new Browser(site).page('/masuk');

    expect(page).toContain('<html lang="id">');
    expect(indonesian.exec(textOf(page))?.[0]).toBe('Masuk');
  });

  it.each([
    {
      action: '/masuk',
      fields: { email: 'x', password: 'y' },
      status: 422,
      says: /Write the whole/,
    },
    {
      action: '/masuk',
      fields: { next: '/', email: admin, password: 'y' },
      status: 422,
      says: /not right/,
    },
    { action: '/demonstrasi/jam/tanggal', fields: { date: 'x' }, status: 422, says: /for example/ },
  ])('says what is wrong: $action $fields', async ({ action, fields, status, says }) => {
    const response = await stranger.post(action, { ...fields });

    expect([response.status, (await response.text()).match(says) !== null]).toEqual([status, true]);
  });

  it('says what is wrong with a new password', async () => {
    const answer = await member.submit('/akun', '/akun/kata-sandi', { fresh: 'x', again: 'x' });

    expect(await answer.text()).toMatch(/Too short: at least \d+ characters\./);
  });
});

describe('the switch of languages', () => {
  it('leads back to the very page, with its query', async () => {
    const page = await new Browser(site).page('/masuk?next=%2Fakun');

    const [, to = ''] = /<a href="(\/bahasa\/en[^"]*)"/.exec(page) ?? [];
    const browser = new Browser(site);
    expect(redirect(await browser.get(to))).toEqual([303, '/masuk?next=%2Fakun']);
    expect(await browser.page('/masuk')).toContain('<html lang="en">');
  });

  it('leads back to the form from an answer to it', async () => {
    const headers = { origin: site.url, referer: `${site.url}/masuk?next=%2Fakun` };

    const response = await new Browser(site).post('/masuk', { email: 'x' }, headers);

    expect(await response.text()).toContain(
      `/bahasa/en?kembali=${encodeURIComponent('/masuk?next=%2Fakun')}`,
    );
  });
});
