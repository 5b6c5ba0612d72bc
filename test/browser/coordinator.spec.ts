import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { coordinator, during } from '../api/small-city.js';
import { submit } from '../api/work.js';
import { cycle, narrow, overflow, Town, wide } from './town.js';

const office = `/koordinator/${cycle}`;

const csv = { name: 'penugasan.csv', mimeType: 'text/csv' };

let town: Town;

/** DINKES and DLH have sent their answers; for the others it is too late. */
beforeAll(async () => {
  town = await Town.open(during.selfAssessment);
  await submit(town.office, 'DINKES', { 1: 3, 2: 2 });
  await submit(town.office, 'DLH', { 3: 2 });
  await town.office.moveTo(during.review);
});

afterAll(() => town.close());

/** What stands in the first column. */
function rows(page: Page): Promise<string[]> {
  return page.getByRole('rowheader').allInnerTexts();
}

describe.each([
  { no: 21, how: 'at a desk', way: { viewport: wide } },
  { no: 22, how: 'on a phone', way: { viewport: narrow } },
  {
    ...{ no: 23, how: 'on a phone without script' },
    way: { viewport: narrow, javaScriptEnabled: false },
  },
])('the coordinator, $how', ({ no, way }) => {
  let page: Page;

  beforeAll(async () => {
    page = await town.visit(coordinator, way);
    await page.goto(office);
  });

  it('sees the year as a picture that can be read out', async () => {
    const picture = page.getByRole('img', { name: 'Garis waktu siklus' });

    expect(await picture.locator('desc').textContent()).toContain(
      'mandiri: Senin, 8 September 2025 sampai Jumat, 12 September 2025.',
    );
    expect(await picture.locator('rect.open').count()).toBe(1);
    expect(await picture.getByText('hari ini').count()).toBe(1);
    expect(await overflow(page)).toEqual([0, 0]);
  });

  it('sees who is late', async () => {
    const late = page.locator('ul.late').getByRole('listitem');

    const texts = await late.filter({ hasText: 'mandiri' }).allInnerTexts();
    expect(texts.map((text) => text.split('\n')[0]?.trim())).toEqual(
      ['DINDIK', 'DINSOS'].map(
        (unit) => `mandiri · Dinas ${unit}: tenggat Jumat, 12 September 2025 (terlambat 4 hari)`,
      ),
    );
  });

  it('notes that somebody was reminded', async () => {
    const item = page.locator('ul.late').getByRole('listitem').filter({ hasText: 'Dinas DINDIK' });
    const first = item.filter({ hasText: 'mandiri' });

    await first.getByRole('button', { name: 'Catat bahwa sudah diingatkan' }).click();
    await page.waitForURL('**#terlambat');

    await first.getByText(`Terakhir diingatkan oleh ${coordinator}`).waitFor();
    expect(await first.getByRole('link', { name: /WhatsApp/ }).getAttribute('href')).toMatch(
      /^https:\/\/wa\.me\/\?text=Yth/,
    );
  });

  it('sorts the table by a heading, both ways, and searches it', async () => {
    const units = page.getByRole('columnheader', { name: 'OPD' });

    await units.getByRole('link').click();
    await page.waitForURL('**?urut=opd');
    const up = [await rows(page), await units.getAttribute('aria-sort')];
    await units.getByRole('link').click();
    await page.waitForURL('**?urut=-opd');
    const down = [await rows(page), await units.getAttribute('aria-sort')];
    await page.getByLabel('Cari').fill('dind');
    await page.getByRole('button', { name: 'Cari' }).click();
    await page.waitForURL('**?cari=dind*');

    const names = ['Dinas DINDIK', 'Dinas DINKES', 'Dinas DINSOS', 'Dinas DLH'];
    expect(up).toEqual([names, 'ascending']);
    expect(down).toEqual([names.toReversed(), 'descending']);
    expect(await rows(page)).toEqual(['Dinas DINDIK']);
  });

  it('takes what is shown as a CSV', async () => {
    await page.goto(`${office}?urut=opd&cari=dl`);

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Unduh CSV' }).click(),
    ]);

    expect(file.suggestedFilename()).toBe(`${cycle}.csv`);
    expect(await readFile(await file.path(), 'utf8')).toMatch(
      /^\ufeffOPD,Indikator,Terkirim,Kurang,Tugas berjalan\r\nDinas DLH,1,1,0,.*\r\n$/,
    );
  });

  it.each([
    { link: 'Indikator', holds: /^1 Tingkat.*Dinas DINKES.*Terkirim/ },
    { link: 'Matriks', holds: /^DINKES P P/ },
    { link: 'Surel', holds: /2025 pukul 08\.00 WIB .*@.*terkirim/ },
    { link: 'Jurnal', holds: /^\d+ .* pukul / },
  ])('reads $link', async ({ link, holds }) => {
    await page
      .getByRole('navigation', { name: 'Meja kerja' })
      .getByRole('link', { name: link })
      .click();
    await page.getByRole('heading', { level: 1, name: link }).waitFor();
    const texts = await page.locator('tbody tr').allInnerTexts();

    expect(texts.filter((text) => holds.test(text.replace(/\s+/g, ' '))).length).toBeGreaterThan(0);
    expect(await overflow(page)).toEqual([0, 0]);
  });

  it('mends a file of assignments, looks at what it changes, and applies it', async () => {
    const header = 'Indikator,OPD penanggung jawab,OPD pendukung\n';
    const choose = async (row: string) => {
      const buffer = Buffer.from(`${header}${row}\n`);
      await page.getByLabel('Berkas XLSX').setInputFiles({ ...csv, buffer });
      await page.getByRole('button', { name: 'Lihat perubahan' }).click();
    };
    await page.goto(`${office}/penugasan`);

    await choose(`${no},ENTAH,`);
    const wrong = page.getByRole('region', { name: 'Yang perlu diperbaiki' });
    const problem = await wrong.locator('tbody tr').innerText();
    const fits = await overflow(page);
    await choose(`${no},DINDIK,`);
    await page.getByText('1 penugasan akan ditambahkan').waitFor();
    const change = await page.getByRole('region', { name: 'Perubahan' }).innerText();
    await page.getByRole('button', { name: 'Terapkan' }).click();
    await page.getByRole('status').filter({ hasText: 'telah diterapkan' }).waitFor();

    expect(problem).toMatch(/^penugasan.csv\s+2\s+OPD penanggung jawab/);
    expect(change).toMatch(new RegExp(`Indikator ${no}\\s.*Ditambahkan.*Dinas DINDIK`, 's'));
    expect(await page.getByRole('rowheader', { name: `${no}.` }).count()).toBe(1);
    expect([...fits, ...(await overflow(page))]).toEqual([0, 0, 0, 0]);
  });

  it('mends a file of people, looks at whom it mails, and applies it', async () => {
    const header = 'Kode OPD,Nama OPD,Nama admin,Surel admin\n';
    const choose = async (row: string) => {
      const buffer = Buffer.from(`${header}${row}\n`);
      const file = { ...csv, name: 'peserta.csv', buffer };
      await page.getByLabel('Berkas XLSX').setInputFiles(file);
      await page.getByRole('button', { name: 'Lihat perubahan' }).click();
    };
    await page.goto(`${office}/orang`);

    await choose(`BARU-${no},Dinas Baru,Bu Ani,bukan surel`);
    const wrong = page.getByRole('region', { name: 'Yang perlu diperbaiki' });
    const problem = await wrong.locator('tbody tr').innerText();
    await choose(`BARU-${no},Dinas Baru,Bu Ani,ani@baru-${no}.test`);
    await page.getByText('1 OPD ditambahkan').waitFor();
    const change = await page.getByRole('region', { name: 'Perubahan' }).innerText();
    const fits = await overflow(page);
    await page.getByRole('button', { name: 'Terapkan' }).click();
    await page.getByRole('status').filter({ hasText: 'telah diterapkan' }).waitFor();

    expect(problem).toMatch(/^peserta.csv\s+2\s+Surel admin/);
    expect(change).toMatch(new RegExp(`BARU-${no}\\s.*Ditambahkan.*Dinas Baru`, 's'));
    expect(await page.getByRole('rowheader', { name: `BARU-${no}` }).count()).toBe(1);
    expect([...fits, ...(await overflow(page))]).toEqual([0, 0, 0, 0]);
  });

  it('retires a unit after a look at what comes of it', async () => {
    await page.goto(`${office}/orang`);

    await page.getByRole('link', { name: `BARU-${no}` }).click();
    await page.getByRole('link', { name: 'Hentikan OPD ini' }).click();
    await page.getByText(`BARU-${no} dihentikan`).waitFor();
    const fits = await overflow(page);
    await page.getByRole('button', { name: 'Hentikan OPD' }).click();
    await page.getByRole('status').filter({ hasText: 'telah dihentikan' }).waitFor();

    const retired = page.getByRole('row').filter({ hasText: `BARU-${no}` });
    expect(await retired.innerText()).toContain('dihentikan');
    expect(fits).toEqual([0, 0]);
  });

  it('reads all of it in English, and in Indonesian again', async () => {
    await page.goto(office);
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Late' }).waitFor();
    const english = [page.url(), await page.locator('html').getAttribute('lang')];
    const untranslated = await page.getByText(/Terlambat|tenggat|sampai|Garis waktu/).count();

    await page.getByRole('link', { name: 'Bahasa Indonesia' }).click();
    await page.getByRole('heading', { name: 'Terlambat' }).waitFor();

    expect(english).toEqual([`${town.office.site.url}${office}`, 'en']);
    expect(untranslated).toBe(0);
    expect(await page.locator('html').getAttribute('lang')).toBe('id');
  });
});
