import type { Assessor, Assignment, Unit } from '../../domain/people.js';
import type { AssessorColumn } from './columns.js';
import type { Present } from './present.js';
import { noLonger, Register } from './register.js';
import type { Row } from './sheet.js';
import type { Table } from './table.js';

/** Who assesses which unit, as a table says it. A unit without an assessor is not named by it. */
export class AssessorRows {
  private readonly units: Register<Unit>;
  private readonly assessors: Register<Assessor>;
  private readonly lines = new Map<string, number>();

  constructor(
    private readonly table: Table<AssessorColumn>,
    { people }: Pick<Present, 'people'>,
  ) {
    this.units = new Register('unit', people.units);
    this.assessors = new Register(
      'assessor',
      people.assessors.filter(({ retired }) => !retired),
    );
  }

  /** Each pair once; what is wrong is among the table's problems. */
  read(): Assignment[] {
    return this.table.rows.flatMap((row) => {
      const unit = this.unit(row);
      const assessors = this.table.list(row, 'assessor').flatMap((text) => {
        return this.assessor(row, text) ?? [];
      });
      if (!unit) return [];
      return assessors.flatMap((assessor) => this.pair(row, assessor, unit) ?? []);
    });
  }

  private unit(row: Row): Unit | null {
    const text = this.table.line(row, 'unit');
    if (text === null) return null;
    if (text === '') {
      this.table.problem(row, 'unit', 'is empty: name the unit that is assessed');
      return null;
    }
    const result = this.units.find(text);
    if ('found' in result && !result.found.retired) return result.found;
    const problem = 'found' in result ? noLonger(result.found.name) : result.problem;
    this.table.problem(row, 'unit', problem);
    return null;
  }

  private assessor(row: Row, text: string): Assessor | null {
    const result = this.assessors.find(text);
    if ('found' in result) return result.found;
    this.table.problem(row, 'assessor', result.problem);
    return null;
  }

  private pair(row: Row, assessor: Assessor, unit: Unit): Assignment | null {
    if (assessor.unit === unit.code) {
      const conflict = `${unit.name} is the home unit of ${assessor.name}`;
      this.table.problem(row, 'assessor', `${conflict}: name somebody from another unit`);
      return null;
    }
    const pair = `${assessor.code} ${unit.code}`;
    const first = this.lines.get(pair);
    this.lines.set(pair, first ?? row.line);
    if (first === undefined) return { assessor: assessor.code, unit: unit.code };
    const problem = `${assessor.name} stands with ${unit.name} in row ${first} already: keep one`;
    this.table.problem(row, 'assessor', problem);
    return null;
  }
}
