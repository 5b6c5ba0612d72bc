import type { Instrument } from '../../domain/scoring.js';
import { knownSheets } from '../import/known-sheets.js';
import { Problems } from '../import/problems.js';
import type { SpreadsheetFile } from '../import/spreadsheet.js';
import { Table } from '../import/table.js';
import type { TableOfLevels } from './imported-result.js';
import { levelColumns, levelTables } from './level-columns.js';
import { LevelRows } from './level-rows.js';

/**
 * Reads the levels of an earlier year from an XLSX workbook or a CSV file: one row for every indicator.
 * @throws InputError for all that is wrong, by sheet, row and column
 */
export async function readLevels(
  file: SpreadsheetFile,
  instrument: Instrument,
): Promise<TableOfLevels> {
  const problems = new Problems();
  const { levels } = await knownSheets(file, levelTables, problems);
  const table = levels && new Table(levels.sheet, levels.header, levelColumns, problems);
  const read = table?.isComplete ? new LevelRows(table, instrument).read() : null;
  problems.throwAny();
  if (!read) throw new TypeError('a file without a table has a problem');
  return read;
}
