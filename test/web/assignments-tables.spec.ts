import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Office } from '../api/office.js';
import { coordinator, during, smallCity } from '../api/small-city.js';
import { OfficeDesk } from './office-desk.js';

const page = '/koordinator/kota-kecil/penugasan';

let office: Office;
let desk: OfficeDesk;

/** A1 assesses DINKES, A2 the other two; nobody leads anything. */
beforeAll(async () => {
  office = await Office.open(smallCity(), during.assignment);
  desk = await OfficeDesk.open(office, coordinator, page);
});

afterAll(() => office.close());

/** What the rows of a table begin with. */
function namesIn(text: string, anchor: string): string[] {
  const [, section = ''] = text.split(`id="${anchor}"`);
  const [table = ''] = section.split('</table>');
  return [...table.matchAll(/<th scope="row">([^<]*)</g)].map(([, name = '']) => name.trim());
}

describe('the tables of assignments', () => {
  it.each([
    { urut: 'opd', names: ['Dinas DINKES', 'Dinas DINSOS', 'Dinas DLH'] },
    { urut: '-opd', names: ['Dinas DLH', 'Dinas DINSOS', 'Dinas DINKES'] },
  ])('are sorted by a heading: $urut', async ({ urut, names }) => {
    const { text } = await desk.get(`?urut=${urut}`);

    expect(namesIn(text, 'asesor')).toEqual(names);
    expect(namesIn(text, 'penanggung-jawab').slice(0, 2)).toEqual([
      expect.stringMatching(/^1\. /),
      expect.stringMatching(/^2\. /),
    ]);
  });

  it('are searched by one field, and keep what is chosen in the forms', async () => {
    const { text } = await desk.get('?cari=a1@asesor&urut=-indikator&indikator=7');

    expect(namesIn(text, 'asesor')).toEqual(['Dinas DINKES']);
    expect(namesIn(text, 'penanggung-jawab')).toEqual([]);
    expect(text).toContain('Tidak ada yang cocok.');
    expect(text).toContain('<input type="hidden" name="urut" value="-indikator" />');
    expect(text).toContain(`"${page}?cari=a1%40asesor&amp;urut=opd&amp;indikator=7#asesor"`);
  });

  it.each([
    {
      tabel: 'penanggung',
      cari: '7. ',
      holds: /^\ufeffIndikator,Penanggung jawab,Pendukung\r\n"?7\. /,
    },
    {
      tabel: 'asesor',
      cari: 'dinkes',
      holds: /^\ufeffOPD,Asesor\r\nDinas DINKES,Bapak a1@asesor.test\r\n$/,
    },
  ])('are taken as a CSV: $tabel', async ({ tabel, cari, holds }) => {
    const answer = await desk.browser.get(`${page}?format=csv&tabel=${tabel}&cari=${cari}`);

    expect(answer.headers.get('content-disposition')).toContain(`kota-kecil-${tabel}.csv`);
    expect(
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer()),
    ).toMatch(holds);
  });
});
