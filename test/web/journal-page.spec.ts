import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { DataSource } from 'typeorm';
import { JournalStore } from '../../src/cycle/journal.store.js';
import { entry } from '../../src/domain/journal.js';
import { Office } from '../api/office.js';
import { coordinator, dinkes, during, smallCity } from '../api/small-city.js';
import { lead, submit } from '../api/work.js';
import { wib } from '../engine/city.js';
import { Browser } from './browser.js';

const page = '/koordinator/kota-kecil/jurnal';

interface Row {
  readonly No: string;
  readonly Waktu: string;
  readonly Siapa: string;
  readonly Apa: string;
  readonly Tahap: string;
  readonly OPD: string;
  readonly Alasan: string;
}

let office: Office;
let browser: Browser;
let all: readonly Row[];

/** A review under way, before which the cycle has recorded more than a page of the journal holds. */
beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.assignment);
  await lead(office, { 9: 'DINKES', 10: 'DINKES' });
  await office.moveTo(during.selfAssessment);
  await submit(office, 'DINKES', { 9: 2, 10: 2 });
  await office.moveTo(during.review);
  await record(450);
  browser = new Browser(office.site);
  await browser.signInByLink(coordinator);
  all = await csv('');
});

afterAll(() => office.close());

/** In its zone, the last second of a day and the first one of the next. */
async function record(count: number): Promise<void> {
  const moments = [wib('2025-09-16T23:59'), wib('2025-09-17T00:00')] as const;
  const entries = Array.from({ length: count }, (_, n) => {
    const at = n % 2 === 0 ? moments[0] : moments[1];
    const about = { who: dinkes, what: 'commented', why: `100% ke-${n + 1}_` } as const;
    return entry({ ...about, due: at, recorded: at, facts: { indicator: 1 + (n % 12) } });
  });
  const store = office.site.app.get(JournalStore, { strict: false });
  const db = office.site.app.get(DataSource);
  await db.transaction((tx) => store.record(tx, 'kota-kecil', entries));
}

async function csv(query: string): Promise<Row[]> {
  const text = await (await browser.get(`${page}?${query}&format=csv`)).text();
  return parse<Row>(text, { bom: true, columns: true });
}

/** The numbers of the entries that a page shows. */
function numbersOn(text: string): string[] {
  return [...text.matchAll(/<th scope="row">\s*(\d+)\s*<\/th>/g)].map(([, no = '']) => no);
}

/** Of a page, without tags and with single spaces. */
function told(text: string): string {
  return text.replace(/(<[^>]*>|\s)+/g, ' ');
}

