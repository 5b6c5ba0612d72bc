import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InboxMail } from '../../src/notice/inbox.js';
import { changingNothing } from '../api/tables.js';
import { Office } from '../api/office.js';
import { coordinator, dinkes, during, smallCity } from '../api/small-city.js';
import { lead, submit } from '../api/work.js';
import { Browser } from './browser.js';

const list = '/koordinator/kota-kecil/jadwal-surat';
const noId = '00000000-0000-0000-0000-000000000000';
const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;

let office: Office;
let browser: Browser;

beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning, {
    baseUrl: 'https://siklus.kota.test',
  });
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 3: 'DLH' });
  await office.moveTo(during.selfAssessment);
  browser = new Browser(office.site);
  await browser.signInByLink(coordinator);
});

afterAll(() => office.close());

/** Where the list leads to, each mail once. */
async function coming(query: string): Promise<string[]> {
  const page = await browser.page(`${list}?${query}`);
  const links = page.matchAll(/href="([^"]*\/jadwal-surat\/surat\?[^"]+)"/g);
  return [...new Set([...links].map(([, link = '']) => link.replaceAll('&amp;', '&')))];
}

interface Shown {
  readonly subject: string;
  readonly to: string;
  readonly cc: string;
  readonly text: string;
  readonly html: string;
}

function field(page: string, name: string): string {
  const [, value = ''] = new RegExp(`<dt>${name}</dt>\\s*<dd>(.*?)</dd>`, 's').exec(page) ?? [];
  return plain(value);
}

function plain(markup: string): string {
  return markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

async function shown(link: string): Promise<Shown> {
  const page = await browser.page(link);
  const [, text = ''] = /<pre>(.*?)<\/pre>/s.exec(page) ?? [];
  const [, subject = ''] = /<h1>(.*?)<\/h1>/s.exec(page) ?? [];
  const [, frame = ''] = /<iframe class="mail" sandbox [^>]*src="([^"]+)"/s.exec(page) ?? [];
  return {
    subject: plain(subject),
    to: field(page, 'Penerima'),
    cc: field(page, 'Tembusan'),
    text: plain(text),
    html: await browser.page(plain(frame)),
  };
}

/** What came, but for the id that a mail has only when it is planned. */
function received({ subject, to, cc, text, html }: InboxMail): Shown {
  const unquoted = (addresses: string): string => addresses.replaceAll('"', '');
  return {
    subject,
    to: unquoted(to),
    cc: unquoted(cc),
    text: text.replace(uuid, noId),
    html: html.replace(uuid, noId).trimEnd(),
  };
}

const byName = (a: Shown, b: Shown): number =>
  JSON.stringify([a.to, a.cc, a.subject]) < JSON.stringify([b.to, b.cc, b.subject]) ? -1 : 1;

describe('a mail that is to come', () => {
  it('is named by what waits for it, and looked at without a trace', async () => {
    const [link = ''] = await coming('hari=7&nasib=kirim');

    const answer = await changingNothing(office, () => browser.get(link));

    expect(answer.status).toBe(200);
  });

  it('is shown in a frame that can do nothing', async () => {
    const [link = ''] = await coming('hari=7&nasib=kirim');
    const answer = await browser.get(link.replace('/surat?', '/surat/isi?'));

    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
    );
  });

  it('leads only to pages that ask who comes', async () => {
    const [link = ''] = await coming('hari=7&nasib=kirim');
    const { text, html } = await shown(link);
    const addresses = `${text} ${html}`.match(/https?:\/\/[^\s"<]+/g) ?? [];

    expect(addresses.length).toBeGreaterThan(0);
    expect(
      addresses.filter(
        (each) => !/^https:\/\/siklus\.kota\.test\/(kerja\/kota-kecil\/|surel\/0{8}-)/.test(each),
      ),
    ).toEqual([]);
  });

  it('is no more when its task is finished', async () => {
    const links = await coming('hari=7&nasib=kirim&cari=DLH');
    const link = links.find((each) => each.includes('admin%40dlh.test')) ?? 'none';
    expect((await browser.get(link)).status).toBe(200);

    await submit(office, 'DLH', { 3: 2 });

    const answer = await browser.get(link);
    expect([answer.status, (await answer.text()).includes('tidak lagi direncanakan')]).toEqual([
      404,
      true,
    ]);
  });

  it.each([
    '',
    'waktu=x&kepada=y',
    'waktu=2025-09-11T01:00:00Z',
    `waktu=2025-09-11T01:00:00.5Z&kepada=${dinkes}`,
  ])('is none where an address names none: %j', async (query) => {
    expect((await browser.get(`${list}/surat?${query}`)).status).toBe(404);
    expect((await browser.get(`${list}/surat/isi?${query}`)).status).toBe(404);
  });

  it('is to the letter what is then sent: reminders, openings and those copied to heads', async () => {
    const links = await coming('hari=7&nasib=kirim');
    const expected: Shown[] = [];
    for (const link of links) expected.push(await shown(link));
    const { inbox } = office.site;
    const before = inbox.count;

    await office.moveTo(office.now.add({ hours: 24 * 7 }));

    const sent: InboxMail[] = [];
    for (const { id } of inbox.latest(inbox.count - before)) {
      const mail = await inbox.find(id);
      if (mail) sent.push(mail);
    }
    expect(expected.length).toBeGreaterThan(10);
    expect(expected.some(({ cc }) => cc !== '')).toBe(true);
    expect(expected.some(({ subject }) => subject.includes('pemberitahuan'))).toBe(true);
    const inOrder = (all: Shown[]) =>
      all.toSorted(byName).map((each) => ({ ...each, html: each.html.trimEnd() }));
    expect(inOrder(expected)).toEqual(inOrder(sent.map(received)));
  });
});
