import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { SimulatedClock } from '../../src/domain/clock.js';
import { noticeKinds } from '../../src/domain/notice-kind.js';
import { silencedWords } from '../../src/web/personal/silenced-words.js';
import { september } from '../engine/city.js';
import { Browser, hiddenIn, redirect } from './browser.js';
import { beginning, Site } from './site.js';

const path = '/akun/surel';
const assessor = 'a1@asesor.test';

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await Site.open(true, new SimulatedClock(beginning), september(1));
});

afterAll(() => site.close());

beforeEach(async () => {
  const db = site.app.get(DataSource);
  await db.query('TRUNCATE sign_in_limit, session, silenced_notice');
  browser = new Browser(site);
  await browser.signInByLink(assessor);
});

async function rows(): Promise<string[]> {
  const all = await site.app
    .get(DataSource)
    .query<{ email: string; kind: string }[]>('SELECT * FROM silenced_notice ORDER BY 1, 2');
  return all.map(({ email, kind }) => `${email} ${kind}`);
}

/** Kind and whether it is ticked, box by box. */
function boxes(page: string): string[] {
  return [...page.matchAll(/<input\s+type="checkbox"[^>]*>/g)].map(([box]) => {
    const [, kind = ''] = /value="([^"]*)"/.exec(box) ?? [];
    return `${kind} ${/\schecked\s/.test(box) ? 'on' : 'off'}`;
  });
}

/** As a form with several boxes of one name sends it. */
async function post(fields: readonly (readonly [string, string])[]): Promise<Response> {
  const { _csrf = '' } = hiddenIn(await browser.page(path));
  return browser.request(path, {
    method: 'POST',
    body: new URLSearchParams([['_csrf', _csrf], ...fields.map(([...field]) => field)] as [
      string,
      string,
    ][]),
    headers: { origin: site.url },
  });
}

const want = (...kinds: string[]) => post(kinds.map((kind) => ['wanted', kind] as const));

describe('the page of mails', () => {
  it.each(['koordinator@kota.test', 'admin@opd-1.test', 'head@opd-1.test'])(
    'is there for %s, who reaches it from the account',
    async (email) => {
      const visitor = new Browser(site);
      await visitor.signInByLink(email);

      expect(await visitor.page('/akun')).toContain(`href="${path}"`);
      expect(await visitor.page(path)).toContain(email);
    },
  );

  it.each(['id', 'en'] as const)('names every kind, in %s', async (language) => {
    browser.cookies.set('bahasa', language);

    const page = await browser.page(path);

    const { title, always, kinds } = silencedWords[language];
    const names = noticeKinds.map((kind) => kinds[kind][0]);
    expect(page).toContain(`<html lang="${language}">`);
    expect([title, always, ...names].filter((text) => !page.includes(text))).toEqual([]);
  });

  it('has a box for what can be switched off, and says why the rest cannot', async () => {
    const page = await browser.page(path);

    expect(boxes(page).sort()).toEqual(['comment on', 'cycle-closed on', 'unassigned on']);
    expect(page).toContain('Pengingat tenggat selalu dikirim:');
  });

  it('keeps what was chosen, for this person only', async () => {
    const answer = await want('unassigned');
    const page = await browser.page(path + '?tersimpan');
    const other = new Browser(site);
    await other.signInByLink('head@opd-1.test');

    expect(redirect(answer)).toEqual([303, `${path}?tersimpan`]);
    expect(page).toContain('Pilihan tersimpan.');
    expect(boxes(page).sort()).toEqual(['comment off', 'cycle-closed off', 'unassigned on']);
    expect(await rows()).toEqual([`${assessor} comment`, `${assessor} cycle-closed`]);
    expect(boxes(await other.page(path)).every((box) => box.endsWith(' on'))).toBe(true);
  });

  it('switches back on, and keeps since when the rest is off', async () => {
    const db = site.app.get(DataSource);
    await want();
    const since = await db.query<object[]>(
      "SELECT since FROM silenced_notice WHERE kind = 'comment'",
    );

    await want('unassigned', 'cycle-closed');

    expect(await rows()).toEqual([`${assessor} comment`]);
    expect(await db.query('SELECT since FROM silenced_notice')).toEqual(since);
  });
});

describe('a choice that the page does not offer', () => {
  it.each<[string, readonly (readonly [string, string])[]]>([
    ['a reminder', [['wanted', 'reminder']]],
    ['a reminder among others', [['wanted', 'comment'], ['wanted', 'reminder']]], // prettier-ignore
    ['a reminder under another name', [['silenced', 'reminder']]],
    ['no kind at all', [['wanted', 'salam']]],
    ['a kind within a kind', [['wanted[kind]', 'comment']]],
    ['more than there are', Array.from({ length: 9 }, () => ['wanted', 'comment'] as const)],
    ["somebody else's", [['email', 'head@opd-1.test']]],
  ])('is answered with 400 and changes nothing: %s', async (_, fields) => {
    await want('comment');
    const before = await rows();

    expect((await post(fields)).status).toBe(400);
    expect(await rows()).toEqual(before);
  });

  it.each([{}, { _csrf: 'A'.repeat(43) }])(
    'is refused without the proof of our form: %j',
    async (fields) => {
      const answer = await browser.post(path, fields);

      expect([answer.status, await rows()]).toEqual([403, []]);
    },
  );

  it('is refused from another site', async () => {
    const proof = hiddenIn(await browser.page(path));
    const answer = await browser.post(path, proof, { origin: 'https://jahat.test' });

    expect([answer.status, await rows()]).toEqual([403, []]);
  });

  it('leads whoever is not signed in to the sign-in', async () => {
    const stranger = new Browser(site);

    expect(redirect(await stranger.get(path))).toEqual([
      303,
      `/masuk?next=${encodeURIComponent(path)}`,
    ]);
    expect([(await stranger.post(path)).status, await rows()]).toEqual([303, []]);
  });
});
