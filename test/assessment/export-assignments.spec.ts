import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { fromBufferPromise } from 'yauzl';
import { text } from 'node:stream/consumers';
import { differenceOf } from '../../src/assessment/import/difference.js';
import { exportAssignments } from '../../src/assessment/import/export-assignments.js';
import type { Present } from '../../src/assessment/import/present.js';
import { loadInstrument } from '../../src/assessment/instrument-file.js';
import { loadPeople } from '../../src/people/people-file.js';
import { shipped } from '../config/office.js';
import { present, readXlsx, stated } from './spreadsheets.js';

const filled: Present = {
  ...present,
  people: {
    ...present.people,
    assignments: [
      { assessor: 'A3', unit: 'DISHUB' },
      { assessor: 'A1', unit: 'DISHUB' },
      { assessor: 'A2', unit: 'DLH' },
      { assessor: 'A3', unit: 'ARSIP' },
    ],
  },
  responsibilities: [
    stated(1, { lead: 'ARSIP', supports: ['DLH', 'DINKES'] }),
    stated(3, { lead: 'DLH', title: '=1+1' }),
    stated(4, { supports: ['DISHUB'] }),
  ],
};

/** What ExcelJS sees in it. */
async function cellsOf(bytes: Buffer): Promise<Record<string, unknown[][]>> {
  const workbook = new ExcelJS.Workbook();
  // Its types know an older Buffer.
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return Object.fromEntries(
    workbook.worksheets.map((sheet) => {
      const rows = sheet.getSheetValues().slice(1) as unknown[][];
      return [sheet.name, rows.map((row) => row.slice(1))];
    }),
  );
}

/** The text of all parts but the shared strings. */
async function rawSheets(bytes: Buffer): Promise<string> {
  const zip = await fromBufferPromise(bytes, { autoClose: false });
  let all = '';
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.startsWith('xl/worksheets/')) continue;
    all += await text(await zip.openReadStreamPromise(entry));
  }
  return all;
}

describe('the exported workbook', () => {
  it('says what is so now, by names where they are clear', async () => {
    expect(await cellsOf(await exportAssignments(filled))).toEqual({
      Indikator: [
        ['Indikator', 'Nama indikator', 'OPD penanggung jawab', 'OPD pendukung', 'Judul'],
        [1, 'Kebijakan 1', 'Kantor Arsip', 'Dinas Lingkungan Hidup\nDinas Kesehatan', ''],
        [2, 'Kebijakan 2', '', '', ''],
        [3, 'Kebijakan 3', 'Dinas Lingkungan Hidup', '', '=1+1'],
        [4, 'Kebijakan 4', '', 'Dinas Perhubungan', ''],
      ],
      Asesor: [
        ['OPD', 'Asesor'],
        ['Dinas Kesehatan', ''],
        ['Dinas Lingkungan Hidup', 'Siti Aminah'],
        ['Dinas Perhubungan', 'Budi Santoso, S.Kom.'],
        ['Dinas Perhubungan', 'Siti Rahayu'],
      ],
    });
  });

  it('writes codes where names would not be found again', async () => {
    const { people } = filled;
    const names = ['Siti', 'siti', 'Budi; Santoso'];
    const assessors = people.assessors.map((each, at) => ({ ...each, name: names[at] ?? '' }));

    const cells = await cellsOf(
      await exportAssignments({ ...filled, people: { ...people, assessors } }),
    );

    expect(cells['Asesor']?.slice(2)).toEqual([
      ['Dinas Lingkungan Hidup', 'A2'],
      ['Dinas Perhubungan', 'A1'],
      ['Dinas Perhubungan', 'A3'],
    ]);
  });

  it('lets no spreadsheet program compute what somebody has written', async () => {
    const titles = ['=cmd|calc', '+1', '-1', '@SUM(1)', '\t=1', '\r=1'];
    const { instrument } = present;
    const indicators = titles.map((name, at) => {
      return {
        ...instrument.indicators[2],
        no: at + 1,
        name,
      } as Present['instrument']['indicators'][0];
    });
    const responsibilities = titles.map((title, at) => stated(at + 1, { title }));
    const against = { ...present, instrument: { ...instrument, indicators }, responsibilities };

    const bytes = await exportAssignments(against);
    const sheets = await rawSheets(bytes);

    expect(sheets).not.toMatch(/<f\b|t="str"/);
    // Numbers are the only cells without the type of a text.
    const untyped = [...sheets.matchAll(/<c (?![^>]*t="s")[^>]*>(.*?)<\/c>/g)].map(
      ([, value]) => value,
    );
    expect(untyped).toEqual(titles.map((_, at) => `<v>${at + 1}</v>`));
    expect(differenceOf(await readXlsx(bytes, against), against)).toEqual({
      indicators: [],
      units: [],
    });
  });
});

describe('importing the export', () => {
  it.each(['spbe-2020', 'pemdi-2026'])(
    'changes nothing in the city of the example: %s',
    async (code) => {
      const city = {
        people: loadPeople(shipped, 'pekalongan'),
        responsibilities: [],
        instrument: loadInstrument(shipped, code),
      };

      const imported = await readXlsx(await exportAssignments(city), city);

      expect(imported.indicators).toHaveLength(city.instrument.indicators.length);
      expect(imported.assignments).toHaveLength(city.people.assignments.length);
      expect(differenceOf(imported, city)).toEqual({ indicators: [], units: [] });
    },
  );

  it('changes nothing in any other city', async () => {
    const code = fc.constantFrom('DINKES', 'DLH', 'DISHUB', 'ARSIP');
    const cities = fc.record({
      names: fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), {
        minLength: 7,
        maxLength: 7,
      }),
      title: fc.option(fc.string({ unit: 'grapheme' })),
      leads: fc.array(fc.option(code), { minLength: 3, maxLength: 3 }),
      supports: fc.uniqueArray(code),
      pairs: fc.subarray(['A1 DINKES', 'A2 DLH', 'A3 DLH', 'A1 DISHUB', 'A3 DISHUB', 'A3 ARSIP']),
    });

    await fc.assert(
      fc.asyncProperty(cities, async ({ names, title, leads, supports, pairs }) => {
        const { people } = present;
        const city: Present = {
          ...present,
          people: {
            ...people,
            units: people.units.map((each, at) => ({ ...each, name: names[at] ?? '' })),
            assessors: people.assessors.map((each, at) => ({ ...each, name: names[4 + at] ?? '' })),
            assignments: pairs.map((pair) => {
              const [assessor = '', unit = ''] = pair.split(' ');
              return { assessor, unit };
            }),
          },
          responsibilities: leads.map((lead, at) => {
            const others = supports.filter((each) => each !== lead);
            return stated(at + 1, { lead, supports: others, title: at === 2 ? title : null });
          }),
        };

        const imported = await readXlsx(await exportAssignments(city), city);

        expect(differenceOf(imported, city)).toEqual({ indicators: [], units: [] });
      }),
      { numRuns: 50 },
    );
  });
});
