import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EarlierResults } from '../../src/assessment/earlier/earlier-results.service.js';
import { loadInstrument } from '../../src/assessment/instrument-file.js';
import { Targets } from '../../src/assessment/target/targets.service.js';
import { CycleService } from '../../src/cycle/cycle.service.js';
import { csvOf } from '../assessment/levels.js';
import { shipped } from '../config/office.js';
import { Browser } from '../web/browser.js';
import { Office } from './office.js';
import { a1, coordinator, during, smallCity } from './small-city.js';
import { finish, judge, lead, submit } from './work.js';

let office: Office;

/** The cycle of last year has published; years before it were imported into both. */
beforeAll(async () => {
  const city = smallCity();
  const history = [{ year: 2024, cycle: 'tahun-lalu' }];
  office = await Office.open({ ...city, plan: { ...city.plan, history } }, during.beginning);
  const cycles = office.site.app.get(CycleService, { strict: false });
  await cycles.load(smallCity({}, 'tahun-lalu'), 'uji');
  await importYear('tahun-lalu', 2022, '4');
  await importYear('tahun-lalu', 2023, '4');
  await importYear('kota-kecil', 2023, '3');
  await importYear('kota-kecil', 2021, '2.5', 'pemdi-2026');
  // Before the cycle of that year had published, somebody brought its result in.
  await importYear('kota-kecil', 2024, '5');
  await published(office.about('tahun-lalu'));
});

afterAll(() => office.close());

async function importYear(
  cycle: string,
  year: number,
  level: string,
  instrument = 'spbe-2020',
): Promise<void> {
  const file = {
    name: 'hasil.csv',
    bytes: csvOf(loadInstrument(shipped, instrument), () => level),
  };
  const form = { year: String(year), instrument, index: '3.00', predikat: 'Baik' };
  const consent = { differs: 'Menurut keputusan.', replaces: '' };
  const earlier = office.site.app.get(EarlierResults, { strict: false });
  await earlier.takeAs(cycle, 'uji', { form, file, consent });
}

async function published(before: Office): Promise<void> {
  await office.moveTo(during.assignment);
  await lead(before, { 1: 'DINKES' });
  await office.moveTo(during.selfAssessment);
  await submit(before, 'DINKES', { 1: 3 });
  await office.moveTo(during.review);
  await judge(before, { by: a1, unit: 'DINKES', no: 1, level: 2 });
  await before.done(a1, 'POST', '/finish', { phase: 'dokumen', unit: 'DINKES' });
  await office.moveTo(during.report);
  await finish(before, coordinator, 'laporan');
}

describe('what if, from an earlier year', () => {
  it('begins from what was published or imported, of the same instrument', async () => {
    const targets = office.site.app.get(Targets, { strict: false });

    const { bases } = await targets.prospect('kota-kecil', coordinator);

    expect(bases.map(({ code, year, levels }) => [code, year, levels['1'] ?? null])).toEqual([
      ['jikaSemuaKlaimDiterima', null, null],
      ['terverifikasi', null, null],
      ['klaim', null, null],
      ['tahun-lalu', 2024, '2'],
      ['spbe-2023', 2023, '3'],
      ['spbe-2022', 2022, '4'],
    ]);
  });

  it.each([
    // 1 and 0.013 for indicator 1, which has gone one level up; 0.12 for 43.
    { basis: 'tahun-lalu', before: '1.01', after: '1.13' },
    { basis: 'spbe-2023', before: '3.00', after: '3.06' },
  ])('works out the figures from $basis', async ({ basis, before, after }) => {
    const { status, body } = await office.ask(coordinator, 'POST', '/what-if', {
      ...{ basis, levels: [{ indicator: 43, level: '5' }] },
    });

    expect([status, body]).toMatchObject([
      200,
      { basis, before: { index: before }, after: { index: after } },
    ]);
  });

  it('finds the ways from there', async () => {
    const { body } = await office.ask<{ ways: readonly object[] }>(
      coordinator,
      'POST',
      '/ways-to-target',
      { basis: 'spbe-2023', goal: '3.03' },
    );

    expect(body.ways[0]).toMatchObject({ raises: [{ indicator: 42, from: '3', to: '4' }] });
  });

  it('knows none of another instrument, nor of another cycle than its own', async () => {
    for (const basis of ['pemdi-2021', 'spbe-2024']) {
      const { status, body } = await office.ask(coordinator, 'POST', '/what-if', {
        ...{ basis, levels: [] },
      });

      expect([status, body]).toMatchObject([422, { code: 'wrong_input' }]);
    }
  });

  it('is offered on the pages', async () => {
    const browser = await Browser.of(office.site, coordinator);
    const path = '/koordinator/kota-kecil/andaikan';

    const page = await browser.page(`${path}?dasar=spbe-2023&tingkat-43=5`);
    const ways = await browser.page('/koordinator/kota-kecil/jalan-ke-target?dasar=tahun-lalu');

    expect(page).toContain('aria-current="true">Hasil 2023</a>');
    expect(page).toMatch(/<option value="3" ?>3 \(dasar\)/);
    expect(ways).toContain('Indeks sekarang 1,01, Kurang.');
  });
});
