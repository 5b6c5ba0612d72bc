import { describe, expect, it } from '@jest/globals';
import { limits } from '../../src/assessment/import/sheet.js';
import { present, problemsOf, readCsv, readXlsx, stated, workbookWith } from './spreadsheets.js';

const indicators = 'Indikator;OPD penanggung jawab;OPD pendukung;Judul\n';
const assessors = 'OPD;Asesor\n';

describe('a slip in a table is reported with its row, its column and the remedy', () => {
  it.each([
    [
      `${indicators}1;DINKESS;;\n`,
      ':2: OPD penanggung jawab: no unit "DINKESS" in this cycle: did you mean DINKES?',
    ],
    [
      `${indicators}1;DLH;DISHUB;\n2;DLH;Kecamatan;\n`,
      ':3: OPD pendukung: no unit "Kecamatan" in this cycle: write the code or the exact name',
    ],
    [
      `${indicators}1;Kantor Arsip;;\n`,
      ':2: OPD penanggung jawab: Kantor Arsip takes part in this cycle no more: name another unit',
    ],
    [`${indicators};DLH;;\n`, ':2: Indikator: expected a number from 1 to 4, found ""'],
    [`${indicators}5;DLH;;\n`, ':2: Indikator: expected a number from 1 to 4, found "5"'],
    [`${indicators}1.5;DLH;;\n`, ':2: Indikator: expected a number from 1 to 4, found "1.5"'],
    [
      `${indicators}1;DLH;;\n\n1.0;DLH;;\n`,
      ':4: Indikator: indicator 1 stands in row 2 already: keep one of the two',
    ],
    [
      `${indicators}1;DLH;;Sampah\n`,
      ':2: Judul: this indicator has no title of its own: leave this cell empty',
    ],
    [`${indicators}3;DLH;;${'x'.repeat(2001)}\n`, ':2: Judul: is longer than 2000 characters'],
    [
      `${indicators}4;DLH;;\n`,
      ':2: OPD penanggung jawab: the level comes from BPS: leave this cell empty',
    ],
    [
      `${indicators}1;#REF!;;\n`,
      ':2: OPD penanggung jawab: shows the error #REF!: correct its formula, or write the value',
    ],
    [
      `${assessors}DLH;siti aminahh\n`,
      ':2: Asesor: no assessor "siti aminahh" in this cycle: did you mean Siti Aminah?',
    ],
    [
      `${assessors}DLH;a1\n`,
      ':2: Asesor: Dinas Lingkungan Hidup is the home unit of Budi Santoso, S.Kom.: name somebody from another unit',
    ],
    [
      `${assessors}DLH;A3\nDinas Lingkungan Hidup;Siti Rahayu\n`,
      ':3: Asesor: Siti Rahayu stands with Dinas Lingkungan Hidup in row 2 already: keep one',
    ],
    [`${assessors};A3\n`, ':2: OPD: is empty: name the unit that is assessed'],
    [
      `${assessors}ARSIP;A3\n`,
      ':2: OPD: Kantor Arsip takes part in this cycle no more: name another unit',
    ],
    [
      `${assessors}DLH;"${'A3;'.repeat(20_000)}"
`,
      ':2: Asesor: is longer than 32767 characters',
    ],
    ['OPD;Asesor;Kontak\nDLH;A3;0812\n', ':1: Kontak: unknown column: expected OPD, Asesor'],
    [
      'OPD;Asesor;Penilai\nDLH;A3;A2\n',
      ':1: Penilai: says the same as the column Asesor: keep one of the two',
    ],
    [
      'OPD;Asesor\nDLH;A3;A2\n',
      ':2: column 3: this column has no header: give it one, or empty it',
    ],
    [assessors, ':1: has no row under its header'],
    [
      'OPD;Asesor\nDLH;"A3\n',
      ':2: a quotation mark that does not open or close a cell: write those inside a text twice',
    ],
  ])('%.60s', async (text, problem) => {
    expect(await problemsOf(readCsv(text))).toEqual([`tugas.csv${problem}`]);
  });

  it('names every column that is missing or unknown', async () => {
    const text = 'Indikator;OPD penanggung jwab\n1;DLH\n';

    expect(await problemsOf(readCsv(text))).toEqual([
      'tugas.csv:1: OPD penanggung jwab: unknown column: did you mean OPD penanggung jawab?',
      'tugas.csv:1: OPD penanggung jawab: this column is missing',
      'tugas.csv:1: OPD pendukung: this column is missing',
    ]);
  });

  it('asks for the code where a name can be several', async () => {
    const twins = present.people.assessors.map((each) => ({ ...each, name: 'Siti' }));
    const against = { ...present, people: { ...present.people, assessors: twins } };

    expect(await problemsOf(readCsv('OPD;Asesor\nDISHUB;Siti\nDINKES;A1\n', against))).toEqual([
      'tugas.csv:2: Asesor: "Siti" can be several: write the code, A1 or A2 or A3',
    ]);
  });

  it('does not let a unit that has left stay in a row that changes', async () => {
    const before = {
      ...present,
      responsibilities: [stated(1, { lead: 'DLH', supports: ['ARSIP'] })],
    };

    expect(await problemsOf(readCsv(`${indicators}1;DISHUB;ARSIP;\n`, before))).toEqual([
      'tugas.csv:2: OPD pendukung: Kantor Arsip takes part in this cycle no more: name another unit',
    ]);
  });

  it('collects what is wrong in all sheets, by the name of the sheet', async () => {
    const bytes = await workbookWith({
      Asesor: [
        ['OPD', 'Asesor'],
        ['DLH', 'A9'],
        [{ error: '#N/A' }, 'A1'],
        ['DINKES', { formula: 'B2', result: { error: '#REF!' } }],
      ],
      Petunjuk: [['Isilah dengan benar']],
      Indikator: [
        ['Indikator', 'OPD penanggung jawab', 'OPD pendukung'],
        [7, 'DLH', null],
      ],
      Lagi: [
        ['OPD', 'Asesor'],
        ['DLH', 'A3'],
      ],
    });

    const problems = await problemsOf(readXlsx(bytes));

    expect(problems).toEqual([
      expect.stringMatching(/^Petunjuk:1: no row with known headers: expected Indikator, OPD /),
      'Lagi:1: has the same kind of table as the sheet Asesor: put all rows into one',
      'Indikator:2: Indikator: expected a number from 1 to 4, found "7"',
      'Asesor:2: Asesor: no assessor "A9" in this cycle: did you mean A1?',
      'Asesor:3: OPD: shows the error #N/A: correct its formula, or write the value',
      'Asesor:4: Asesor: shows the error #REF!: correct its formula, or write the value',
    ]);
  });

  it('does not go on for ever', async () => {
    const text = indicators + 'satu;DLH;;\n'.repeat(500);

    const problems = await problemsOf(readCsv(text));

    expect(problems.length).toBe(101);
    expect(problems.at(-1)).toBe('tugas.csv:102: there are more problems from here on');
  });

  it('counts the rows', async () => {
    const rows = Array.from({ length: limits.rows }, () => ['DLH', 'A3']);

    const inCsv = await problemsOf(
      readCsv(assessors + rows.map((row) => row.join(';')).join('\n')),
    );
    const inWorkbook = await problemsOf(
      readXlsx(await workbookWith({ Asesor: [['OPD', 'Asesor'], ...rows] })),
    );

    expect(inCsv).toEqual(['tugas.csv:2001: has more than 2000 rows: keep the table only']);
    expect(inWorkbook).toEqual(['Asesor:2001: has more than 2000 rows: keep the table only']);
  });
});
