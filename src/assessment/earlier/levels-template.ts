import type { Instrument } from '../../domain/scoring.js';
import { newWorkbook } from '../import/new-workbook.js';
import { sheetWith } from '../import/written-sheet.js';
import { levelColumns } from './level-columns.js';

/** The table that `readLevels` reads, with the instrument's indicators and no levels yet. */
export async function levelsTemplate({ indicators }: Instrument): Promise<Buffer> {
  const workbook = await newWorkbook();
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
