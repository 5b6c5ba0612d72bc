import 'reflect-metadata';
import { unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Office } from '../api/office.js';
import { a1, coordinator, dinkes, during, smallCity } from '../api/small-city.js';
import { pdf, storeFolder, upload } from '../api/uploading.js';
import { finish, judge, lead, link, sheet, words, write } from '../api/work.js';
import { zipEntries } from '../report/zip-entries.js';
import { Browser } from './browser.js';
import { OfficeDesk } from './office-desk.js';

const page = '/koordinator/kota-kecil/portal';
const first = '01_Tingkat Kematangan Kebijakan Internal Arsitektur SPBE Instansi Pusat-Pemerintah';
const lost = 'SK yang hilang.pdf';

let office: Office;
let desk: OfficeDesk;
let good: Buffer;

/** DINKES has sent 1 and 2, of which 2 came back and is being revised; DLH only has a draft of 3. */
beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 2: 'DINKES', 3: 'DLH' });
  await office.done(coordinator, 'PUT', '/indicators/45', { lead: 'DINSOS', title: 'SIAPEL' });
  await office.moveTo(during.selfAssessment);
  good = await pdf('utuh');
  await attach('SK: Tim SPBE?.pdf', good);
  await attach('sk- tim spbe-.PDF', await pdf('kedua'));
  await attach(lost, await pdf('hilang'));
  await attach('rusak.pdf', await pdf('rusak'));
  await write(office, { unit: 'DINKES', no: 1, level: 2 });
  await write(office, { unit: 'DINKES', no: 2, level: 2 });
  await say(2, { fact: '=1+1 yang diajukan', analysis: 'Analisis yang diajukan.' });
  await finish(office, dinkes, 'mandiri', 'DINKES');
  await write(office, { unit: 'DLH', no: 3, level: 2 });
  await office.moveTo(during.review);
  await judge(office, { by: a1, unit: 'DINKES', no: 1, level: 2 });
  await judge(office, { by: a1, unit: 'DINKES', no: 2, level: 1, finding: true });
  await note(1, 'Sudah sesuai.');
  await finish(office, a1, 'dokumen', 'DINKES');
  await office.moveTo(during.revision);
  await revise();
  await damage();
  desk = await OfficeDesk.open(office, coordinator, page);
});

afterAll(() => office.close());

/** A minute after the one before it. */
async function attach(name: string, content: Buffer): Promise<void> {
  await office.moveTo(office.now.add({ minutes: 1 }));
  await upload(office, { unit: 'DINKES', no: 1, level: 2, name, content });
}

async function say(no: number, text: object): Promise<void> {
  const { answer } = await sheet(office, dinkes, no);
  const body = { version: answer?.version ?? 0, level: answer?.level ?? '2', ...words, ...text };
  await office.done(dinkes, 'PUT', `/indicators/${no}/answer`, body);
}

async function note(no: number, text: string): Promise<void> {
  const { reviews } = await sheet(office, a1, no);
  const body = { version: reviews[0]?.item?.version ?? 0, level: '2', note: text, finding: false };
  await office.done(a1, 'PUT', `/reviews/dokumen/DINKES/indicators/${no}`, body);
}

/** Replaces the evidence and the words of 2, and sends nothing. */
async function revise(): Promise<void> {
  await say(2, { fact: 'Fakta yang belum diajukan.', analysis: 'Belum.' });
  const { evidence } = await sheet(office, dinkes, 2);
  const [piece] = evidence;
  const body = { name: 'Bukti baru', url: 'https://berkas.test/baru' };
  await office.done(dinkes, 'PUT', `/evidence/${piece?.id}/link`, body);
  await link(office, { unit: 'DINKES', no: 2, level: 3 });
}

