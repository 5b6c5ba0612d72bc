import type { Assessor, People } from '../../domain/people.js';
import { knownSheets } from '../import/known-sheets.js';
import { Problems } from '../import/problems.js';
import type { SpreadsheetFile } from '../import/spreadsheet.js';
import { Table } from '../import/table.js';
import { peopleTables, personColumns, unitColumns } from './people-columns.js';
import { PersonRows } from './person-rows.js';
import { UnitRows, type ImportedUnit } from './unit-rows.js';

/** What a spreadsheet says of people. Whoever it does not list is not meant to change. */
export interface ImportedPeople {
  readonly units: readonly ImportedUnit[];
  readonly assessors: readonly Omit<Assessor, 'retired'>[];
}

/**
 * Reads units with their admins and heads, and assessors, from an XLSX workbook or a CSV file.
 * @throws InputError for all that is wrong, by sheet, row and column
 */
export async function readPeople(file: SpreadsheetFile, people: People): Promise<ImportedPeople> {
  const problems = new Problems();
  const sheets = await knownSheets(file, peopleTables, problems);
  const units =
    sheets.units && new Table(sheets.units.sheet, sheets.units.header, unitColumns, problems);
  const imported = units?.isComplete ? new UnitRows(units, people).read() : [];
  const persons =
    sheets.assessors &&
    new Table(sheets.assessors.sheet, sheets.assessors.header, personColumns, problems);
  const fresh = imported.filter(({ code }) => people.units.every((unit) => unit.code !== code));
  const homes = [...people.units, ...fresh.map(({ code, name }) => ({ code, name: name ?? code }))];
  const assessors = persons?.isComplete ? new PersonRows(persons, people, homes).read() : [];
  problems.throwAny();
  return { units: imported, assessors };
}
