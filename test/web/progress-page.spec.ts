import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { DataSource } from 'typeorm';
import { Office } from '../api/office.js';
import { coordinator, dinkes, during, smallCity } from '../api/small-city.js';
import { lead, submit, write } from '../api/work.js';
import { unit } from '../domain/people.js';
import { wib } from '../engine/city.js';
import { Browser } from './browser.js';

const page = '/koordinator/kota-kecil/kemajuan';
const head = 'head@dinkes.test';

let office: Office;
let boss: Browser;
let leader: Browser;

/** The self-assessment ends on Friday the 12th. DLH has sent its two answers, DINKES has one of four ready. */
beforeAll(async () => {
  const units = [unit('DINKES'), unit('DLH'), unit('=DINSOS', { name: '=HYPERLINK("x")' })];
  const assignments = [
    { assessor: 'A1', unit: 'DINKES' },
    { assessor: 'A2', unit: 'DLH' },
    { assessor: 'A2', unit: '=DINSOS' },
  ];
  office = await Office.open(smallCity({ units, assignments }), during.beginning);
  await office.moveTo(during.assignment);
  await lead(office, {
    ...{ 1: 'DINKES', 2: 'DINKES', 3: 'DINKES', 4: 'DINKES' },
    ...{ 5: 'DLH', 6: 'DLH', 7: '=DINSOS' },
  });
  await office.moveTo(during.selfAssessment);
  await submit(office, 'DLH', { 5: 2, 6: 2 });
  await write(office, { unit: 'DINKES', no: 1, level: 2 });
  await office.moveTo(wib('2025-09-11T10:00'));
  boss = await signedIn(coordinator);
  leader = await signedIn(head);
});

afterAll(() => office.close());

async function signedIn(email: string): Promise<Browser> {
  const browser = new Browser(office.site);
  await browser.signInByLink(email);
  return browser;
}

function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' .', '.');
}

async function csv(query: string): Promise<Record<string, string>[]> {
  const text = await boss.page(`${page}?${query}`);
  return parse<Record<string, string>>(text, { columns: true, bom: true });
}

describe('the page of progress', () => {
  it('says of each unit how it is likely to end, with the numbers that led to it', async () => {
    const text = textOf(await boss.page(page));

    expect(text).toContain(
      'DINKES Diperkirakan terlambat 3 jawaban tersisa; 1 siap dalam 3 hari kerja terakhir (0,3 per hari); perlu 9 hari kerja, tersisa 2',
    );
    expect(text).toContain('Belum mulai 1 jawaban tersisa; laju belum diketahui');
    expect(text).not.toContain('DLH Diperkirakan');
  });

  it('says how far a phase has come, in words and as a picture that tells the same', async () => {
    const html = await boss.page(page);

    const words = '2 dari 7 jawaban terkirim; 1 dari 3 tugas selesai; garis lurus: 5,6.';
    expect(textOf(html)).toContain(words);
    expect(html).toContain(`aria-label="mandiri: ${words}"`);
  });

  it('is there in English', async () => {
    const browser = await signedIn(coordinator);
    await browser.get('/bahasa/en');

    const text = textOf(await browser.page(page));
    expect(text).toContain('DINKES Likely late 3 answers left; 1 ready in the last 3 working days');
    expect(text).toContain('2 of 7 answers sent; 1 of 3 tasks finished; straight line: 5.6.');
  });

  it('is for heads as well, with the way there from their desk', async () => {
    const desk = await leader.page('/pimpinan/kota-kecil');

    expect(desk).toContain(`href="${page}"`);
    expect(textOf(await leader.page(page))).toContain('DINKES Diperkirakan terlambat');
  });
});

describe('what is exported of it', () => {
  it('is a CSV of the forecast, and one of the curve', async () => {
    const [forecast, curve] = [await csv('format=csv'), await csv('format=csv&isi=kurva')];

    expect(forecast[0]).toMatchObject({
      OPD: 'Dinas DINKES',
      Perkiraan: 'Diperkirakan terlambat',
      Tersisa: '3',
      Siap: '1',
      'Perlu (hari kerja)': '9',
      'Hari kerja tersisa': '2',
      Tenggat: '2025-09-12',
      Tahap: 'mandiri',
    });
    expect(curve.map((row) => [row.Tanggal, row.Jawaban, row['Tugas selesai']])).toEqual([
      ['2025-09-08', '0', '0'],
      ['2025-09-09', '2', '1'],
      ['2025-09-10', '2', '1'],
      ['2025-09-11', '2', '1'],
      ['2025-09-12', '', ''],
    ]);
  });

  it('is a workbook of both, in which a name is no formula', async () => {
    const bytes = await (await boss.get(`${page}?format=xlsx`)).arrayBuffer();
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes);

    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Kemajuan', 'Kurva']);
    const cells = workbook.worksheets[0]?.getColumn(1).values ?? [];
    expect(cells).toContain('=HYPERLINK("x")');
    expect((await csv('format=csv')).map(({ OPD }) => OPD)).toContain(`'=HYPERLINK("x")`);
  });

  it('is there for programs', async () => {
    interface Progress {
      readonly today: string;
      readonly curves: readonly { readonly phase: string; readonly sent: number }[];
      readonly forecast: readonly object[];
    }
    const { today, curves, forecast } = await office.done<Progress>(head, 'GET', '/progress');

    expect(today).toBe('2025-09-11');
    expect(curves).toMatchObject([{ phase: 'mandiri', total: 7, sent: 2 }]);
    expect(forecast[0]).toEqual({
      ...{ phase: 'mandiri', unit: 'DINKES', assessor: null, deadlineDate: '2025-09-12' },
      ...{ outlook: 'late', ready: 1, left: 3, needed: 9, daysLeft: 2 },
      pace: { basis: 'recent', answers: 1, days: 3 },
    });
    expect((await office.ask(dinkes, 'GET', '/progress')).status).toBe(403);
    expect((await office.ask('orang@lain.test', 'GET', '/progress')).status).toBe(404);
  });
});

describe('in a review', () => {
  it('coordinators see their assessors, and heads do not', async () => {
    await office.moveTo(during.review);
    const [mine, theirs] = [textOf(await boss.page(page)), textOf(await leader.page(page))];

    expect(mine).toMatch(/DLH Belum mulai 2 jawaban tersisa.* dokumen A2/);
    expect(theirs).not.toContain('A2');
    expect(theirs).toContain('Tidak ada tugas yang sedang berjalan untuk diperkirakan.');
    expect(mine).toContain('2 tugas sudah lewat tenggat');
    expect(theirs).toContain('2 tugas sudah lewat tenggat');
  });
});

// The last of them: nothing that moves by the journal can go on after it.
it('what the page asks a long journal for, an index answers', async () => {
  const db = office.site.app.get(DataSource);
  await db.query(`
    INSERT INTO journal (cycle, due, recorded, who, what, phase, facts, number, hash)
    SELECT 'kota-kecil', now(), now(), 'kota', 'answer-saved', 'mandiri', '{}', 100000 + n, ''
    FROM generate_series(1, 20000) n`);
  await db.query('ANALYZE journal');

  const plan = await db.query<Record<string, string>[]>(`
    EXPLAIN SELECT phase, what, recorded, count(*) FROM journal
    WHERE cycle = 'kota-kecil' AND phase IS NOT NULL
      AND (what IN ('answer', 'rescheduled') OR (what = 'task' AND "to" = 'finished'))
    GROUP BY phase, what, recorded`);

  expect(JSON.stringify(plan)).toContain('journal_progress');
});
