import type { Responsibility } from '../../domain/assessment/dossier.js';
import type { Assignment } from '../../domain/people.js';
import { AssessorRows } from './assessor-rows.js';
import { assessorColumns, assignmentTables, indicatorColumns } from './columns.js';
import { IndicatorRows } from './indicator-rows.js';
import { knownSheets, type KnownSheet } from './known-sheets.js';
import type { Present } from './present.js';
import { Problems } from './problems.js';
import type { SpreadsheetFile } from './spreadsheet.js';
import { Table } from './table.js';

/** What a spreadsheet says. What it does not list is not meant to change. */
export interface ImportedAssignments {
  /** All of an indicator, each once. */
  readonly indicators: readonly Responsibility[];
  /** All of a unit, for those that are named at all. */
  readonly assignments: readonly Assignment[];
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
  const problems = new Problems();
  const { indicators, assessors } = await knownSheets(file, assignmentTables, problems);
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
