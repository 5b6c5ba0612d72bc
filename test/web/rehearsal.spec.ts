import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { DataSource } from 'typeorm';
import { JournalStore } from '../../src/cycle/journal.store.js';
import { journalLine, localTime, type Line } from '../../src/engine/scenario/log.js';
import { Office } from '../api/office.js';
import { coordinator, during, smallCity } from '../api/small-city.js';
import { changingNothing } from '../api/tables.js';
import { lead } from '../api/work.js';
import { wib } from '../engine/city.js';
import { Browser } from './browser.js';

const path = '/koordinator/kota-kecil/coba';
const zone = 'Asia/Jakarta';

let office: Office;
let browser: Browser;

beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 3: 'DLH' });
  await office.moveTo(during.selfAssessment);
  browser = new Browser(office.site);
  await browser.signInByLink(coordinator);
});

afterAll(() => office.close());

async function log(way: string): Promise<Line[]> {
  const text = await browser.page(`${path}?cara=${way}&format=jsonl`);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

describe('the rest of the year, tried', () => {
  it.each(['', '?cara=nobody', '?cara=everybody', '?cara=everybody&format=jsonl'])(
    'writes nothing and sends nothing: %s',
    async (query) => {
      const { inbox } = office.site;
      const before = inbox.count;
      const now = office.now;

      const answer = await changingNothing(office, () => browser.get(`${path}${query}`));

      expect([answer.status, inbox.count, office.now]).toEqual([200, before, now]);
    },
  );

  it('is asked for before it is done', async () => {
    expect(await browser.page(path)).not.toContain('<table');
    expect(await browser.page('/koordinator/kota-kecil/jadwal-surat')).toContain(`href="${path}"`);
  });

  it.each(['cara=x', 'cara[]=nobody', 'cara=%00&format=jsonl'])(
    'takes whatever an address says for what it offers: %s',
    async (query) => {
      const answer = await browser.get(`${path}?${query}`);

      expect([answer.status, (await answer.text()).includes('<table')]).toEqual([200, false]);
    },
  );

  it('where everybody finishes in time, has no task that is missed', async () => {
    const lines = await log('everybody');
    const page = await browser.page(`${path}?cara=everybody`);

    expect(lines.filter(({ to }) => to === 'lapsed')).toEqual([]);
    expect(lines.filter(({ to, unit }) => to === 'finished' && unit === 'DINKES')).toEqual([
      { at: '2025-09-12T23:59:00+07:00', type: 'task', phase: 'mandiri', unit: 'DINKES', from: 'in-progress', to: 'finished' }, // prettier-ignore
      { at: '2025-09-19T23:59:00+07:00', type: 'task', phase: 'dokumen', unit: 'DINKES', assessor: 'A1', from: 'in-progress', to: 'finished' }, // prettier-ignore
    ]);
    expect(page).toContain('0 tugas terlewat');
    expect(page).toContain('Surel: Pemberitahuan hasil');
  });

  it('can be searched on the page', async () => {
    const page = await browser.page(`${path}?cara=nobody&cari=DINSOS`);

    expect(page).toContain('DINSOS');
    expect(page).not.toContain('DLH');
  });

  it('where nobody does anything, is what then happens', async () => {
    const tried = await log('nobody');
    const { app, inbox } = office.site;
    const [journal, db] = [app.get(JournalStore, { strict: false }), app.get(DataSource).manager];
    const [last, count] = [await journal.last(db, 'kota-kecil'), inbox.count];

    await office.moveTo(wib('2025-11-01T08:00'));

    const entries = await journal.since(db, 'kota-kecil', last);
    const moved = entries.flatMap((entry) => journalLine(entry, zone) ?? []);
    const sent = inbox.latest(inbox.count - count).map(({ date, to, cc }) => {
      const at = Temporal.Instant.fromEpochMilliseconds(date.getTime());
      return [localTime(at, zone), ...addressesIn(to), ...addressesIn(cc)].join(' ');
    });
    const isMail = ({ type }: Line): boolean => type === 'mail';
    const mails = tried.filter(isMail).map(({ at, to, cc = [] }) => [at, to, ...cc].join(' '));
    const inOrder = (lines: readonly Line[]): string[] =>
      lines.map((line) => JSON.stringify(line)).sort();
    expect(moved.length).toBeGreaterThan(15);
    expect(inOrder(tried.filter((line) => !isMail(line)))).toEqual(inOrder(moved));
    expect(mails.sort()).toEqual(sent.sort());
    expect(await browser.page(`${path}?cara=nobody`)).toContain('Tidak ada lagi yang akan terjadi');
  });
});

function addressesIn(text: string): string[] {
  return [...text.matchAll(/<([^>]+)>/g)].map(([, address = '']) => address);
}
