import { nearest } from '../../platform/nearest.js';
import { oneLine, shortened, textProblem } from './cell-text.js';
import { columnOf, isOnlyForReaders, type Columns } from './columns.js';
import type { Problems } from './problems.js';
import type { Row, Sheet } from './sheet.js';

interface Place {
  readonly index: number;
  /** As the file writes it: that is what its owner looks for. */
  readonly header: string;
}

/** The rows of a sheet under its header, with columns that have a meaning. */
export class Table<Name extends string> {
  readonly rows: readonly Row[];
  private readonly places: ReadonlyMap<Name, Place>;

  constructor(
    private readonly sheet: Sheet,
    header: Row,
    private readonly columns: Columns<Name>,
    private readonly problems: Problems,
  ) {
    this.places = placesIn(header.cells, columns);
    this.rows = sheet.rows.filter((row) => row.line > header.line);
    this.checkHeader(header);
    this.checkStrays(header);
    if (this.rows.length === 0) this.problems.add(sheet.name, header.line, null, emptyTable);
    this.rows = this.rows.filter((row) => names(columns).some((name) => this.text(row, name)));
  }

  /** Whether its rows can be read at all. */
  get isComplete(): boolean {
    return names(this.columns).every((name) => this.has(name) || this.columns[name].isOptional);
  }

  has(name: Name): boolean {
    return this.places.has(name);
  }

  text({ cells }: Row, name: Name): string {
    return cells[this.places.get(name)?.index ?? -1] ?? '';
  }

  /** The same in one line; null, and a problem, when it is nothing that a person wrote. */
  line(row: Row, name: Name): string | null {
    const text = this.text(row, name);
    const problem = textProblem(text);
    if (problem === null) return oneLine(text);
    this.problem(row, name, problem);
    return null;
  }

  /** Several in one cell, each once. */
  list(row: Row, name: Name): string[] {
    const text = this.text(row, name);
    const problem = textProblem(text);
    if (problem !== null) this.problem(row, name, problem);
    const words = problem === null ? text.split(/[;\r\n]/).map(oneLine) : [];
    return [...new Set(words.filter((word) => word !== ''))];
  }

  /** Whether a formula has computed what the cell shows. */
  isFormula({ line }: Row, name: Name): boolean {
    const index = this.places.get(name)?.index ?? -1;
    return this.sheet.formulas?.has(`${line} ${index}`) ?? false;
  }

  /** Whether the cell is shown as one with others. */
  isMerged({ line }: Row, name: Name): boolean {
    const index = this.places.get(name)?.index ?? -1;
    return (this.sheet.merges ?? []).some(
      ({ lines, columns }) =>
        line >= lines[0] && line <= lines[1] && index >= columns[0] && index <= columns[1],
    );
  }

  /** Where something is missing that no row has. */
  problemBelow(name: Name, problem: string): void {
    const { line } = this.rows.at(-1) ?? { line: null };
    const header = this.places.get(name)?.header ?? this.columns[name].header;
    this.problems.add(this.sheet.name, line, header, problem);
  }

  problem({ line }: Row, name: Name, problem: string): void {
    const header = this.places.get(name)?.header ?? this.columns[name].header;
    this.problems.add(this.sheet.name, line, header, problem);
  }

  private checkHeader({ line, cells }: Row): void {
    const known = names(this.columns).map((name) => this.columns[name].header);
    for (const [index, header] of cells.entries()) {
      const name = columnOf(this.columns, header);
      if (header === '' || (name === undefined && isOnlyForReaders(header))) continue;
      if (name === undefined) {
        const meant = nearest(header, known);
        const remedy = meant === null ? `expected ${known.join(', ')}` : `did you mean ${meant}?`;
        this.problems.add(this.sheet.name, line, shortened(header), `unknown column: ${remedy}`);
      } else if (this.places.get(name)?.index !== index) {
        const first = this.places.get(name)?.header ?? '';
        const problem = `says the same as the column ${first}: keep one of the two`;
        this.problems.add(this.sheet.name, line, shortened(header), problem);
      }
    }
    for (const name of names(this.columns)) {
      const { header, isOptional = false } = this.columns[name];
      if (this.places.has(name) || isOptional) continue;
      this.problems.add(this.sheet.name, line, header, 'this column is missing');
    }
  }

  /** What stands beside the table is not passed over in silence: somebody meant something by it. */
  private checkStrays({ cells: headers }: Row): void {
    const seen = new Set<number>();
    for (const { line, cells } of this.rows) {
      for (const [index, cell] of cells.entries()) {
        if (cell === '' || (headers[index] ?? '') !== '' || seen.has(index)) continue;
        seen.add(index);
        const problem = 'this column has no header: give it one, or empty it';
        this.problems.add(this.sheet.name, line, `column ${index + 1}`, problem);
      }
    }
  }
}

const emptyTable = 'has no row under its header';

function names<Name extends string>(columns: Columns<Name>): Name[] {
  return Object.keys(columns) as Name[];
}

function placesIn<Name extends string>(
  cells: readonly string[],
  columns: Columns<Name>,
): ReadonlyMap<Name, Place> {
  const places = new Map<Name, Place>();
  for (const [index, header] of cells.entries()) {
    const name = columnOf(columns, header);
    if (name !== undefined && !places.has(name))
      places.set(name, { index, header: shortened(header) });
  }
  return places;
}
