import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Office } from '../api/office.js';
import { coordinator, during, smallCity } from '../api/small-city.js';
import { Browser, hiddenIn } from './browser.js';
import { row, said, type Said } from './office-desk.js';

const path = '/koordinator/kota-kecil/andaikan';
const ways = '/koordinator/kota-kecil/jalan-ke-target';

let office: Office;
let browser: Browser;

beforeAll(async () => {
  const city = smallCity();
  const plan = { ...city.plan, instrument: 'pemdi-2026', target: '3.00' };
  office = await Office.open({ ...city, plan }, during.assignment);
  browser = await Browser.of(office.site, coordinator);
});

afterAll(() => office.close());

async function ask(query: string): Promise<Said> {
  return said(await browser.get(`${path}${query}`));
}

describe('what if, where levels have decimals', () => {
  it('takes them with a comma or a point, and gives them back with a comma', async () => {
    const [comma, point] = [await ask('?tingkat-1=2,25'), await ask('?tingkat-1=2.25')];

    expect([comma.status, point.status]).toEqual([200, 200]);
    for (const { text } of [comma, point]) {
      const list = text.slice(text.indexOf('id="rincian"'));
      expect(row(list, '1.')).toContain(' 1 → 2,25 +0,');
      expect(text.replace(/\s+/g, ' ')).toMatch(/name="tingkat-1"[^>]* value="2,25"/);
      expect(text).toContain('dasar 1');
    }
  });

  it.each(['2,255', '0,99', '5,01', 'dua', '2,2,5'])(
    'says beside the field that %j is none, and leaves it as it was typed',
    async (typed) => {
      const { status, text } = await ask(`?tingkat-1=${encodeURIComponent(typed)}&tingkat-2=1,5`);

      expect(status).toBe(422);
      expect(text).toContain('id="tingkat-1-error"');
      expect(text.replace(/\s+/g, ' ')).toContain(`value="${typed}" aria-invalid="true"`);
      expect(row(text.slice(text.indexOf('id="rincian"')), '2.')).toContain('1 → 1,5');
    },
  );

  it('keeps a variant exactly', async () => {
    const { text } = await ask('?tingkat-1=2,25&tingkat-2=1,5');

    await browser.post(`${path}/varian`, { ...hiddenIn(text), nama: 'Setengah' });

    const db = office.site.app.get(DataSource);
    expect(await db.query('SELECT name, changes FROM variant')).toEqual([
      { name: 'Setengah', changes: { 1: '2.25', 2: '1.5' } },
    ]);
    expect((await ask('')).text).toContain('tingkat-1=2.25&amp;tingkat-2=1.5');
  });

  it('leads the way up from there to the next whole levels', async () => {
    const { status, text } = await said(await browser.get(`${ways}?tujuan=angka&angka=1,05`));

    expect(status).toBe(200);
    expect(text).toContain('Menjadi 1,');
    expect(text).toMatch(/1 → 2/);
  });
});
