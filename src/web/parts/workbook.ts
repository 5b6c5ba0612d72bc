import { newWorkbook } from '../../assessment/import/new-workbook.js';
import { sheetWith } from '../../assessment/import/written-sheet.js';
import type { Column } from './table.js';

const columnWidth = 32;

/** The same columns as on the page, as the sheet of a workbook. Texts are texts there, never formulas. */
export interface Sheet {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export function sheetOf<Row>(
  title: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Sheet {
  return {
    title,
    heads: columns.map((column) => column.title),
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
  };
}

export async function workbookOf(sheets: readonly Sheet[]): Promise<Buffer> {
  const workbook = await newWorkbook();
  for (const { title, heads, rows } of sheets) {
    const sheet = sheetWith(
      workbook,
      title,
      heads.map((head) => [head, columnWidth] as const),
    );
    for (const row of rows) sheet.addRow([...row]);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
