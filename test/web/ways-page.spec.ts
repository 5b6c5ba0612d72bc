import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { claimedCity } from '../api/claimed-city.js';
import type { Office } from '../api/office.js';
import { coordinator } from '../api/small-city.js';
import { Browser, hiddenIn } from './browser.js';
import { row, said, type Said } from './office-desk.js';

const path = '/koordinator/kota-kecil/jalan-ke-target';
const whatIf = '/koordinator/kota-kecil/andaikan';

let office: Office;
let browser: Browser;
let leader: Browser;

beforeAll(async () => {
  office = await claimedCity();
  browser = await Browser.of(office.site, coordinator);
  leader = await Browser.of(office.site, 'head@dinkes.test');
});

afterAll(() => office.close());

beforeEach(async () => {
  await office.site.app.get(DataSource).query('DELETE FROM indicator_effort');
});

async function ask(query: string, who = browser): Promise<Said> {
  return said(await who.get(`${path}${query}`));
}

/** The headings of the ways, with what each comes to. */
function ways({ text }: Said): string[] {
  const sections = text.split('<section>').filter((each) => each.includes(`${whatIf}?dasar`));
  return sections.slice(1).map((each) => {
    const [, title = '', comes = ''] = /<h2>(.*?)<\/h2>\s*<p>(.*?)<\/p>/.exec(each) ?? [];
    return `${title}: ${comes}`.replace(/(<[^>]*>|\s)+/g, ' ').trim();
  });
}

async function weigh(fields: Record<string, string>, who = browser): Promise<Response> {
  return who.post(`${path}/bobot`, { ...fields, _csrf: await who.proof() });
}

async function stored(): Promise<unknown> {
  return office.site.app
    .get(DataSource)
    .query(
      'SELECT indicator, effort, highest FROM indicator_effort WHERE effort > 1 OR highest < 5',
    );
}

describe('the way to a target', () => {
  it('is the least that reaches an index, with the unit that leads it, and can be tried out', async () => {
    const page = await ask('?tujuan=angka&angka=1,18');

    // 1.116, and 0.06 more.
    expect(ways(page)).toEqual([
      'Upaya paling kecil · Indikator paling sedikit · OPD paling sedikit: ' +
        'Menjadi 1,18, Kurang · upaya 2, 1 indikator, 1 OPD',
      'Lewat aspek lain: Menjadi 1,20, Kurang · upaya 3, 1 indikator, 1 OPD',
      'Lewat aspek lain: Menjadi 1,19, Kurang · upaya 3, 1 indikator, 1 OPD',
    ]);
    expect(row(page.text, '43.')).toMatch(/^43\. .* 1 → 3 2 \+0,0600 Dinas DLH$/);
    expect(page.text).toContain(
      `<a href="${whatIf}?dasar=jikaSemuaKlaimDiterima&amp;tingkat-43=3">Coba di simulasi</a>`,
    );
    expect((await said(await browser.get(`${whatIf}?tingkat-43=3`))).text).toContain(
      '<strong>1,18</strong>',
    );
  });

  it('leads to the target of the cycle, or to the next predikat', async () => {
    const toTarget = await ask('');
    const toPredikat = await ask('?tujuan=predikat');

    expect(ways(toTarget)[0]).toMatch(/: Menjadi 4,00, Sangat Baik · upaya 1\d\d,/);
    expect(ways(toPredikat)[0]).toMatch(/: Menjadi 1,80, Cukup · upaya 2\d,/);
    expect(toTarget.text).toContain('Target siklus, 4,00');
    expect(toTarget.text).toContain('Predikat berikutnya, Cukup mulai 1,80');
  });

  it('begins from another basis', async () => {
    const { text } = await ask('?dasar=terverifikasi&tujuan=angka&angka=1,03');

    expect(text).toContain('Indeks sekarang 1,00, Kurang.');
    expect(row(text, '42.')).toMatch(/ 1 → 2 1 \+0,0300 Dinas DINKES$/);
  });

  it('asks for nothing when the index is there already', async () => {
    const page = await ask('?tujuan=angka&angka=1,12');

    expect(page.text).toContain('Indeks 1,12 sudah tercapai.');
    expect(ways(page)).toEqual([]);
  });

  it.each(['0,99', '5,01', 'x', '4,123', '-1'])(
    'says beside the field that %j is no index, and keeps it',
    async (typed) => {
      const page = await ask(`?tujuan=angka&angka=${encodeURIComponent(typed)}`);

      expect(page.status).toBe(422);
      expect(page.text).toContain('id="angka-error">Tulislah indeks dari 1,00 sampai 5,00');
      expect(page.text).toContain(`value="${typed}"`);
    },
  );

  it('is for leaders to read, who set no weights', async () => {
    const page = await ask('', leader);

    expect(ways(page).length).toBeGreaterThan(1);
    expect(page.text).not.toContain('Simpan bobot');
    expect((await weigh({ 'upaya-1': '2' }, leader)).status).toBe(403);
    expect(await stored()).toEqual([]);
    expect(await leader.page('/pimpinan/kota-kecil')).toContain(`href="${path}"`);
  });
});

describe('the weights of effort', () => {
  it('turn the way elsewhere, and come back with the goal', async () => {
    const hidden = hiddenIn((await ask('?tujuan=angka&angka=1,18')).text);
    const answer = await weigh({ ...hidden, 'upaya-43': '9', 'batas-44': '1', 'batas-45': '2' });
    const { text } = await said(await browser.get(answer.headers.get('location') ?? ''));

    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `${path}?dasar=jikaSemuaKlaimDiterima&tujuan=angka&angka=1%2C18&disimpan`,
    ]);
    expect(await stored()).toEqual([
      { indicator: 43, effort: 9, highest: 5 },
      { indicator: 44, effort: 1, highest: 1 },
      { indicator: 45, effort: 1, highest: 2 },
    ]);
    expect(text).toContain('Bobot upaya sudah disimpan.');
    expect(row(text, '43.')).toBeUndefined();
    expect(row(text, '46.')).toMatch(/ 1 → 3 2 \+0,0600 belum ada penanggung jawab$/);
    expect(text).toMatch(/name="upaya-43".*?<option value="9" selected>/);
  });

  it('that hold everything back leave the most that can be reached', async () => {
    const all = Array.from({ length: 47 }, (_, index) => [`batas-${index + 1}`, '1']);
    await weigh({ ...(Object.fromEntries(all) as Record<string, string>), 'batas-43': '2' });

    const { text } = await ask('');

    expect(text).toContain(
      'Indeks 4,00 tidak dapat dicapai. Dengan semua yang boleh dinaikkan, indeks paling tinggi 1,15 (Kurang).',
    );
  });

  it.each([
    { 'upaya-1': '0' },
    { 'upaya-1': '11' },
    { 'upaya-1': '1.5' },
    { 'batas-1': '6' },
    { 'batas-1': 'x' },
  ])('are not taken as %j', async (fields) => {
    const answer = await said(await weigh(fields));

    expect([answer.status, answer.text.includes('Bobot belum disimpan')]).toEqual([422, true]);
    expect(await stored()).toEqual([]);
  });
});
