import type { Workbook } from 'exceljs';
import type { Temporal } from 'temporal-polyfill';
import { newWorkbook } from '../../../assessment/import/new-workbook.js';
import { fixedDates } from '../../../platform/files/fixed-dates.js';

/** A workbook as of that instant: filled with the same, it is the same file, to the byte. */
export async function datedWorkbook(
  at: Temporal.Instant,
  fill: (workbook: Workbook) => void,
): Promise<Buffer> {
  const made = new Date(at.epochMilliseconds);
  const workbook = await newWorkbook();
  workbook.created = made;
  workbook.modified = made;
  fill(workbook);
  return fixedDates(Buffer.from(await workbook.xlsx.writeBuffer()), at);
}
