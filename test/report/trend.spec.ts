import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { CycleService } from '../../src/cycle/cycle.service.js';
import { JournalRow } from '../../src/cycle/journal.entity.js';
import { CycleStore } from '../../src/cycle/cycle.store.js';
import { trendOf } from '../../src/report/trend.js';
import { TrendService } from '../../src/report/trend.service.js';
import { Office } from '../api/office.js';
import { a1, coordinator, during, smallCity } from '../api/small-city.js';
import { finish, judge, lead, submit } from '../api/work.js';
import { Browser } from '../web/browser.js';
import { SignInService } from '../../src/people/sign-in/sign-in.service.js';

const old = {
  code: 'spbe-2020',
  title: 'SPBE',
  predikat: [
    { name: 'Memuaskan', from: '4.20' },
    { name: 'Sangat Baik', from: '3.50' },
    { name: 'Kurang', from: '1.00' },
  ],
};
const fresh = { ...old, code: 'pemdi-2026', title: 'Pemdi' };

describe('the trend over the years', () => {
  it('is in their order, with the change from one to the next', () => {
    const trend = trendOf([
      { year: 2025, instrument: old, index: '4.20' },
      { year: 2023, instrument: old, index: '3.80' },
      { year: 2024, instrument: old, index: '3.76' },
    ]);

    expect(
      trend.map(({ year, index, predikat, change }) => [year, index, predikat, change]),
    ).toEqual([
      [2023, '3.80', 'Sangat Baik', null],
      [2024, '3.76', 'Sangat Baik', '-0.04'],
      [2025, '4.20', 'Memuaskan', '+0.44'],
    ]);
  });

  it('says no change where another instrument begins', () => {
    const trend = trendOf([
      { year: 2024, instrument: old, index: '3.76' },
      { year: 2026, instrument: fresh, index: '3.10' },
      { year: 2027, instrument: fresh, index: '3.10' },
    ]);

    expect(trend.map(({ breaks, change }) => [breaks, change])).toEqual([
      [false, null],
      [true, null],
      [false, '+0.00'],
    ]);
  });

  it('has one result a year', () => {
    const trend = trendOf([
      { year: 2025, instrument: old, index: '3.00' },
      { year: 2025, instrument: old, index: '3.20' },
    ]);

    expect(trend.map(({ index }) => index)).toEqual(['3.20']);
  });
});

describe('the trend of a cycle', () => {
  let office: Office;
  let head: Browser;

  beforeAll(async () => {
    const city = smallCity();
    const history = [
      { year: 2022, cycle: 'tidak-ada' },
      { year: 2024, instrument: 'spbe-2020', index: '3.76' },
    ];
    office = await Office.open({ ...city, plan: { ...city.plan, history } }, during.beginning);
    await office.moveTo(during.assignment);
    await lead(office, { 1: 'DINKES' });
    await office.moveTo(during.selfAssessment);
    await submit(office, 'DINKES', { 1: 4 });
    await office.moveTo(during.review);
    await judge(office, { by: a1, unit: 'DINKES', no: 1, level: 3 });
    await office.done(a1, 'POST', '/finish', { phase: 'dokumen', unit: 'DINKES' });
    await office.moveTo(during.report);
    head = new Browser(office.site);
    const token = await office.site.app
      .get(SignInService, { strict: false })
      .invite('head@dinkes.test');
    await head.post(`/masuk/tautan/${token}`);
  });

  afterAll(() => office.close());

  async function trend(code = 'kota-kecil', history?: object) {
    const { cycle, phases } = await office.site.app
      .get(CycleStore, { strict: false })
      .facts('kota-kecil');
    const { app } = office.site;
    return app
      .get(TrendService, { strict: false })
      .of({ cycle: { ...cycle, code, ...history }, phases });
  }

  it('holds what was published before, and nothing that is not published', async () => {
    expect((await trend()).map(({ year, index }) => [year, index])).toEqual([[2024, '3.76']]);
    expect(await head.page('/pimpinan/kota-kecil')).toContain('2024: 3,76 Sangat Baik');
  });

  it('goes on with its own result once that is out, and the next cycle goes on with it', async () => {
    await finish(office, coordinator, 'laporan');

    const next = { history: [{ year: 2025, cycle: 'kota-kecil' }] };
    expect((await trend()).map(({ year, index, change }) => [year, index, change])).toEqual([
      [2024, '3.76', null],
      [2025, '1.03', '-2.73'],
    ]);
    expect((await trend('kota-kecil-2026', next)).map(({ year, index }) => [year, index])).toEqual([
      [2025, '1.03'],
    ]);
    const page = await head.page('/pimpinan/kota-kecil');
    expect(page).toContain('2024: 3,76 Sangat Baik; 2025: 1,03 Kurang');
    expect(page).toContain('class="segment"');
    expect(page).toContain('-2,73');
  });

  it('changes with the file, and that is in the journal', async () => {
    const city = smallCity();
    const history = [{ year: 2024, instrument: 'spbe-2020', index: '3.77' }];
    const cycles = office.site.app.get(CycleService, { strict: false });

    await cycles.load({ ...city, plan: { ...city.plan, history } }, coordinator);

    const [entry] = await office.site.app
      .get(DataSource)
      .manager.find(JournalRow, { where: { what: 'settings' }, order: { id: 'DESC' } });
    expect(entry?.facts).toMatchObject({ to: { history } });
    expect((await trend())[0]?.index).toBe('3.77');
  });
});
