import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CycleService } from '../../src/cycle/cycle.service.js';
import { Office } from '../api/office.js';
import { a1, coordinator, dinkes, dlh, during, endOf, smallCity } from '../api/small-city.js';
import { changingNothing } from '../api/tables.js';
import { finish, lead, link, sheet, write } from '../api/work.js';
import { Browser } from './browser.js';

const history = [
  { year: 2023, cycle: 'entah' },
  { year: 2024, cycle: 'tahun-lalu' },
];
const desk = '/opd/kota-kecil/DINKES';

let office: Office;
let again: Office;
const browsers = new Map<string, Browser>();

/**
 * Last year, under spbe-2020, DINKES answered 8 and 42, and DLH 22, which are mapped; another cycle of this year
 * is under spbe-2020 too.
 */
beforeAll(async () => {
  const { plan, ...city } = smallCity();
  const mapped = { ...plan, instrument: 'pemdi-2026', history };
  office = await Office.open({ ...city, plan: mapped }, during.beginning);
  const cycles = office.site.app.get(CycleService, { strict: false });
  await cycles.load(smallCity({}, 'tahun-lalu'), 'uji');
  await cycles.load({ ...city, plan: { ...plan, code: 'sama', history } }, 'uji');
  const lastYear = office.about('tahun-lalu');
  again = office.about('sama');
  await office.moveTo(during.assignment);
  await lead(lastYear, { 8: 'DINKES', 22: 'DLH', 42: 'DINKES' });
  await lead(office, { 10: 'DINKES', 12: 'DINKES', 17: 'DINKES', 1: 'DLH' });
  await lead(again, { 42: 'DINKES', 1: 'DINKES' });
  await office.moveTo(during.selfAssessment);
  for (const no of [8, 42]) await write(lastYear, { unit: 'DINKES', no, level: 2 });
  await link(lastYear, { unit: 'DLH', no: 22, level: 2 });
  for (const email of [coordinator, dinkes, dlh, a1, 'head@dinkes.test']) {
    browsers.set(email, await Browser.of(office.site, email));
  }
});

afterAll(() => office.close());

function browser(email: string): Browser {
  const known = browsers.get(email);
  if (!known) throw new Error(`${email} is not signed in`);
  return known;
}

async function take(email: string, at = desk) {
  const _csrf = await browser(email).proof();
  return browser(email).post(`${at}/mulai`, { _csrf, from: 'tahun-lalu' });
}

const heading = 'Mulai dari tahun sebelumnya';
const ten = 'Indikator 10: 1 bukti dukung dari indikator 8, 22';

describe('what a desk offers of the year before', () => {
  it('is what an admin would take, and from which indicators, before it is taken', async () => {
    const page = await browser(dinkes).page(desk);

    expect(page).toContain(heading);
    expect(page).toContain('Tingkat, fakta, dan analisis tidak ikut');
    expect(page).toContain(ten);
    expect(page).toContain('Indikator 12: 1 bukti dukung dari indikator ');
    expect(page).not.toContain('Indikator 17');
  });

  it.each([coordinator, 'head@dinkes.test'])(
    'is not there for %s, who answers nothing',
    async (by) => {
      expect(await browser(by).page(desk)).not.toContain(heading);
    },
  );

  it('is not there where nothing is mapped', async () => {
    expect(await browser(dlh).page('/opd/kota-kecil/DLH')).not.toContain(heading);
  });

  it('is not there after the deadline', async () => {
    office.setClock(endOf.selfAssessment);
    const page = await browser(dinkes).page(desk);
    office.setClock(during.selfAssessment);

    expect(page).not.toContain(heading);
  });

  it('is whole answers where the instrument is the same', async () => {
    const page = await browser(dinkes).page('/opd/sama/DINKES');

    expect(page).toContain('Indikator 42: jawaban dan 1 bukti dukung dari indikator 42');
    expect(page).not.toContain('Indikator 1:');
  });
});

describe('taking it', () => {
  it.each([dlh, coordinator, 'head@dinkes.test'])('is not for %s', async (by) => {
    const { status } = await changingNothing(office, () => take(by));

    expect(status).toBe(404);
  });

  it('is refused after the deadline', async () => {
    office.setClock(endOf.selfAssessment);
    const { status } = await changingNothing(office, () => take(dinkes));
    office.setClock(during.selfAssessment);

    expect(status).toBe(409);
  });

  it('says what was taken from which indicators, and is offered no more', async () => {
    const response = await take(dinkes);

    const to = response.headers.get('location') ?? '';
    const page = await browser(dinkes).page(to);
    expect([response.status, to]).toEqual([303, `${desk}?diambil=10%2C12&dari=tahun-lalu`]);
    expect(page).toContain('Telah diambil dari tahun-lalu:');
    expect(page).toContain(ten);
    expect(page).not.toContain(heading);
    expect((await sheet(office, dinkes, 10)).answer).toMatchObject({ state: 'draft', level: null });
  });

  it('takes whole answers where the instrument is the same', async () => {
    const response = await take(dinkes, '/opd/sama/DINKES');

    const page = await browser(dinkes).page(response.headers.get('location') ?? '');
    expect(page).toContain('Indikator 42: jawaban dan 1 bukti dukung dari indikator 42');
    expect((await sheet(again, dinkes, 42)).answer).toMatchObject({ state: 'draft', level: '2' });
  });

  it('says so when there was nothing left to take', async () => {
    const response = await take(dinkes);

    const page = await browser(dinkes).page(response.headers.get('location') ?? '');
    expect(page).toContain('Tidak ada yang diambil');
  });

  it('shows nothing of another unit to who changes the address', async () => {
    const page = await browser(dinkes).page(`${desk}?diambil=1,999,x&dari=tahun-lalu`);

    expect(page).toContain('Tidak ada yang diambil');
  });
});

describe('evidence that was taken over', () => {
  it("says from which cycle and indicators it came on the assessor's page as well", async () => {
    for (const no of [10, 12, 17]) await write(office, { unit: 'DINKES', no, level: 2 });
    const { status } = await finish(office, dinkes, 'mandiri', 'DINKES');
    await office.moveTo(during.review);

    const page = await browser(a1).page('/asesor/kota-kecil/dokumen/DINKES/10');

    expect(status).toBe(204);
    expect(page.match(/dibawa dari [^<]*/g)).toEqual([
      'dibawa dari tahun-lalu, indikator 8, 22 (spbe-2020)',
    ]);
  });
});
