import { headerOf, type Tables } from './columns.js';
import type { Problems } from './problems.js';
import type { Row, Sheet } from './sheet.js';
import { sheetsOf, type SpreadsheetFile } from './spreadsheet.js';

export interface KnownSheet {
  readonly sheet: Sheet;
  readonly header: Row;
}

/** Which sheet of a file is which. Blank ones, which Excel adds by itself, are passed over. @throws InputError */
export async function knownSheets<Kind extends string>(
  file: SpreadsheetFile,
  tables: Tables<Kind>,
  problems: Problems,
): Promise<Partial<Record<Kind, KnownSheet>>> {
  const sheets = await sheetsOf(file, tables);
  const known: Partial<Record<Kind, KnownSheet>> = {};
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0)
    problems.add(file.name, null, null, 'shows nothing: every sheet is empty');
  for (const sheet of filled) {
    const found = headerOf(sheet, tables);
    const other = found && known[found.kind];
    if (!found) problems.add(sheet.name, sheet.rows[0]?.line ?? null, null, noHeader(tables));
    else if (other) problems.add(sheet.name, found.row.line, null, sameAs(other.sheet.name));
    else known[found.kind] = { sheet, header: found.row };
  }
  return known;
}

function noHeader(tables: Tables<string>): string {
  const expected = Object.values(tables)
    .map((columns) => Object.values(columns).map(({ header }) => header))
    .map((headers) => headers.join(', '))
    .join('; or ');
  return `no row with known headers: expected ${expected}. Remove the sheet if it is none of these`;
}

function sameAs(other: string): string {
  return `has the same kind of table as the sheet ${other}: put all rows into one`;
}
