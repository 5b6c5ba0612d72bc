import type { Workbook } from 'exceljs';
import { groupBy } from '../../domain/group-by.js';
import { assessorColumns, indicatorColumns, indicatorName } from './columns.js';
import { newWorkbook } from './new-workbook.js';
import { responsibilityIn, type Present } from './present.js';
import { Register } from './register.js';
import { sheetWith } from './written-sheet.js';

/**
 * The tables that `readAssignments` reads, filled in with what is so now: taking them back changes nothing.
 * Every cell but the numbers is typed as text, so that a name which begins with = is never computed.
 */
export async function exportAssignments(present: Present): Promise<Buffer> {
  const workbook = await newWorkbook();
  addIndicators(workbook, present);
  addAssessors(workbook, present);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addIndicators(workbook: Workbook, present: Present): void {
  const { people, instrument } = present;
  const units = new Register('unit', people.units);
  const byCode = new Map(people.units.map((unit) => [unit.code, unit]));
  const label = (code: string): string => {
    const unit = byCode.get(code);
    return unit ? units.label(unit) : code;
  };
  const { indicator, lead, supports, title } = indicatorColumns;
  const sheet = sheetWith(workbook, 'Indikator', [
    [indicator.header, 10],
    [indicatorName, 60],
    [lead.header, 40],
    [supports.header, 40],
    [title.header, 40],
  ]);
  for (const { no, name } of instrument.indicators) {
    const now = responsibilityIn(present, no);
    const leader = now.lead === null ? '' : label(now.lead);
    sheet.addRow([no, name, leader, now.supports.map(label).join('\n'), now.title ?? '']);
  }
}

/** One row for each assessor of a unit that takes part, and one for a unit without any, to be filled in. */
function addAssessors(workbook: Workbook, { people }: Present): void {
  const units = new Register('unit', people.units);
  const assessors = new Register('assessor', people.assessors);
  const byUnit = groupBy(people.assignments, ({ unit }) => unit);
  const sheet = sheetWith(workbook, 'Asesor', [
    [assessorColumns.unit.header, 60],
    [assessorColumns.assessor.header, 40],
  ]);
  for (const unit of people.units.filter(({ retired }) => !retired)) {
    const codes = new Set(byUnit.get(unit.code)?.map(({ assessor }) => assessor));
    const own = people.assessors.filter(({ code }) => codes.has(code));
    const names = own.length === 0 ? [''] : own.map((each) => assessors.label(each));
    for (const name of names) sheet.addRow([units.label(unit), name]);
  }
}
