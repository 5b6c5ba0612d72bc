import ExcelJS, { type Workbook } from 'exceljs';
import type { Temporal } from 'temporal-polyfill';
import { fixedDates } from '../../../platform/files/fixed-dates.js';

/** A workbook as of that instant: filled with the same, it is the same file, to the byte. */
export async function datedWorkbook(
  at: Temporal.Instant,
  fill: (workbook: Workbook) => void,
): Promise<Buffer> {
  const made = new Date(at.epochMilliseconds);
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Siklus';
  workbook.lastModifiedBy = 'Siklus';
  workbook.created = made;
  workbook.modified = made;
  fill(workbook);
  return fixedDates(Buffer.from(await workbook.xlsx.writeBuffer()), at);
}
