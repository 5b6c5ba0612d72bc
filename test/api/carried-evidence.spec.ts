import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CycleService } from '../../src/cycle/cycle.service.js';
import { Browser } from '../web/browser.js';
import { Office } from './office.js';
import { coordinator, dinkes, dlh, during, endOf, smallCity } from './small-city.js';
import { changingNothing } from './tables.js';
import { filesIn, pdf, upload } from './uploading.js';
import { lead, link, sheet, write, type Refused } from './work.js';

let office: Office;
let lastYear: Office;
let content: Buffer;

/** Last year, under spbe-2020, DINKES answered 8 and 42, DLH 22 and 1; this year is the first under pemdi-2026. */
beforeAll(async () => {
  const thisYear = smallCity();
  const plan = { ...thisYear.plan, instrument: 'pemdi-2026' };
  office = await Office.open({ ...thisYear, plan }, during.beginning);
  await office.site.app
    .get(CycleService, { strict: false })
    .load(smallCity({}, 'tahun-lalu'), 'uji');
  lastYear = office.about('tahun-lalu');
  await office.moveTo(during.assignment);
  await lead(lastYear, { 1: 'DLH', 8: 'DINKES', 22: 'DLH', 32: 'DINKES', 42: 'DINKES' });
  await lead(office, { 1: 'DLH', 10: 'DINKES', 12: 'DINKES', 17: 'DINKES', 19: 'DINKES' });
  await office.moveTo(during.selfAssessment);
  content = await pdf('tahun lalu');
  await upload(lastYear, { unit: 'DINKES', no: 8, level: 4, name: 'Perwal.pdf', content });
  await upload(lastYear, { unit: 'DLH', no: 22, level: 3, name: 'Perwal 2024.pdf', content });
  await write(lastYear, { unit: 'DLH', no: 22, level: 2 });
  const removed = await link(lastYear, { unit: 'DLH', no: 22, level: 5 });
  await lastYear.done(dlh, 'DELETE', `/evidence/${removed}`);
  await write(lastYear, { unit: 'DLH', no: 1, level: 2 });
  await write(lastYear, { unit: 'DINKES', no: 32, level: 2 });
  await write(lastYear, { unit: 'DINKES', no: 42, level: 2 });
  await link(office, { unit: 'DINKES', no: 19, level: 2 });
});

afterAll(() => office.close());

const copy = (email: string, unit = 'DINKES') =>
  office.ask<Refused & { copied: number[] }>(email, 'POST', `/units/${unit}/copy`, {
    from: 'tahun-lalu',
  });

describe('evidence of a year under another instrument', () => {
  it.each([dlh, coordinator])('is not carried over for DINKES by %s', async (by) => {
    const { status, body } = await changingNothing(office, () => copy(by));

    expect([status, body.code]).toEqual([404, 'not_found']);
  });

  it('is not carried over after the deadline', async () => {
    office.setClock(endOf.selfAssessment);

    const { status, body } = await changingNothing(office, () => copy(dinkes));
    office.setClock(during.selfAssessment);

    expect([status, body.code]).toEqual([409, 'not_open']);
  });

  it('is a start for mapped indicators that nobody has begun, and leads to no level', async () => {
    const files = await filesIn(office);

    const { status, body } = await copy(dinkes);

    const [ten, twelve] = [await sheet(office, dinkes, 10), await sheet(office, dinkes, 12)];
    expect([status, body.copied]).toEqual([200, [10, 12]]);
    expect([ten.answer, twelve.answer]).toEqual([
      expect.objectContaining({ state: 'draft', level: null, fact: '', analysis: '' }),
      expect.objectContaining({ state: 'draft', level: null, fact: '', analysis: '' }),
    ]);
    expect((await sheet(office, dinkes, 17)).answer).toBeNull();
    expect((await sheet(office, dinkes, 19)).evidence).toHaveLength(1);
    expect((await sheet(office, dlh, 1)).answer).toBeNull();
    expect(await filesIn(office)).toEqual(files);
  });

  it('comes once however many old indicators had it, at its lowest level, and says from where', async () => {
    const { evidence } = await sheet(office, dinkes, 10);

    const from = { cycle: 'tahun-lalu', instrument: 'spbe-2020' };
    expect(
      evidence.map(({ level, unit, attachment, attachedBy }) => {
        return { level, unit, name: attachment.name, from: attachment.carriedFrom, attachedBy };
      }),
    ).toEqual([
      {
        level: 2,
        unit: 'DINKES',
        name: 'Bukti level 2',
        from: { ...from, indicators: [22] },
        attachedBy: dinkes,
      },
      {
        level: 3,
        unit: 'DINKES',
        name: 'Perwal.pdf',
        from: { ...from, indicators: [8, 22] },
        attachedBy: dinkes,
      },
    ]);
  });

  it('can be read in this year’s name', async () => {
    const { evidence } = await sheet(office, dinkes, 10);

    const response = await office.send(dinkes, 'GET', `/evidence/${evidence[1]?.id}/file`);

    expect(Buffer.from(await response.arrayBuffer()).equals(content)).toBe(true);
  });

  it('says from where on the page of the unit too', async () => {
    const visitor = await Browser.of(office.site, dinkes);

    const text = await visitor.page('/opd/kota-kecil/DINKES/indikator/10');

    expect(text).toContain('dibawa dari tahun-lalu, indikator 8, 22');
  });

  it('is carried over once', async () => {
    const { status, body } = await changingNothing(office, () => copy(dinkes));

    expect([status, body]).toEqual([200, { copied: [] }]);
  });
});
