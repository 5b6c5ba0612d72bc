import type { Workbook } from 'exceljs';
import type { Assessor, People, Unit } from '../../domain/people.js';
import { newWorkbook } from '../import/new-workbook.js';
import { Register } from '../import/register.js';
import { sheetWith } from '../import/written-sheet.js';
import { personColumns, unitColumns } from './people-columns.js';

/** The tables that `readPeople` reads, filled in with what is so now: taking them back changes nothing. */
export async function exportPeople(people: People): Promise<Buffer> {
  const workbook = await newWorkbook();
  addUnits(workbook, people.units);
  addAssessors(workbook, people);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A row for each admin of a unit that takes part, and one for a unit without any, to be filled in. */
function addUnits(workbook: Workbook, units: readonly Unit[]): void {
  const { code, name, adminName, adminEmail, headName, headEmail } = unitColumns;
  const { secretaryName, secretaryEmail } = unitColumns;
  const sheet = sheetWith(workbook, 'OPD', [
    [code.header, 16],
    [name.header, 50],
    [adminName.header, 30],
    [adminEmail.header, 36],
    [headName.header, 30],
    [headEmail.header, 36],
    [secretaryName.header, 30],
    [secretaryEmail.header, 36],
  ]);
  for (const unit of units.filter(({ retired }) => !retired)) {
    const offices = [unit.head, unit.secretary].flatMap((each) => [
      each?.name ?? '',
      each?.email ?? '',
    ]);
    const admins = unit.admins.length === 0 ? [{ name: '', email: '' }] : unit.admins;
    for (const { name: admin, email } of admins) {
      sheet.addRow([unit.code, unit.name, admin, email, ...offices]);
    }
  }
}

function addAssessors(workbook: Workbook, { units, assessors }: People): void {
  const register = new Register('unit', units);
  const { code, name, email, home } = personColumns;
  const sheet = sheetWith(workbook, 'Asesor', [
    [code.header, 16],
    [name.header, 40],
    [email.header, 36],
    [home.header, 50],
  ]);
  const label = ({ unit }: Assessor): string => {
    const own = units.find((each) => each.code === unit);
    return own ? register.label(own) : '';
  };
  for (const each of assessors.filter(({ retired }) => !retired))
    sheet.addRow([each.code, each.name, each.email, label(each)]);
}
