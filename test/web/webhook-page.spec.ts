import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { coordinator, during } from '../api/small-city.js';
import { isSigned, Telling } from '../api/telling.js';
import { Browser, hiddenIn } from './browser.js';
import { escaped } from './hostile-desks.js';

const path = '/koordinator/kota-kecil/webhook';

let telling: Telling;
let browser: Browser;

beforeEach(async () => {
  telling = await Telling.begin();
  browser = new Browser(telling.office.site);
  await browser.signInByLink(coordinator);
});

afterEach(() => telling.end());

/** As a form with several boxes of one name sends it. */
async function add(url: string, ...events: readonly string[]): Promise<Response> {
  const proof = Object.entries(hiddenIn(await browser.page(path)));
  const chosen = events.map((each) => ['events', each] as [string, string]);
  const body = new URLSearchParams([...proof, ['url', url], ...chosen]);
  const headers = { origin: telling.office.site.url };
  return browser.request(path, { method: 'POST', body, headers });
}

function secretIn(page: string): string {
  return /id="secret"[^>]*value="([\w-]{43})"/.exec(page)?.[1] ?? 'none';
}

async function rows(): Promise<{ id: string; url: string; events: string[] }[]> {
  return telling.office.site.app.get(DataSource).query('SELECT * FROM webhook');
}

describe('the page of webhooks', () => {
  it('is reached from the overview, and says that there are none', async () => {
    expect(await browser.page('/koordinator/kota-kecil')).toContain(`href="${path}"`);
    expect(await browser.page(path)).toContain('Siklus ini belum memiliki webhook.');
  });

  it('adds one, and shows the secret with which it is signed this once', async () => {
    const answer = await add(telling.listener.url, 'phase.opened', 'phase.closed');
    const secret = secretIn(await answer.text());
    const again = await browser.page(path);

    await telling.office.moveTo(during.assignment);
    await telling.deliver();

    expect(answer.status).toBe(200);
    expect((await rows()).map(({ url, events }) => [url, events])).toEqual([
      [telling.listener.url, ['phase.opened', 'phase.closed']],
    ]);
    expect([again.includes(telling.listener.url), secretIn(again)]).toEqual([true, 'none']);
    expect(telling.listener.heard.map((each) => isSigned(secret, each))).toEqual([true, true]);
  });

  it.each([
    { url: '"><b>x', events: ['phase.opened'], says: 'Tulislah alamat lengkap' },
    { url: 'https://a:b@dasbor.example/', events: ['phase.opened'], says: 'kata sandi' },
    { url: 'https://dasbor.example/', events: [], says: 'Pilih setidaknya satu kejadian' },
  ])('says what is wrong with $url, and keeps what was typed', async ({ url, events, says }) => {
    const answer = await add(url, ...events);
    const page = await answer.text();

    expect(answer.status).toBe(422);
    expect(page).toContain(says);
    expect(page).toContain(`value="${escaped(url)}"`);
    expect(page.match(/checked/g)?.length ?? 0).toBe(events.length);
    expect(await rows()).toEqual([]);
  });

  it('shows what was sent, and sends it again', async () => {
    const { id } = await telling.add(['phase.opened']);
    telling.listener.answers((response) => response.writeHead(500).end('<b>rusak</b>'));
    await telling.office.moveTo(during.assignment);
    await telling.deliver();
    const page = await browser.page(`${path}/${id}`);
    const [action = ''] = /\/koordinator[^"]*\/kirim-ulang\/[\w-]+/.exec(page) ?? [];
    telling.listener.answers((response) => response.writeHead(200).end());

    const answer = await browser.submit(`${path}/${id}`, action);
    await telling.deliver();
    const after = await browser.page(answer.headers.get('location') ?? '');

    expect(page).toContain('500 &lt;b&gt;rusak&lt;/b&gt;');
    expect(page.match(/Menunggu/g)).toHaveLength(2);
    expect(answer.status).toBe(303);
    expect(after).toContain('segera dikirim ulang');
    expect([after.match(/Menunggu/g)?.length, after.match(/Terkirim/g)?.length]).toEqual([1, 1]);
  });

  it('replaces the secret, and removes the webhook', async () => {
    const { id, secret: old } = await telling.add();

    const renewed = await browser.submit(path, `${path}/${id}/rahasia`);
    const secret = secretIn(await renewed.text());
    const removed = await browser.submit(path, `${path}/${id}/hapus`);

    expect(renewed.status).toBe(200);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(secret).not.toBe(old);
    expect([removed.status, removed.headers.get('location')]).toEqual([303, `${path}?dihapus`]);
    expect(await rows()).toEqual([]);
  });

  it('is in English for who prefers it', async () => {
    browser.cookies.set('bahasa', 'en');

    expect(await browser.page(path)).toContain('This cycle has no webhooks yet.');
  });
});
