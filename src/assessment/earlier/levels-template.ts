import ExcelJS from 'exceljs';
import type { Instrument } from '../../domain/scoring.js';
import { sheetWith } from '../import/written-sheet.js';
import { levelColumns } from './level-columns.js';

/** The table that `readLevels` reads, with the instrument's indicators and no levels yet. */
export async function levelsTemplate({ indicators }: Instrument): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Siklus';
  workbook.lastModifiedBy = 'Siklus';
  const { no, name, level, claimed, note } = levelColumns;
  const sheet = sheetWith(workbook, 'Hasil', [
    [no.header, 8],
    [name.header, 70],
    [level.header, 22],
    [claimed.header, 16],
    [note.header, 50],
  ]);
  for (const { no: number, name: named } of indicators) sheet.addRow([number, named]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
