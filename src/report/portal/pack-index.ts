import type { Temporal } from 'temporal-polyfill';
import { datedWorkbook } from '../document/sheet/dated-workbook.js';
import { cut, tableSheet, writeText } from '../document/sheet/working-sheet.js';

/** In characters, by the place of the column; the others are short. */
const widths = [6, 14, 24, 30, 54, 32, 20, 8, 13, 40, 8, 40, 40, 12, 40, 20, 60, 30];

/** The list of the archive as a workbook: the same list is the same file, to the byte. */
export function indexWorkbook(
  [heads = [], ...rows]: readonly (readonly (string | number)[])[],
  at: Temporal.Instant,
): Promise<Buffer> {
  return datedWorkbook(at, (workbook) => {
    const sheet = tableSheet(workbook, 'Daftar', heads.map(String), widths);
    rows.forEach((cells, row) => {
      cells.forEach((value, place) => {
        const cell = sheet.getCell(row + 2, place + 1);
        if (typeof value === 'number') cell.value = value;
        else writeText(cell, cut(value));
      });
    });
  });
}
