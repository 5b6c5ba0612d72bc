import type { Person } from '../../domain/people.js';
import { isAllowed, type TextKind } from '../../platform/schemas.js';
import type { Row } from '../import/sheet.js';
import type { Table } from '../import/table.js';

/** What people files may not hold, no spreadsheet brings in either. */
const problems: Readonly<Record<TextKind, string>> = {
  code: 'is no code: write up to 64 letters, digits and . _ -, beginning with a letter or digit',
  text: 'is no name: write up to 200 characters, and none that are invisible',
  email: 'is no e-mail address: write one such as admin@dinkes.go.id',
};

/** Empty when nothing is written; null, and a problem, when it cannot be taken. */
export function cell<Name extends string>(
  table: Table<Name>,
  row: Row,
  name: Name,
  kind: TextKind,
): string | null {
  const text = table.line(row, name);
  if (text === null || text === '' || isAllowed(kind, text)) return text;
  table.problem(row, name, problems[kind]);
  return null;
}

/** Both cells or neither; null where there is nobody. */
export function personIn<Name extends string>(
  table: Table<Name>,
  row: Row,
  [nameColumn, emailColumn]: readonly [Name, Name],
): Person | null {
  const name = cell(table, row, nameColumn, 'text');
  const email = cell(table, row, emailColumn, 'email');
  if (name === null || email === null) return null;
  if (name !== '' && email !== '') return { name, email };
  const missing = name === '' ? nameColumn : emailColumn;
  if (name !== email) table.problem(row, missing, 'is empty: write both the name and the address');
  return null;
}
