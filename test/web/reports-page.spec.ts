import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { ReportBeat } from '../../src/report/document/report-beat.js';
import { Office } from '../api/office.js';
import { a1, coordinator, dinkes, during, smallCity } from '../api/small-city.js';
import { finish, judge, lead, submit } from '../api/work.js';
import { untilTrue } from '../engine/until.js';
import { pdfText } from '../notice/pdf-text.js';
import { cellAt, readWorkbook, Recomputed } from '../report/document/read-sheet.js';
import { Browser, redirect } from './browser.js';
import { OfficeDesk } from './office-desk.js';

const page = '/koordinator/kota-kecil/laporan';
const unknown = '00000000-0000-4000-8000-000000000000';

let office: Office;
let desk: OfficeDesk;
const people = new Map<string, Browser>();

/** DINKES verified at 3 and 2, DINSOS not reviewed at all. */
beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 11: 'DINKES', 5: 'DINSOS' });
  await office.moveTo(during.selfAssessment);
  await submit(office, 'DINKES', { 1: 4, 11: 2 });
  await submit(office, 'DINSOS', { 5: 2 });
  await office.moveTo(during.review);
  await judge(office, { by: a1, unit: 'DINKES', no: 1, level: 3 });
  await judge(office, { by: a1, unit: 'DINKES', no: 11, level: 2 });
  await office.done(a1, 'POST', '/finish', { phase: 'dokumen', unit: 'DINKES' });
  await office.moveTo(during.report);
  desk = await OfficeDesk.open(office, coordinator, page);
  for (const email of [coordinator, dinkes, 'head@dinkes.test', a1]) {
    const browser = new Browser(office.site);
    await browser.signInByLink(email);
    people.set(email, browser);
  }
});

afterAll(() => office.close());

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly format: string;
  readonly state: string;
  readonly progress: number;
  readonly attempts: number;
  readonly entries: number;
  readonly hash: string;
}

const db = () => office.site.app.get(DataSource);
const rows = () =>
  db().query<Row[]>(
    `SELECT d.id, kind, format, state, progress, attempts, entries, hash
     FROM report_document d JOIN report r ON r.id = d.report ORDER BY asked_at, kind, format`,
  );

async function made(kind: string, format: string): Promise<Row> {
  const find = async () =>
    (await rows()).find((each) => each.kind === kind && each.format === format);
  await untilTrue(`the ${format}`, async () => (await find())?.state === 'done');
  const row = await find();
  if (!row) throw new Error('it is gone');
  return row;
}

function get(email: string, path: string): Promise<Response> {
  const browser = people.get(email);
  if (!browser) throw new Error(`${email} is not signed in`);
  return browser.get(path);
}

const bytes = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());

describe('a report before the result is out', () => {
  it('is asked for on a page of its own, which says that it will be a draft', async () => {
    const { text } = await desk.get();

    expect(text).toContain('ditandai “DRAF – belum ditetapkan” pada setiap halaman');
    expect(text).toContain('Belum ada dokumen yang diminta.');
    expect(redirect(await desk.post('', { format: 'pdf' }))).toEqual([303, `${page}#dokumen`]);
  });

  it('is made, marked as a draft, of where the journal ends', async () => {
    const { id, entries, hash } = await made('draft', 'pdf');
    const { text } = await desk.get();
    const answer = await get(coordinator, `${page}/${id}`);

    expect(text).toContain(`<a href="${page}/${id}" download`);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toContain(
      `laporan-kota-kecil-draf-${entries}.pdf`,
    );
    const pages = await pdfText(await bytes(answer));
    expect(pages.every((each) => each.includes('DRAF – belum ditetapkan'))).toBe(true);
    expect(pages.at(-1)).toContain(hash);
    const [last] = await db().query<{ number: string; hash: string }[]>(
      `SELECT number, hash FROM journal WHERE cycle = 'kota-kecil' ORDER BY number DESC LIMIT 1`,
    );
    expect(last).toEqual({ number: String(entries), hash });
  });

  it('is the same one when it is asked for again', async () => {
    const before = await rows();

    await desk.post('', { format: 'pdf' });

    expect(await rows()).toEqual(before);
  });

  it('is for coordinators alone', async () => {
    const { id } = await made('draft', 'pdf');

    const statuses = await Promise.all(
      [dinkes, 'head@dinkes.test', a1].map(async (email) => [
        (await get(email, page)).status,
        (await get(email, `${page}/${id}`)).status,
        (await get(email, `/pimpinan/kota-kecil/laporan/${id}`)).status,
      ]),
    );

    expect(statuses).toEqual(statuses.map(() => [403, 404, 404]));
    expect((await get(coordinator, `${page}/${unknown}`)).status).toBe(404);
  });

  it('is not made in a format that nobody knows', async () => {
    const before = await rows();

    const { status } = await desk.post('', { format: 'docx' });

    expect([status, await rows()]).toEqual([400, before]);
  });
});

