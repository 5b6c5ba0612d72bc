import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Office } from '../api/office.js';
import { coordinator, during, smallCity } from '../api/small-city.js';
import { Browser } from './browser.js';

const page = '/koordinator/kota-kecil/jurnal';

let office: Office;
let browser: Browser;

beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.assignment);
  browser = new Browser(office.site);
  await browser.signInByLink(coordinator);
});

afterAll(() => office.close());

describe('dates of the journal that are none', () => {
  it.each([
    { query: 'dari=2025-02-30', typed: '2025-02-30', says: 'Tanggal ini tidak ada' },
    { query: 'sampai=30/09/2025', typed: '30/09/2025', says: 'Tanggal ini tidak ada' },
    { query: 'dari=0000-01-01', typed: '0000-01-01', says: 'Tanggal ini tidak ada' },
    { query: 'dari=kemarin&format=csv', typed: 'kemarin', says: 'Tanggal ini tidak ada' },
    {
      query: 'dari=2025-09-09&sampai=2025-09-08',
      typed: '2025-09-08',
      says: 'Tanggal akhir mendahului',
    },
  ])('are said beside the field, with what was typed: $query', async ({ query, typed, says }) => {
    const response = await browser.get(`${page}?opd=DLH&${query}`);
    const text = await response.text();

    expect(response.status).toBe(422);
    const [field = ''] =
      /<p class="error" id="(dari|sampai)-error">.*?<input.*?>/s.exec(text) ?? [];
    expect(field).toContain(says);
    expect(field).toContain(`value="${typed}"`);
    expect(field).toContain('aria-invalid="true"');
    // A field for dates would show nothing.
    expect(field).toContain(says.startsWith('Tanggal ini') ? 'type="text"' : 'type="date"');
    expect(text).toContain('<option value="DLH" selected>');
    expect(text).not.toContain('<table>');
  });
});

describe('an address of the journal that means harm', () => {
  it.each([
    'tahap[]=mandiri&opd[a]=b&jenis[]=x&siapa[]=y&dari[]=z&halaman[]=2',
    'tahap=%00&opd=%00&jenis=%00&siapa=%00&cari=%00&urut=%00',
    'siapa=%ED%A0%80&cari=%ff',
    "jenis=' OR 1=1 --&opd='; DROP TABLE journal; --",
    'cari=:text&siapa=:people&urut=:kinds',
    'urut=__proto__&jenis=constructor',
    'urut=-toString',
    'halaman=0',
    'halaman=-1',
    'halaman=999999',
    'halaman=99999999999999999999',
    'halaman=1e3',
    'dari=1000-01-01&sampai=2999-12-31',
    `siapa=${'%F0%9F%98%80'.repeat(500)}`,
    `opd=${encodeURIComponent('"><script>alert(1)</script>')}`,
  ])('is taken as it comes: ?%s', async (query) => {
    for (const format of ['', '&format=csv']) {
      const response = await browser.get(`${page}?${query}${format}`);

      expect(response.status).toBe(200);
      expect(await response.text()).not.toContain('<script>alert');
    }
  });
});
