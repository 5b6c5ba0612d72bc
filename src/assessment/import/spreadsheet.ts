import { InputError } from '../../platform/input-error.js';
import type { Tables } from './columns.js';
import { sheetOfCsv } from './csv-sheet.js';
import { limits, type Sheet } from './sheet.js';
import { sheetsOfWorkbook } from './workbook.js';

export interface SpreadsheetFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What a file shows; what it is, its first bytes tell, not its name. @throws InputError */
export async function sheetsOf(
  { name, bytes }: SpreadsheetFile,
  tables: Tables<string>,
): Promise<Sheet[]> {
  const wrong = (problem: string): InputError =>
    new InputError({ file: name, line: null, field: null }, problem);
  if (bytes.length === 0) throw wrong('is empty');
  if (bytes.length > limits.bytes) {
    throw wrong(`is larger than ${limits.bytes / 1024 / 1024} MB: keep the two tables only`);
  }
  const start = bytes.toString('hex', 0, 4);
  // So begins what Excel before 2007 wrote, and what it encrypts now.
  if (start === 'd0cf11e0') {
    throw wrong('has a password or is an old .xls: save it as .xlsx, without a password');
  }
  const isArchive = start === '504b0304' || start === '504b0506';
  return isArchive ? sheetsOfWorkbook(name, bytes) : [sheetOfCsv(name, bytes, tables)];
}
