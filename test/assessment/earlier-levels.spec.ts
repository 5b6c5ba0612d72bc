import { describe, expect, it } from '@jest/globals';
import type { CellValue, Worksheet } from 'exceljs';
import type ExcelJS from 'exceljs';
import { levelsTemplate } from '../../src/assessment/earlier/levels-template.js';
import { readLevels } from '../../src/assessment/earlier/read-levels.js';
import { loadInstrument } from '../../src/assessment/instrument-file.js';
import { shipped } from '../config/office.js';
import { csvOf, workbookOfLevels } from './levels.js';
import { inline, problemsOf, workbookOf, zipOf } from './spreadsheets.js';

const spbe = loadInstrument(shipped, 'spbe-2020');
const pemdi = loadInstrument(shipped, 'pemdi-2026');

function csv(text: Buffer | string, instrument = spbe) {
  return readLevels({ name: 'hasil.csv', bytes: Buffer.from(text) }, instrument);
}

async function xlsx(
  levelOf: (no: number) => CellValue,
  change?: (sheet: Worksheet, workbook: ExcelJS.Workbook) => void,
) {
  const bytes = await workbookOfLevels(spbe, levelOf, change);
  return readLevels({ name: 'hasil.xlsx', bytes }, spbe);
}

describe('the levels of an earlier year', () => {
  it('are read with what was claimed and noted', async () => {
    const { levels, claimed, notes } = await xlsx(
      (no) => (no === 2 ? '4' : 3),
      (sheet) => {
        sheet.getCell('D3').value = 5;
        sheet.getCell('E3').value = 'Bukti kurang\nlengkap';
      },
    );

    expect([levels['1'], levels['2'], Object.keys(levels).length]).toEqual(['3', '4', 47]);
    expect([claimed, notes]).toEqual([{ 2: '5' }, { 2: 'Bukti kurang lengkap' }]);
  });

  it('may have decimals where the instrument has them, with a comma as it is written here', async () => {
    const { levels } = await csv(
      csvOf(pemdi, (no) => (no === 1 ? '1,17' : '2.50')),
      pemdi,
    );

    expect([levels['1'], levels['2']]).toEqual(['1.17', '2.5']);
  });

  it('can be typed into the template as it comes', async () => {
    const template = await levelsTemplate(spbe);

    const problems = await problemsOf(readLevels({ name: 'hasil.xlsx', bytes: template }, spbe));

    expect(problems).toHaveLength(47);
    expect(problems[0]).toBe(
      'Hasil:2: Tingkat terverifikasi: is empty: write 1 where nothing was verified',
    );
  });

  it.each<[string, (no: number) => string, string]>([
    ['a level too high', (no) => (no === 4 ? '6' : '3'), 'found "6"'],
    ['a level too low', (no) => (no === 4 ? '0' : '3'), 'found "0"'],
    ['half a level', (no) => (no === 4 ? '3.5' : '3'), 'found "3.5"'],
    ['a word', (no) => (no === 4 ? 'tiga' : '3'), 'found "tiga"'],
    ['a number without end', (no) => (no === 4 ? '1e308' : '3'), 'found "1e308"'],
    ['infinity', (no) => (no === 4 ? 'Infinity' : '3'), 'found "Infinity"'],
    ['less than nothing', (no) => (no === 4 ? '-3' : '3'), 'found "-3"'],
    ['something to compute', (no) => (no === 4 ? '=1+2' : '3'), 'found "=1+2"'],
  ])('are refused with %s', async (_, levelOf, found) => {
    const problems = await problemsOf(csv(csvOf(spbe, levelOf)));

    expect(problems).toEqual([
      `hasil.csv:5: Tingkat terverifikasi: expected a whole number from 1 to 5, ${found}`,
    ]);
  });

  it('are refused where a row is missing, stands twice, or names another indicator', async () => {
    const [header = '', ...rows] = csvOf(spbe, () => '3')
      .toString()
      .split('\n');
    const [first = '', second = ''] = rows;
    const slipped = second.replace(/^2;/, '3;');

    const problems = await problemsOf(
      csv([header, first, first, slipped, ...rows.slice(3), '48;;3', 'x;;3'].join('\n')),
    );

    expect(problems).toEqual([
      'hasil.csv:3: No: indicator 1 stands in row 2 already: keep one',
      'hasil.csv:4: Nama indikator: is the name of indicator 2: correct the number or the name',
      'hasil.csv:49: No: expected a number from 1 to 47, found "48"',
      'hasil.csv:50: No: expected a number from 1 to 47, found "x"',
      'hasil.csv:50: No: no row for 2: a result has a level of each indicator',
    ]);
  });

  it('are refused in a formula, whatever it was computed to', async () => {
    const problems = await problemsOf(
      xlsx((no) => (no === 1 ? { formula: 'A1+2', result: 3 } : 3)),
    );

    expect(problems).toEqual([
      'Hasil:2: Tingkat terverifikasi: is a formula: write its value instead',
    ]);
  });

  it('are refused in a cell that is merged with others', async () => {
    const problems = await problemsOf(
      xlsx(
        () => 3,
        (sheet) => sheet.mergeCells('C2:C3'),
      ),
    );

    const merged = 'is merged with other cells: undo that, so that each indicator has its own';
    expect(problems).toEqual([
      `Hasil:2: Tingkat terverifikasi: ${merged}`,
      `Hasil:3: Tingkat terverifikasi: ${merged}`,
    ]);
  });

  it('are refused as other things than numbers', async () => {
    const values: Record<number, CellValue> = { 1: true, 2: new Date(0), 3: 1e308 };

    const problems = await problemsOf(xlsx((no) => values[no] ?? 3));

    expect(problems).toEqual([
      'Hasil:2: Tingkat terverifikasi: expected a whole number from 1 to 5, found "TRUE"',
      'Hasil:3: Tingkat terverifikasi: expected a whole number from 1 to 5, found "25569"',
      'Hasil:4: Tingkat terverifikasi: expected a whole number from 1 to 5, found "1e+308"',
    ]);
  });

  it('are not looked for in a hidden sheet', async () => {
    const problems = await problemsOf(
      xlsx(
        () => 3,
        (sheet, workbook) => {
          sheet.state = 'hidden';
          workbook.addWorksheet('Kosong');
        },
      ),
    );

    expect(problems).toEqual(['hasil.xlsx: shows nothing: every sheet is empty']);
  });

  it('are refused from a bomb', async () => {
    const bytes = await workbookOf(`<sheetData>${'<row/>'.repeat(3_000_000)}</sheetData>`);

    const problems = await problemsOf(readLevels({ name: 'hasil.xlsx', bytes }, spbe));

    expect(bytes.length).toBeLessThan(200_000);
    expect(problems).toEqual([expect.stringContaining('holds more than 16 MB')]);
  });

  it.each([
    ['a merge over the whole sheet', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'],
    [
      'a row beyond all rows',
      '<sheetData><row r="9999999"><c r="A9999999"><v>1</v></c></row></sheetData>',
    ],
  ])('are refused with %s', async (_, part) => {
    const cells = `<sheetData><row r="1">${inline('A1', 'No')}${inline('B1', 'Tingkat')}</row></sheetData>`;
    const bytes = await workbookOf(`${cells}${part}`);

    expect(await problemsOf(readLevels({ name: 'hasil.xlsx', bytes }, spbe))).not.toEqual([]);
  });

  it('are refused from an archive that is no workbook', async () => {
    const bytes = await zipOf({ 'hasil.txt': 'No;Tingkat' });

    const problems = await problemsOf(readLevels({ name: 'hasil.xlsx', bytes }, spbe));

    expect(problems).toEqual([expect.stringContaining('is damaged or no XLSX workbook')]);
  });
});
