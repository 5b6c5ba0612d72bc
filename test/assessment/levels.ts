import ExcelJS, { type CellValue, type Worksheet } from 'exceljs';
import type { Instrument } from '../../src/domain/scoring.js';

/** A table of levels as an office would type it. */
export function csvOf(
  { indicators }: Instrument,
  levelOf: (no: number) => string,
  header = 'No;Nama indikator;Tingkat terverifikasi',
): Buffer {
  const lines = indicators.map(({ no, name }) => `${no};"${name}";${levelOf(no)}`);
  return Buffer.from([header, ...lines].join('\n'));
}

export async function workbookOfLevels(
  { indicators }: Instrument,
  levelOf: (no: number) => CellValue,
  change: (sheet: Worksheet, workbook: ExcelJS.Workbook) => void = () => undefined,
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Hasil');
  sheet.addRow(['No', 'Nama indikator', 'Tingkat terverifikasi', 'Tingkat klaim', 'Catatan']);
  for (const { no, name } of indicators) sheet.addRow([no, name, levelOf(no)]);
  change(sheet, workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