describe('the report of the result', () => {
  beforeAll(async () => {
    await finish(office, coordinator, 'laporan');
    await desk.post('', { format: 'pdf' });
    await desk.post('', { format: 'xlsx' });
  });

  it('rests on the place in the journal that was frozen with it', async () => {
    const { result } = await office.done<{
      result: { frozen: { journal: { entries: number; hash: string } } };
    }>(coordinator, 'GET', '/result');
    const { entries, hash } = await made('published', 'pdf');

    expect({ entries, hash }).toEqual(result.frozen.journal);
  });

  it('has a working sheet that comes to the published index', async () => {
    const { id, hash } = await made('published', 'xlsx');

    const book = readWorkbook(await bytes(await get(coordinator, `${page}/${id}`)));

    // 1.00 + 0.013 × 2 for indicator 1 at level 3, and 0.025 × 1 for indicator 11 at level 2.
    expect(cellAt(book, 'Ringkasan', 'B3')?.v).toBe(1.05);
    expect(Recomputed.of(book).at('Ringkasan', 'B3')).toBe(1.05);
    expect(cellAt(book, 'Jejak', 'B7')?.v).toBe(hash);
    const link = cellAt(book, 'Bukti dukung', 'E2')?.l?.Target ?? '';
    expect((await get(coordinator, new URL(link).pathname)).status).toBeLessThan(400);
  });

  it('is for heads of units too, from their desk, and for nobody else', async () => {
    const { id } = await made('published', 'pdf');
    const path = `/pimpinan/kota-kecil/laporan/${id}`;
    const text = await (await get('head@dinkes.test', '/pimpinan/kota-kecil')).text();

    expect(text).toContain(`<a href="${path}" download>Laporan (PDF)</a>`);
    const answer = await get('head@dinkes.test', path);
    expect(answer.headers.get('content-disposition')).toContain('laporan-kota-kecil.pdf');
    expect((await pdfText(await bytes(answer))).join(' ')).not.toContain('DRAF');
    expect((await get(dinkes, path)).status).toBe(404);
    expect((await get(a1, path)).status).toBe(404);
  });
});

describe('a document whose maker died', () => {
  const begun = (more: string, id: string) =>
    db().query(`UPDATE report_document SET file = NULL, done_at = NULL, ${more} WHERE id = $1`, [
      id,
    ]);
  const beat = (): void => {
    office.site.app.get(ReportBeat, { strict: false }).go();
  };

  it('is made by the next, the same to the byte', async () => {
    const { id } = await made('published', 'pdf');
    const before = await bytes(await get(coordinator, `${page}/${id}`));
    await begun(`state = 'running', progress = 30, claimed_until = now() - interval '1s'`, id);

    const { text } = await desk.get();
    beat();
    await made('published', 'pdf');

    expect(text).toContain('<progress max="100" value="30"');
    expect(text).toContain('hx-trigger="every 2s"');
    expect((await bytes(await get(coordinator, `${page}/${id}`))).equals(before)).toBe(true);
  });

  it('is left to who makes it, as long as they may be alive', async () => {
    const { id } = await made('published', 'xlsx');
    await begun(`state = 'running', claimed_until = now() + interval '1h'`, id);

    beat();
    await desk.post('', { format: 'pdf' });

    expect((await rows()).find((each) => each.id === id)?.state).toBe('running');
    await begun(`state = 'running', claimed_until = now() - interval '1s'`, id);
    beat();
    await made('published', 'xlsx');
  });

  it('has failed when it took down three, until somebody asks again', async () => {
    const { id } = await made('published', 'pdf');
    await begun(`state = 'running', attempts = 3, claimed_until = now() - interval '1s'`, id);

    beat();
    await untilTrue('the end', async () => (await rows()).some(({ state }) => state === 'failed'));
    const { text } = await desk.get();
    await desk.post('', { format: 'pdf' });

    expect(text).toContain('Dokumen tidak dapat dibuat.');
    expect(await made('published', 'pdf')).toMatchObject({ id, attempts: 1, progress: 100 });
  });
});
