import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { Office } from '../api/office.js';
import { coordinator, during, smallCity } from '../api/small-city.js';
import { Browser } from './browser.js';

const list = '/koordinator/kota-kecil/jadwal-surat';

let office: Office;
let browser: Browser;

beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.assignment);
  browser = new Browser(office.site);
  await browser.signInByLink(coordinator);
});

afterAll(() => office.close());

/** The part of the page that one day has. */
async function day(date: string): Promise<string> {
  const page = await browser.page(`${list}/kalender?bulan=${date.slice(0, 7)}`);
  const found = page.split('<li').find((part) => part.includes(`datetime="${date}"`));
  if (found === undefined) throw new Error(`no ${date}`);
  const after = page.slice(page.indexOf(found));
  return after.slice(0, after.indexOf('<time', found.indexOf('<time') + 1));
}

describe('the calendar of the send plan', () => {
  it('leads from a day with mails to those mails', async () => {
    const shown = await day('2025-09-08');
    const [, count] = />(\d+) surel</.exec(shown) ?? [];
    const [, link = ''] = /href="([^"]+)"/.exec(shown) ?? [];

    const text = await browser.page(`${link.replaceAll('&amp;', '&')}&format=csv`);
    const rows = parse<Record<string, string>>(text, { columns: true, bom: true });

    expect(shown).toContain('× Pemberitahuan pembukaan');
    // To four admins what opens; to them again, with their heads, and to the coordinator what is late.
    expect([count, rows.length]).toEqual(['9', 9]);
    expect(new Set(rows.map(({ Waktu: at }) => at))).toEqual(new Set(['2025-09-08T01:00:00Z']));
  });

  it('marks days off, and today', async () => {
    expect(await day('2025-09-06')).toContain('akhir pekan');
    const page = await browser.page(`${list}/kalender`);
    const [, today] =
      /aria-current="date"\s*>\s*<strong\s*>\s*<time datetime="([^"]+)"/.exec(page) ?? [];
    expect(today).toBe('2025-09-02');
  });

  it('turns to the months in which something goes', async () => {
    const page = await browser.page(`${list}/kalender?bulan=2025-10`);

    expect(page).toMatch(/<h2>Oktober 2025<\/h2>/);
    expect(page).toMatch(/bulan=2025-09"\s*>September 2025</);
  });

  it.each(['bulan=x', 'bulan=1999-01', 'bulan[]=2025-09', 'bulan=%00'])(
    'shows this month where an address says something else: %s',
    async (query) => {
      expect(await browser.page(`${list}/kalender?${query}`)).toContain('<h2>September 2025</h2>');
    },
  );
});
