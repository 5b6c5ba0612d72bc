import type { Responsibility } from '../../domain/assessment/dossier.js';
import type { Assignment } from '../../domain/people.js';
import { AssessorRows } from './assessor-rows.js';
import { assessorColumns, headerOf, indicatorColumns, type Kind } from './columns.js';
import { IndicatorRows } from './indicator-rows.js';
import type { Present } from './present.js';
import { Problems } from './problems.js';
import type { Row, Sheet } from './sheet.js';
import { sheetsOf, type SpreadsheetFile } from './spreadsheet.js';
import { Table } from './table.js';

/** What a spreadsheet says. What it does not list is not meant to change. */
export interface ImportedAssignments {
  /** All of an indicator, each once. */
  readonly indicators: readonly Responsibility[];
  /** All of a unit, for those that are named at all. */
  readonly assignments: readonly Assignment[];
}

interface KnownSheet {
  readonly sheet: Sheet;
  readonly header: Row;
}

/**
 * Reads who leads, supports and assesses what, from an XLSX workbook or a CSV file.
 * Start here: a file becomes sheets, a sheet a table by its header, a table rows.
 * @throws InputError for all that is wrong, by sheet, row and column
 */
export async function readAssignments(
  file: SpreadsheetFile,
  present: Present,
): Promise<ImportedAssignments> {
  const sheets = await sheetsOf(file);
  const problems = new Problems();
  const { indicators, assessors } = sorted(file.name, sheets, problems);
  const read = {
    indicators: indicators ? indicatorsIn(indicators, present, problems) : [],
    assignments: assessors ? assessorsIn(assessors, present, problems) : [],
  };
  problems.throwAny();
  return read;
}

function indicatorsIn(
  { sheet, header }: KnownSheet,
  present: Present,
  problems: Problems,
): Responsibility[] {
  const table = new Table(sheet, header, indicatorColumns, problems);
  return table.isComplete ? new IndicatorRows(table, present).read() : [];
}

function assessorsIn(
  { sheet, header }: KnownSheet,
  present: Present,
  problems: Problems,
): Assignment[] {
  const table = new Table(sheet, header, assessorColumns, problems);
  return table.isComplete ? new AssessorRows(table, present).read() : [];
}

/** Which sheet is which. Blank ones, which Excel adds by itself, are passed over. */
function sorted(
  file: string,
  sheets: readonly Sheet[],
  problems: Problems,
): Partial<Record<Kind, KnownSheet>> {
  const known: Partial<Record<Kind, KnownSheet>> = {};
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) problems.add(file, null, null, 'shows nothing: every sheet is empty');
  for (const sheet of filled) {
    const found = headerOf(sheet);
    const other = found && known[found.kind];
    if (!found) problems.add(sheet.name, sheet.rows[0]?.line ?? null, null, noHeader);
    else if (other) problems.add(sheet.name, found.row.line, null, sameAs(other.sheet.name));
    else known[found.kind] = { sheet, header: found.row };
  }
  return known;
}

const expected = [indicatorColumns, assessorColumns]
  .map((columns) => Object.values(columns).map(({ header }) => header))
  .map((headers) => headers.join(', '))
  .join('; or ');

const noHeader = `no row with known headers: expected ${expected}. Remove the sheet if it is none of these`;

function sameAs(other: string): string {
  return `has the same kind of table as the sheet ${other}: put all rows into one`;
}
