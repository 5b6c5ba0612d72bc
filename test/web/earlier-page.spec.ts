import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadInstrument } from '../../src/assessment/instrument-file.js';
import { Office } from '../api/office.js';
import { coordinator, during, smallCity } from '../api/small-city.js';
import { changingNothing } from '../api/tables.js';
import { csvOf, workbookOfLevels } from '../assessment/levels.js';
import { shipped } from '../config/office.js';
import { Browser, hiddenIn, redirect } from './browser.js';
import { row, said, type Said } from './office-desk.js';

const page = '/koordinator/kota-kecil/tahun-lalu';
const spbe = loadInstrument(shipped, 'spbe-2020');
const pemdi = loadInstrument(shipped, 'pemdi-2026');
const stated = { year: '2024', instrument: 'spbe-2020', index: '3,00', predikat: 'Baik' };
const harm = '"><script>alert(1)</script>';

let office: Office;
let browser: Browser;
let proof: string;

beforeAll(async () => {
  const city = smallCity();
  const history = [{ year: 2024, instrument: 'spbe-2020', index: '3.76' }];
  office = await Office.open({ ...city, plan: { ...city.plan, history } }, during.assignment);
  browser = await Browser.of(office.site, coordinator);
  proof = await browser.proof();
});

afterAll(() => office.close());

async function send(
  path: string,
  fields: Readonly<Record<string, string>>,
  file?: { name: string; content: Buffer },
): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  if (file) body.set('file', new Blob([new Uint8Array(file.content)]), file.name);
  const headers = { origin: office.site.url };
  return browser.request(`${page}${path}?_csrf=${proof}`, { method: 'POST', body, headers });
}

async function preview(
  fields: Partial<typeof stated> = {},
  content = csvOf(spbe, () => '3'),
  name = 'hasil.csv',
): Promise<Said> {
  return said(await send('/pratinjau', { ...stated, ...fields }, { name, content }));
}

function take({ text }: Said, reasons: Record<string, string> = {}): Promise<Response> {
  return send('/simpan', { ...hiddenIn(text), ...reasons });
}

describe('the page of earlier years', () => {
  it('offers a template for each instrument, and says that nothing is there yet', async () => {
    const { text } = await said(await browser.get(page));
    const template = await browser.get(`${page}/templat?instrumen=pemdi-2026`);
    const unknown = await browser.get(`${page}/templat?instrumen=../cycles/spbe-2025`);

    expect(text).toContain('Belum ada tahun yang diimpor.');
    expect(text).toContain(`href="${page}/templat?instrumen=spbe-2020"`);
    expect(template.headers.get('content-disposition')).toContain('hasil-pemdi-2026.xlsx');
    expect(unknown.status).toBe(404);
  });

  it('says beside each field what is wrong with it, and keeps what was typed', async () => {
    const answer = await changingNothing(office, () =>
      preview({ year: harm.slice(0, 10), index: '9', predikat: 'Hebat' }),
    );

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Tuliskan tahun dengan empat angka');
    expect(answer.text).toContain('Tuliskan indeks dari 1,00 sampai 5,00.');
    expect(answer.text).toContain('Pilih predikat yang ada dalam instrumen itu.');
    expect(answer.text).toMatch(/<option value="spbe-2020" selected>/);
    expect(answer.text).toContain('value="9"');
    expect(answer.text).not.toContain('"><script');
  });

  it('asks for the file that was forgotten', async () => {
    const answer = await said(await send('/pratinjau', stated));

    expect([answer.status, answer.text.includes('Pilih berkasnya.')]).toEqual([422, true]);
  });

  it('names sheet, row, column and remedy of what is wrong in the file, and keeps the form', async () => {
    const content = await workbookOfLevels(spbe, (no) => (no === 5 ? 1e308 : 3));

    const answer = await changingNothing(office, () => preview({}, content, `${harm}.xlsx`));

    expect(answer.status).toBe(422);
    expect(row(answer.text, 'Hasil 6')).toBe(
      'Hasil 6 Tingkat terverifikasi Seharusnya bilangan bulat dari 1 sampai 5, yang tertulis "1e+308"'.replaceAll(
        '"',
        '&quot;',
      ),
    );
    expect(answer.text).toContain('value="2024"');
    expect(answer.text).not.toContain('"><script');
  });

  it('shows where the levels come to something else, and takes it with a reason only', async () => {
    const shown = await changingNothing(office, () =>
      preview({ index: '3.70', predikat: 'Memuaskan' }),
    );

    const silent = await said(await take(shown, { differs: '  ' }));
    const taken = await take(shown, { differs: 'Pembulatan kementerian' });

    expect(shown.text).toContain('tetapi tingkat dalam tabel menghasilkan 3,00');
    expect(shown.text).toContain('menurut ambang instrumen indeks itu Sangat Baik');
    expect([silent.status, silent.text.includes('Alasan wajib diisi.')]).toEqual([422, true]);
    expect(redirect(taken)).toEqual([303, `${page}?selesai=impor`]);
    const { text } = await said(await browser.get(`${page}?selesai=impor`));
    expect(text).toContain('Hasil sudah disimpan.');
    expect(row(text, '2024')).toMatch(/3,70 Memuaskan 3,00 .* hasil\.csv utuh/);
  });

  it('replaces a year with a reason only, and not what was shown before somebody else did', async () => {
    const stale = await preview();
    const shown = await preview();
    const silent = await said(await take(shown));
    const taken = await take(shown, { replaces: `Tabel salah ${harm}` });
    const late = await said(await take(stale, { replaces: 'Lagi' }));

    expect(shown.text).toContain('Tahun 2024 sudah diimpor pada');
    expect([silent.status, taken.status, late.status]).toEqual([422, 303, 409]);
    expect(late.text).toContain('Ada yang berubah sejak ditampilkan.');
    const { text } = await said(await browser.get(`${page}/hasil/2024`));
    expect(text).toContain('Alasan penggantian');
    expect(text).toContain('utuh: sama dengan yang dicatat jurnal');
    expect(text).not.toContain('"><script');
  });

  it('has no page for a year that was not imported', async () => {
    const answers = await Promise.all([
      browser.get(`${page}/hasil/2023`),
      browser.get(`${page}/hasil/x`),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 400]);
  });
});