function linksIn(text: string): string[] {
  return [...text.matchAll(/href="([^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
}

const filters: readonly { readonly query: string; readonly keeps: (row: Row) => boolean }[] = [
  { query: 'tahap=mandiri', keeps: ({ Tahap }) => Tahap === 'mandiri' },
  { query: 'opd=DLH', keeps: ({ OPD }) => /^DLH( |$)/.test(OPD) },
  { query: 'jenis=task', keeps: ({ Apa }) => Apa === 'Status tugas' },
  { query: 'siapa=SIKLUS', keeps: ({ Siapa }) => Siapa === 'siklus' },
  { query: 'siapa=admin@dinkes', keeps: ({ Siapa }) => Siapa === dinkes },
  { query: 'dari=2025-09-17', keeps: ({ Waktu }) => Waktu >= '2025-09-16T17:00:00Z' },
  { query: 'sampai=2025-09-16', keeps: ({ Waktu }) => Waktu < '2025-09-16T17:00:00Z' },
  {
    query: 'dari=2025-09-08&sampai=2025-09-08',
    keeps: ({ Waktu }) => Waktu >= '2025-09-07T17:00:00Z' && Waktu < '2025-09-08T17:00:00Z',
  },
  { query: 'cari=status+TAHAP', keeps: ({ Apa }) => Apa === 'Status tahap' },
  { query: 'cari=pesan+ditulis+12', keeps: ({ Apa }) => Apa === 'Pesan ditulis 12' },
  { query: 'cari=0%25+ke-7', keeps: ({ Alasan }) => /0% ke-7/.test(Alasan) },
  {
    query: 'tahap=mandiri&opd=DINKES&jenis=task&cari=mandiri',
    keeps: ({ Tahap, OPD, Apa }) =>
      Tahap === 'mandiri' && OPD === 'DINKES' && Apa === 'Status tugas',
  },
];

describe('the filters of the journal', () => {
  it.each(filters)('keep what is asked for, in the CSV: $query', async ({ query, keeps }) => {
    const kept = all.filter(keeps);

    expect(await csv(query)).toEqual(kept);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(all.length);
  });

  it.each(filters)('keep the same on the page: $query', async ({ query, keeps }) => {
    const text = await browser.page(`${page}?${query}`);

    const kept = all.filter(keeps).map(({ No }) => No);
    expect(numbersOn(text)).toEqual(kept.slice(0, 200));
    expect(told(text)).toContain(`Jurnal (${kept.length})`);
  });

  it('find people by their names', async () => {
    const { admins } = smallCity().people.units[0] ?? { admins: [] };
    const name = encodeURIComponent(admins[0]?.name ?? '');

    expect((await csv(`siapa=${name}`)).map(({ Siapa }) => Siapa)).toContain(dinkes);
  });

  it('take a wildcard for a letter like any other', async () => {
    expect(await csv('siapa=%25')).toEqual([]);
    expect(await csv('cari=%5C')).toEqual([]);
    expect(await csv('cari=ke-4__')).toEqual([]);
  });

  it('stand in the form, and above the entries with a way to be rid of them', async () => {
    const text = await browser.page(
      `${page}?tahap=mandiri&opd=DLH&jenis=task&siapa=siklus&dari=2025-09-01&sampai=2025-09-30&cari=mandiri&urut=-no`,
    );

    expect(told(text)).toContain(
      'Saringan aktif: Tahap: mandiri OPD: Dinas DLH Jenis catatan: Status tugas Siapa: siklus ' +
        'Dari tanggal: 2025-09-01 Sampai tanggal: 2025-09-30 Cari: mandiri Hapus semua ',
    );
    expect(text).toMatch(new RegExp(`href="${page}\\?urut=-no"[^>]*>Hapus semua<`));
    for (const [name, value] of [
      ['siapa', 'siklus'],
      ['dari', '2025-09-01'],
      ['sampai', '2025-09-30'],
      ['cari', 'mandiri'],
    ] as const) {
      expect(text).toMatch(new RegExp(`name="${name}"[^>]*value="${value}"`));
    }
    for (const value of ['mandiri', 'DLH', 'task']) {
      expect(text).toContain(`<option value="${value}" selected>`);
    }
  });

  it('are not spoken of where there are none', async () => {
    const text = await browser.page(page);

    expect(text).not.toContain('Saringan aktif');
    expect(text).not.toContain('Hapus semua');
  });

  it('name every kind of entry, in both languages', async () => {
    const kinds = async (language: string): Promise<string[]> => {
      await browser.get(`/bahasa/${language}`);
      const [, select = ''] =
        /<select id="jenis".*?>(.*?)<\/select>/s.exec(await browser.page(page)) ?? [];
      return [...select.matchAll(/<option value="([^"]*)"/g)].map(([, value = '']) => value);
    };
    const english = await kinds('en');
    expect(told(await browser.page(`${page}?jenis=task`))).toContain('State of a task');

    expect(await kinds('id')).toEqual(english);
    const there = await office.site.app
      .get(DataSource)
      .query<{ what: string }[]>('SELECT DISTINCT what FROM journal');
    expect(there.filter(({ what }) => !english.includes(what))).toEqual([]);
  });

  it('say what to do when nothing matches', async () => {
    const text = await browser.page(`${page}?opd=ENTAH&cari=tidak-ada`);

    expect(told(text)).toContain('Tidak ada catatan yang cocok. Longgarkan saringan');
    expect(linksIn(text)).toContain(page);
    expect(numbersOn(text)).toEqual([]);
  });
});

describe('the pages of the journal', () => {
  it('hold all entries once, newest first', async () => {
    const shown: string[] = [];
    for (let path: string | undefined = page; path;) {
      const text: string = await browser.page(path);
      shown.push(...numbersOn(text));
      const [, next] = /<a\s+rel="next"\s+href="([^"]*)"/.exec(text) ?? [];
      path = next?.replaceAll('&amp;', '&');
    }

    expect(all.length).toBeGreaterThan(400);
    expect(shown).toEqual(all.map(({ No }) => No));
    expect(shown).toEqual([...shown].sort((a, b) => Number(b) - Number(a)));
  });

  it('keep filters, search and order from one to the next, in headings and in the CSV', async () => {
    const query = 'cari=Pesan&urut=apa&jenis=commented&siapa=dinkes&dari=2025-09-16';
    const [first, second] = [
      await browser.page(`${page}?${query}`),
      await browser.page(`${page}?${query}&halaman=2`),
    ];

    expect(linksIn(first)).toContain(`${page}?${query}&halaman=2`);
    expect(linksIn(first)).toContain(`${page}?${query}&format=csv`);
    expect(linksIn(first)).toContain(`${page}?${query.replace('=apa', '=-apa')}`);
    expect(linksIn(second)).toContain(`${page}?${query}&halaman=1`);
    expect(told(second)).toContain('Halaman 2 dari 3');
    const rows = await csv(query);
    expect([...numbersOn(first), ...numbersOn(second)]).toEqual(
      rows.slice(0, 400).map(({ No }) => No),
    );
    // As people count: 9 before 10.
    const numbers = rows.map(({ Apa }) => Number(/\d+$/.exec(Apa)?.[0]));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(numbers).size).toBe(12);
  });

  it('end with the last one, whichever is asked for', async () => {
    const text = await browser.page(`${page}?jenis=commented&halaman=999`);

    expect(told(text)).toContain('Halaman 3 dari 3');
    expect(numbersOn(text).length).toBe(50);
  });
});
