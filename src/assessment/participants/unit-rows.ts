import { groupBy } from '../../domain/group-by.js';
import type { People, Person, Unit } from '../../domain/people.js';
import { isSameAddress } from '../../domain/recipients.js';
import { nearest } from '../../platform/nearest.js';
import type { Row } from '../import/sheet.js';
import type { Table } from '../import/table.js';
import type { UnitColumn } from './people-columns.js';
import { cell, personIn } from './person-cells.js';

/** What a file says of a unit; an empty cell says nothing, so that it stays as it is. */
export interface ImportedUnit {
  readonly code: string;
  readonly name: string | null;
  readonly head: Person | null;
  readonly secretary: Person | null;
  /** All of them, or none when they stay. */
  readonly admins: readonly Person[];
}

interface UnitRow extends Omit<ImportedUnit, 'admins'> {
  readonly row: Row;
  readonly admin: Person | null;
}

/** Units with their admins: a unit has a row for each admin, and what is the same in all of them may be said once. */
export class UnitRows {
  private readonly known: ReadonlyMap<string, Unit>;

  constructor(
    private readonly table: Table<UnitColumn>,
    { units }: Pick<People, 'units'>,
  ) {
    this.known = new Map(units.map((unit) => [unit.code, unit]));
  }

  read(): ImportedUnit[] {
    const rows = this.table.rows.flatMap((row) => this.unitRow(row) ?? []);
    return [...groupBy(rows, ({ code }) => code).values()].map((group) => this.unit(group));
  }

  private unitRow(row: Row): UnitRow | null {
    const { table } = this;
    const code = this.code(row);
    const name = cell(table, row, 'name', 'text');
    const admin = personIn(table, row, ['adminName', 'adminEmail']);
    const head = personIn(table, row, ['headName', 'headEmail']);
    const secretary = personIn(table, row, ['secretaryName', 'secretaryEmail']);
    if (code === null) return null;
    return { row, code, name: name === '' ? null : name, admin, head, secretary };
  }

  private code(row: Row): string | null {
    const code = cell(this.table, row, 'code', 'code');
    if (code === '') this.table.problem(row, 'code', 'is empty: write the code of the unit');
    if (code === null || code === '') return null;
    const unit = this.known.get(code);
    const meant = unit ? null : sameLetters(code, [...this.known.keys()]);
    if (meant !== null) {
      this.table.problem(row, 'code', `no unit "${code}" in this cycle: did you mean ${meant}?`);
    }
    if (unit?.retired) this.table.problem(row, 'code', noMore(unit.name));
    return code;
  }

  private unit(group: readonly UnitRow[]): ImportedUnit {
    const { code = '', row } = group[0] ?? {};
    const admins = this.admins(group);
    const unit = {
      code,
      name: this.agreed(group, ['name', 'name']),
      head: this.agreed(group, ['head', 'headEmail']),
      secretary: this.agreed(group, ['secretary', 'secretaryEmail']),
      admins,
    };
    if (row && !this.known.has(code)) this.checkNew(unit, row);
    return unit;
  }

  private admins(group: readonly UnitRow[]): Person[] {
    const lines = new Map<string, number>();
    return group.flatMap(({ row, admin }) => {
      if (!admin) return [];
      const key = admin.email.toLowerCase();
      const first = lines.get(key);
      lines.set(key, first ?? row.line);
      if (first === undefined) return [admin];
      this.table.problem(row, 'adminEmail', `stands in row ${first} already: keep one`);
      return [];
    });
  }

  /** What the rows of a unit say of it: those that say anything say the same. */
  private agreed<Key extends 'name' | 'head' | 'secretary'>(
    group: readonly UnitRow[],
    [key, column]: readonly [Key, UnitColumn],
  ): UnitRow[Key] | null {
    const [first, ...others] = group.filter((each) => each[key] !== null);
    for (const other of others) {
      if (!first || isSame(first[key], other[key])) continue;
      const problem = `says something else than row ${first.row.line}: a unit has one`;
      this.table.problem(other.row, column, problem);
    }
    return first?.[key] ?? null;
  }

  private checkNew({ name, admins }: ImportedUnit, row: Row): void {
    const isRead = (column: UnitColumn): boolean => this.table.text(row, column) === '';
    if (name === null && isRead('name')) this.table.problem(row, 'name', neededFor);
    if (admins.length === 0 && isRead('adminEmail') && isRead('adminName')) {
      this.table.problem(row, 'adminEmail', neededFor);
    }
  }
}

export const neededFor = 'is empty: whoever is new needs it';

/** Codes that capitals tell apart are a slip, not two units. */
export function sameLetters(code: string, known: readonly string[]): string | null {
  const meant = nearest(code, known);
  return meant?.toLowerCase() === code.toLowerCase() ? meant : null;
}

export function noMore(name: string): string {
  return `${name} takes part in this cycle no more: let it take part again on the page, or remove the row`;
}

function isSame(a: string | Person | null, b: string | Person | null): boolean {
  if (typeof a === 'string' || typeof b === 'string' || !a || !b) return a === b;
  return a.name === b.name && isSameAddress(a, b);
}