describe('the page of the trend', () => {
  beforeAll(async () => {
    const lower = csvOf(spbe, (no) => (no === 12 ? '5' : no === 3 ? '2' : '3'));
    await take(await preview({ year: '2023', index: '3,04' }, lower));
    const other = csvOf(pemdi, () => '2');
    await take(
      await preview(
        { year: '2022', instrument: 'pemdi-2026', index: '2.00', predikat: 'Cukup' },
        other,
      ),
    );
  });

  const trend = async (path = '') => said(await browser.get(`/koordinator/kota-kecil/tren${path}`));

  it('tells rises and falls by words, the biggest first where that is asked for', async () => {
    const { text } = await trend('?urut=perubahan');

    const rows = text.split('<tr>').map((each) => each.replace(/(<[^>]*>|\s)+/g, ' ').trim());
    const changed = rows.filter((each) => /^\d+ Tingkat Kematangan.*(naik|turun)/.test(each));
    expect(changed[0]).toMatch(/^12 Tingkat Kematangan Peta Rencana .* 5 3 ▼ turun 2,00/);
    expect(changed[1]).toMatch(/^3 .* 2 3 ▲ naik 1,00/);
    expect(text).toMatch(/Penurunan terbesar.*12\. Tingkat Kematangan Peta Rencana/);
  });

  it('stands apart where the instrument changes, and says where the index comes from', async () => {
    const { text } = await trend();

    expect(text).toContain('Instrumen berganti pada 2023');
    expect(text).toContain('selisihnya tidak dihitung');
    expect(text).toContain('berkas siklus mencatat 3,76; yang dipakai hasil impor');
    expect(text).toContain('Kebijakan SPBE. 2023: 2,90; 2024: 3,00');
  });

  it('is the same as CSV, one figure a line', async () => {
    const response = await browser.get('/koordinator/kota-kecil/tren?format=csv');
    const lines = (await response.text()).split('\r\n');

    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(lines[0]).toBe('Instrumen,Jenis,Kode,Nama,Tahun,Nilai,Perubahan');
    expect(lines).toContain('spbe-2020,Indeks,,,2024,"3,00",-0.04');
    expect(lines.filter((line) => line.startsWith('pemdi-2026,Indikator'))).toHaveLength(20);
    expect(lines.filter((line) => /^pemdi-2026,.*[^,]$/.test(line))).toEqual([]);
  });
});
