import { InputError } from '../../platform/input-error.js';
import { limits, notComputed, type Merge, type Row, type Sheet } from './sheet.js';
import { ShownText } from './shown-text.js';
import type { XmlReader } from './xml.js';

interface Cell {
  readonly type: string;
  readonly text: ShownText;
  hasFormula: boolean;
}

/** Collects what one worksheet shows. Cells may come without their place: then they follow the one before. */
export class Worksheet implements XmlReader {
  private readonly rows = new Map<number, string[]>();
  private readonly formulas = new Set<string>();
  private readonly merges: string[] = [];
  private line = 0;
  private column = -1;
  private cell: Cell | null = null;

  constructor(
    private readonly name: string,
    private readonly sharedStrings: readonly string[],
  ) {}

  open(name: string, { r, t, ref }: Readonly<Record<string, string>>): void {
    if (name === 'row') this.startRow(r);
    else if (name === 'c') this.startCell(r, t);
    else if (name === 'mergeCell') this.addMerge(ref);
    else if (name === 'f' && this.cell) this.cell.hasFormula = true;
    else this.cell?.text.open(name);
  }

  text(text: string): void {
    this.cell?.text.add(text);
  }

  close(name: string): void {
    this.cell?.text.close(name);
    if (name !== 'c' || !this.cell) return;
    this.put(shown(this.cell, this.sharedStrings));
    if (this.cell.hasFormula) this.formulas.add(`${this.line} ${this.column}`);
    this.cell = null;
  }

  get sheet(): Sheet {
    for (const merge of this.merges) this.spread(merge);
    const lines = [...this.rows].sort(([a], [b]) => a - b);
    return {
      name: this.name,
      rows: lines.map(([line, cells]): Row => ({ line, cells })),
      formulas: this.formulas,
      merges: this.merges.flatMap((merge) => rangeOf(merge) ?? []),
    };
  }

  private startRow(r: string | undefined): void {
    this.line = /^\d{1,7}$/.test(r ?? '') ? Number(r) : this.line + 1;
    this.column = -1;
  }

  private startCell(r: string | undefined, t: string | undefined): void {
    this.column = placeOf(r ?? '')?.column ?? this.column + 1;
    this.cell = { type: t ?? 'n', text: new ShownText(), hasFormula: false };
  }

  private addMerge(ref: string | undefined): void {
    if (this.merges.length === limits.merges) {
      const problem = `merges cells more than ${limits.merges} times: undo that`;
      throw new InputError({ file: this.name, line: null, field: null }, problem);
    }
    this.merges.push(ref ?? '');
  }

  private put(text: string): void {
    if (text === '') return;
    if (this.column >= limits.columns) throw tooWide(this.name, this.line);
    const cells = this.rows.get(this.line) ?? new Array<string>(limits.columns).fill('');
    cells[this.column] = text;
    this.rows.set(this.line, cells);
    if (this.rows.size > limits.rows) throw tooMany(this.name, this.line);
  }

  /** A merged cell is shown once, over all of its rows: each of them means it. */
  private spread(merge: string): void {
    const range = rangeOf(merge);
    if (!range) return;
    const { lines, columns } = range;
    const text = this.rows.get(lines[0])?.[columns[0]] ?? '';
    const lastColumn = Math.min(columns[1], limits.columns - 1);
    for (const [line, cells] of this.rows) {
      if (line < lines[0] || line > lines[1]) continue;
      for (let column = columns[0]; column <= lastColumn; column += 1) {
        cells[column] = column === columns[0] ? text : '';
      }
    }
  }
}

export function tooMany(file: string, line: number): InputError {
  const problem = `has more than ${limits.rows} rows: keep the table only`;
  return new InputError({ file, line, field: null }, problem);
}

export function tooWide(file: string, line: number): InputError {
  const problem = `has more than ${limits.columns} columns: keep the table only`;
  return new InputError({ file, line, field: null }, problem);
}

function shown({ type, text, hasFormula }: Cell, sharedStrings: readonly string[]): string {
  const { value } = text;
  if (type === 's') return unescaped(sharedStrings[Number(value)] ?? '').trim();
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n') return unescaped(value).trim();
  if (value.trim() !== '') return String(Number(value));
  // A formula that yields an empty text has a type; without one it was written and never computed.
  return hasFormula ? notComputed : '';
}

/** Line ends and tabs inside a cell, as some programs write them. */
function unescaped(text: string): string {
  return text.replace(/_x00(?:0D|0A|09)_/gi, '\n');
}

/** Of A1:B2. */
function rangeOf(merge: string): Merge | null {
  const [from, to] = merge.split(':').map(placeOf);
  if (!from || !to) return null;
  return { lines: [from.line, to.line], columns: [from.column, to.column] };
}

/** Of A1: line 1, column 0. */
function placeOf(reference: string): { readonly line: number; readonly column: number } | null {
  const [, letters, line] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference) ?? [];
  if (letters === undefined) return null;
  const column = [...letters.toUpperCase()].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
  return { line: Number(line), column: column - 1 };
}
