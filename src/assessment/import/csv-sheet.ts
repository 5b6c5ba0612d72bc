import { CsvError, parse } from 'csv-parse/sync';
import { InputError } from '../../platform/input-error.js';
import { recognisedIn, type Tables } from './columns.js';
import { limits, type Row, type Sheet } from './sheet.js';
import { tooMany, tooWide } from './worksheet.js';

const delimiters = [';', ',', '\t'];
/** How many rows may stand above the header. */
const head = 10;
const longestRow = 100_000;
/** With blank ones. */
const mostLines = 5 * limits.rows;

/** The table of a CSV file, whatever stands between its columns. @throws InputError */
export function sheetOfCsv(file: string, bytes: Buffer, tables: Tables<string>): Sheet {
  const text = textOf(file, bytes);
  const named = /^sep=([;,\t|])\r?\n/i.exec(text)?.[1];
  const delimiter = named ?? likeliest(text, tables);
  const records = recordsOf(file, text, delimiter);
  if (records.length > mostLines) throw tooMany(file, mostLines + 1);
  const rows = records
    .map((cells, index): Row => ({ line: index + 1, cells: narrow(file, index + 1, cells) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [beyond] = rows.slice(limits.rows);
  if (beyond) throw tooMany(file, beyond.line);
  return { name: file, rows };
}

function narrow(file: string, line: number, cells: readonly string[]): string[] {
  const texts = cells.map((cell) => cell.trim());
  if (texts.slice(limits.columns).some((text) => text !== '')) throw tooWide(file, line);
  return texts.slice(0, limits.columns);
}

/** The one that gives the most columns that we know. */
function likeliest(text: string, tables: Tables<string>): string {
  const known = delimiters.map((delimiter) => {
    return { delimiter, columns: columnsWith(text, delimiter, tables) };
  });
  return known.sort((a, b) => b.columns - a.columns)[0]?.delimiter ?? ',';
}

/** Read as no more than lines: an error in a row should not hide what its file is. */
function columnsWith(text: string, delimiter: string, tables: Tables<string>): number {
  const rows = text.split(/\r?\n/, head).map((line) => line.split(delimiter, limits.columns));
  return Math.max(...rows.map((cells) => recognisedIn(cells, tables)));
}

function recordsOf(file: string, text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      to: mostLines + 1,
      // A blank line is a row too: only so does a row have the number that the spreadsheet program shows.
      skip_empty_lines: false,
      relax_column_count: true,
      max_record_size: longestRow,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : null;
    const problem =
      'a quotation mark that does not open or close a cell: write those inside a text twice';
    throw new InputError({ file, line, field: null }, problem);
  }
}

function textOf(file: string, bytes: Buffer): string {
  const wrong = (problem: string): InputError =>
    new InputError({ file, line: null, field: null }, problem);
  const utf8 = 'save it as "CSV UTF-8", or as .xlsx';
  if (/^(?:fffe|feff)/.test(bytes.toString('hex', 0, 2)))
    throw wrong(`is written in UTF-16: ${utf8}`);
  if (bytes.includes(0))
    throw wrong('is neither an XLSX workbook nor a CSV file: save it as .xlsx');
  try {
    // Takes the mark at the beginning off.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw wrong(`is not written in UTF-8: ${utf8}`);
  }
}
