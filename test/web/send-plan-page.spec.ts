import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { Temporal } from 'temporal-polyfill';
import { Office } from '../api/office.js';
import { coordinator, during, smallCity } from '../api/small-city.js';
import { lead, submit } from '../api/work.js';
import { Browser } from './browser.js';

const page = '/koordinator/kota-kecil/jadwal-surat';

let office: Office;
let browser: Browser;

/** The self-assessment ends on Friday the 12th; DLH has sent its answers, so it is not reminded any more. */
beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 3: 'DLH' });
  await office.moveTo(during.selfAssessment);
  await submit(office, 'DLH', { 3: 2 });
  browser = new Browser(office.site);
  await browser.signInByLink(coordinator);
});

afterAll(() => office.close());

type Row = Readonly<
  Record<'Waktu' | 'Jenis' | 'Penerima' | 'OPD' | 'Tenggat' | 'Keterangan', string>
>;

async function csv(query: string): Promise<Row[]> {
  const text = await browser.page(`${page}?${query}&format=csv`);
  return parse<Row>(text, { columns: true, bom: true });
}

const of = (rows: readonly Row[], unit: string, kind: string): Row | undefined =>
  rows.find((row) => row.OPD === unit && row.Jenis.startsWith(kind));

describe('the page of the send plan', () => {
  it('says of each mail to come when it goes, to whom, and for which deadline', async () => {
    const row = of(await csv('hari=semua'), 'DINKES', 'Pengingat H-1');

    expect(row).toEqual({
      Waktu: '2025-09-11T01:00:00Z',
      Jenis: 'Pengingat H-1 mandiri',
      Penerima: 'Bapak admin@dinkes.test <admin@dinkes.test>',
      OPD: 'DINKES',
      Tenggat: '2025-09-12T17:00:00Z',
      Keterangan: 'akan dikirim',
    });
  });

  it('says why a mail will not go', async () => {
    const rows = await csv('hari=semua&nasib=tidak');

    expect(of(rows, 'DLH', 'Pengingat H-1')?.Keterangan).toBe('tidak dikirim: sudah selesai');
    expect(rows.filter(({ Keterangan: fate }) => fate.startsWith('akan dikirim'))).toEqual([]);
  });

  it('names the day that a holiday or weekend moved it from', async () => {
    const rows = await csv('hari=semua');

    expect(
      rows.some(({ Keterangan: why }) =>
        /digabung dengan pengingat lain .*; libur, digeser dari Sabtu, /.test(why),
      ),
    ).toBe(true);
  });

  it('is what then goes: nothing more and nothing less', async () => {
    const [day] = await csv('hari=7&nasib=kirim');
    const planned = (await csv('hari=7&nasib=kirim')).filter(({ Waktu: at }) => at === day?.Waktu);
    const { inbox } = office.site;
    const before = inbox.count;

    await office.moveTo(Temporal.Instant.from(day?.Waktu ?? ''));

    const sent = inbox.latest(inbox.count - before).map(({ to }) => to.replaceAll('"', ''));
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.sort()).toEqual([...new Set(planned.map(({ Penerima: to }) => to))].sort());
  });

  it('can be searched, and had as a workbook', async () => {
    const html = await browser.page(`${page}?hari=semua&cari=DINKES`);
    const bytes = await (
      await browser.get(`${page}?hari=semua&cari=DINKES&format=xlsx`)
    ).arrayBuffer();
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes);

    expect(html).toContain('value="DINKES"');
    expect(html).not.toContain('DINSOS');
    const sheet = workbook.worksheets[0];
    expect(sheet?.getRow(1).values).toEqual([
      undefined,
      'Waktu',
      'Jenis',
      'Penerima',
      'OPD',
      'Tenggat',
      'Keterangan',
    ]);
    expect(sheet?.rowCount).toBe((await csv('hari=semua&cari=DINKES')).length + 1);
  });

  it.each(['hari=x&nasib=y', 'hari=-1', 'hari[]=7', 'urut=tidakada', 'cari=%00'])(
    'takes whatever an address says for what it offers: %s',
    async (query) => {
      expect((await browser.get(`${page}?${query}`)).status).toBe(200);
    },
  );
});
