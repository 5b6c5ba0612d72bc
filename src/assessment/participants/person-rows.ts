import type { Assessor, People, Unit } from '../../domain/people.js';
import { Register } from '../import/register.js';
import type { Row } from '../import/sheet.js';
import type { Table } from '../import/table.js';
import type { PersonColumn } from './people-columns.js';
import { cell } from './person-cells.js';
import { neededFor, noMore, sameLetters } from './unit-rows.js';

/** Assessors, each in one row; an empty cell says nothing, so that it stays as it is. */
export class PersonRows {
  private readonly units: Register<Pick<Unit, 'code' | 'name'>>;
  private readonly known: ReadonlyMap<string, Assessor>;
  private readonly lines = new Map<string, number>();
  /** Whose address it is by now, with the rows that were read. */
  private readonly owners: Map<string, string>;

  /** @param units of the cycle and of the file: somebody's home may be new */
  constructor(
    private readonly table: Table<PersonColumn>,
    private readonly people: Pick<People, 'assessors' | 'assignments'>,
    units: readonly Pick<Unit, 'code' | 'name'>[],
  ) {
    this.units = new Register('unit', units);
    this.known = new Map(people.assessors.map((each) => [each.code, each]));
    this.owners = new Map(
      people.assessors
        .filter(({ retired }) => !retired)
        .map(({ code, email }) => [email.toLowerCase(), code]),
    );
  }

  read(): Omit<Assessor, 'retired'>[] {
    return this.table.rows.flatMap((row) => this.assessor(row) ?? []);
  }

  private assessor(row: Row): Omit<Assessor, 'retired'> | null {
    const code = this.code(row);
    const name = cell(this.table, row, 'name', 'text');
    const email = cell(this.table, row, 'email', 'email');
    const home = this.home(row, code ?? '');
    if (code === null || name === null || email === null) return null;
    const now = this.known.get(code);
    const next = { name: name || now?.name, email: email || now?.email };
    if (next.name === undefined) this.table.problem(row, 'name', neededFor);
    if (next.email === undefined) this.table.problem(row, 'email', neededFor);
    if (next.name === undefined || next.email === undefined) return null;
    this.claim(row, code, next.email);
    return { code, name: next.name, email: next.email, unit: home ?? now?.unit ?? null };
  }

  private code(row: Row): string | null {
    const code = cell(this.table, row, 'code', 'code');
    if (code === '') this.table.problem(row, 'code', 'is empty: write the code of the assessor');
    if (code === null || code === '') return null;
    const meant = this.known.has(code) ? null : sameLetters(code, [...this.known.keys()]);
    const problem = `no assessor "${code}" in this cycle: did you mean ${meant ?? ''}?`;
    if (meant !== null) this.table.problem(row, 'code', problem);
    const known = this.known.get(code);
    if (known?.retired) this.table.problem(row, 'code', noMore(known.name));
    const first = this.lines.get(code);
    this.lines.set(code, first ?? row.line);
    if (first === undefined) return code;
    this.table.problem(row, 'code', `stands in row ${first} already: keep one`);
    return null;
  }

  private home(row: Row, assessor: string): string | null {
    const text = this.table.line(row, 'home');
    if (text === null || text === '') return null;
    const result = this.units.find(text);
    if ('problem' in result) {
      this.table.problem(row, 'home', result.problem);
      return null;
    }
    const { code, name } = result.found;
    const reviews = this.people.assignments.some(
      (each) => each.assessor === assessor && each.unit === code,
    );
    const problem = `${assessor} assesses ${name}: hand that review over first`;
    if (reviews) this.table.problem(row, 'home', problem);
    return code;
  }

  /** Whoever signs in under an address is one assessor. */
  private claim(row: Row, code: string, email: string): void {
    const key = email.toLowerCase();
    const owner = this.owners.get(key);
    if (owner !== undefined && owner !== code) {
      const problem = `is the address of the assessor ${owner} already: write another one`;
      this.table.problem(row, 'email', problem);
    }
    // What somebody gives up is free for the rows that follow.
    const before = this.known.get(code)?.email.toLowerCase() ?? key;
    if (this.owners.get(before) === code) this.owners.delete(before);
    this.owners.set(key, code);
  }
}