/** Takes one file out of the store, and overwrites another. */
async function damage(): Promise<void> {
  const { evidence } = await sheet(office, coordinator, 1);
  const pathOf = (name: string): string => {
    const { attachment } = evidence.find((each) => each.attachment.name === name) ?? {};
    const sha256 = attachment?.kind === 'file' ? attachment.sha256 : '';
    return join(storeFolder(office), sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };
  await unlink(pathOf(lost));
  await writeFile(pathOf('rusak.pdf'), 'bukan isinya');
}

async function pack(query = ''): Promise<Map<string, Buffer>> {
  const answer = await desk.browser.get(`${page}/berkas${query}`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  return zipEntries(Buffer.from(await answer.arrayBuffer()));
}

function textIn(files: Map<string, Buffer>, path: string): string {
  return (files.get(path) ?? Buffer.alloc(0)).toString();
}

describe('the pack for the portal, as one file', () => {
  it('has a folder for each indicator, with its answer and its evidence by names that any system takes', async () => {
    const files = await pack('?opd=DINKES');

    expect([...files.keys()].filter((path) => path.startsWith('01_'))).toEqual(
      [
        'A1-I1_SK- Tim SPBE-_2025.pdf',
        'A1-I1_sk- tim spbe-_2025-2.pdf',
        'A1-I1_rusak_2025.pdf',
        'A1-I1_Jawaban_2025.txt',
      ].map((name) => `${first}/${name}`),
    );
    expect(files.get(`${first}/A1-I1_SK- Tim SPBE-_2025.pdf`)?.equals(good)).toBe(true);
  });

  it('names what the store has lost or damaged, and holds everything else', async () => {
    const files = await pack();

    expect(textIn(files, 'BERKAS-HILANG.txt')).toBe(
      `${first}/A1-I1_SK yang hilang_2025.pdf (asal: ${lost}): HILANG: berkas tidak dapat dibaca dari penyimpanan\r\n` +
        `${first}/A1-I1_rusak_2025.pdf (asal: rusak.pdf): RUSAK: isi berkas di penyimpanan tidak utuh\r\n`,
    );
    const index = textIn(files, 'daftar.csv').split('\r\n');
    expect(index.find((line) => line.includes(lost))).toMatch(/,HILANG: [^,]+$/);
    expect(index.find((line) => line.includes('Bukti level 2'))).toMatch(/,tautan$/);
    expect([...files.keys()].filter((path) => /Jawaban/.test(path))).toHaveLength(47);
  });

  it('says of an answer what it claims, what was verified, and what was said of it', async () => {
    const text = textIn(await pack(), `${first}/A1-I1_Jawaban_2025.txt`).replaceAll('\r\n', '\n');

    expect(text).toContain('INDIKATOR 1 (D1 A1 ID-1)\nNama: Tingkat Kematangan');
    expect(text).toContain('Aspek: A1 Kebijakan Internal Tata Kelola SPBE\n');
    expect(text).toContain('Penanggung jawab: Dinas DINKES\nKeadaan: diajukan\n');
    expect(text).toContain('Tingkat klaim: 2\nTingkat terverifikasi: 2\n');
    expect(text).toContain(`\nFAKTA\n${words.fact}\n\nANALISIS\n${words.analysis}\n`);
    expect(text).toContain('1. A1-I1_SK- Tim SPBE-_2025.pdf (tingkat 2; asal: SK');
    expect(text).toContain(
      'CATATAN ASESOR\nBapak a1@asesor.test, dokumen, tingkat 2: Sudah sesuai.',
    );
  });

  it('shows an answer that is being revised as it was sent last, with the evidence of then', async () => {
    const files = await pack('?opd=DINKES&domain=D1');
    const [path = ''] = [...files.keys()].filter((each) => each.startsWith('02_'));
    const text = textIn(files, path).replaceAll('\r\n', '\n');

    expect(text).toContain('\nFAKTA\n=1+1 yang diajukan\n\nANALISIS\nAnalisis yang diajukan.\n');
    expect(text).toContain(
      'BUKTI DUKUNG\n1. Bukti level 2 (tingkat 2; https://berkas.test/2; revisi',
    );
    expect(text).not.toMatch(/belum diajukan|Bukti baru|Bukti level 3/);
  });

  it('holds nothing of what nobody has sent', async () => {
    const files = await pack('?opd=DLH');
    const [path = '', ...more] = [...files.keys()];

    expect(more).toEqual(['daftar.csv', 'daftar.xlsx']);
    expect(textIn(files, path)).toContain('Keadaan: belum diajukan\r\nTingkat klaim: –');
    expect(textIn(files, path)).not.toContain(words.fact);
    expect(textIn(files, path)).not.toContain('berkas.test');
  });

  it('is the same to the byte as long as nothing changes', async () => {
    const ask = async (): Promise<Buffer> =>
      Buffer.from(await (await desk.browser.get(`${page}/berkas?opd=DINKES`)).arrayBuffer());

    expect((await ask()).equals(await ask())).toBe(true);
  });
});

describe('the page of the portal pack', () => {
  it('shows every indicator in the order of the instrument, to be copied', async () => {
    const { text } = await desk.get();

    const shown = [...text.matchAll(/<section id="indikator-(\d+)">/g)].map(([, no]) => Number(no));
    expect(shown).toEqual(Array.from({ length: 47 }, (_, index) => index + 1));
    expect(text).toContain('<h2>45. <bdi>SIAPEL</bdi></h2>');
    expect(text).toContain(`<textarea id="fakta-1" rows="4" readonly>${words.fact}</textarea>`);
    expect(text).toMatch(/<button type="button" class="quiet" hidden data-copies="fakta-1"/);
    expect(text).toContain('=1+1 yang diajukan</textarea>');
    expect(text).not.toContain('Fakta yang belum diajukan.');
  });

  it('leads to the files themselves, by the names that the portal wants', async () => {
    const { text } = await desk.get('?opd=DINKES');

    const [, path = ''] = /href="([^"]+)" download="A1-I1_SK- Tim SPBE-_2025.pdf"/.exec(text) ?? [];
    const answer = await desk.browser.get(path);
    expect(Buffer.from(await answer.arrayBuffer()).equals(good)).toBe(true);
  });

  it.each([
    ['?domain=D4', Array.from({ length: 16 }, (_, index) => index + 32)],
    ['?opd=DINKES', [1, 2]],
    ['?domain=D4&opd=DINSOS', [45]],
    ['?opd=TIDAK-ADA', []],
  ])('shows only what is asked for: %s', async (query, wanted) => {
    const { text } = await desk.get(query);

    const shown = [...text.matchAll(/<section id="indikator-(\d+)">/g)].map(([, no]) => Number(no));
    expect(shown).toEqual(wanted);
    expect(text).toContain(`href="${page}/berkas${query.replace('&', '&amp;')}" download`);
  });

  it('is for coordinators of the cycle only', async () => {
    const admin = await Browser.of(office.site, dinkes);

    expect((await admin.get(page)).status).toBe(403);
    expect((await admin.get(`${page}/berkas`)).status).toBe(403);
    expect((await desk.browser.get('/koordinator/kota-lain/portal')).status).toBe(404);
    expect((await desk.browser.get('/koordinator/kota-lain/portal/berkas')).status).toBe(404);
  });
});
