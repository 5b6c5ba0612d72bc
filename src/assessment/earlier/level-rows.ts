import { allowedLevels, parseLevel, type Instrument } from '../../domain/scoring.js';
import { shortened } from '../import/cell-text.js';
import type { Row } from '../import/sheet.js';
import type { Table } from '../import/table.js';
import type { TableOfLevels } from './imported-result.js';
import type { LevelColumn } from './level-columns.js';

const longestNote = 2_000;

/** The rows of a table of levels. What was announced is copied by hand: a slip must not pass for a level. */
export class LevelRows {
  private readonly lines = new Map<number, number>();
  private readonly levels: Record<string, string> = {};
  private readonly claimed: Record<string, string> = {};
  private readonly notes: Record<string, string> = {};

  constructor(
    private readonly table: Table<LevelColumn>,
    private readonly instrument: Instrument,
  ) {}

  read(): TableOfLevels {
    for (const row of this.table.rows) this.readRow(row);
    const missing = this.instrument.indicators.filter(({ no }) => !this.lines.has(no));
    if (missing.length > 0) {
      const numbers = missing.map(({ no }) => no).join(', ');
      this.table.problemBelow(
        'no',
        `no row for ${numbers}: a result has a level of each indicator`,
      );
    }
    return { levels: this.levels, claimed: this.claimed, notes: this.notes };
  }

  private readRow(row: Row): void {
    const no = this.number(row);
    if (no === null) return;
    const before = this.lines.get(no);
    if (before !== undefined) {
      const problem = `indicator ${no} stands in row ${before} already: keep one`;
      this.table.problem(row, 'no', problem);
      return;
    }
    this.lines.set(no, row.line);
    this.checkName(row, no);
    const level = this.level(row, 'level');
    if (level === '')
      this.table.problem(row, 'level', 'is empty: write 1 where nothing was verified');
    const claimed = this.level(row, 'claimed');
    if (level) this.levels[String(no)] = level;
    if (claimed) this.claimed[String(no)] = claimed;
    this.readNote(row, no);
  }

  private number(row: Row): number | null {
    if (!this.isPlain(row, 'no')) return null;
    const { length } = this.instrument.indicators;
    const text = this.table.line(row, 'no');
    if (text === null) return null;
    const number = /^\d{1,3}$/.test(text) ? Number(text) : 0;
    if (number >= 1 && number <= length) return number;
    const problem = `expected a number from 1 to ${length}, found "${shortened(text)}"`;
    this.table.problem(row, 'no', problem);
    return null;
  }

  /** Null, and a problem, when it is none; empty where nothing stands. */
  private level(row: Row, name: 'level' | 'claimed'): string | null {
    if (!this.isPlain(row, name)) return null;
    const text = this.table.line(row, name);
    if (text === null || text === '') return text;
    // As it is written in Indonesia.
    const level = parseLevel(this.instrument, text.replace(',', '.'));
    if (level !== null) return level;
    const problem = `expected ${allowedLevels(this.instrument)}, found "${shortened(text)}"`;
    this.table.problem(row, name, problem);
    return null;
  }

  private isPlain(row: Row, name: LevelColumn): boolean {
    if (this.table.isFormula(row, name)) {
      this.table.problem(row, name, 'is a formula: write its value instead');
      return false;
    }
    if (!this.table.isMerged(row, name)) return true;
    const problem = 'is merged with other cells: undo that, so that each indicator has its own';
    this.table.problem(row, name, problem);
    return false;
  }

  /** Offices write names in many ways; but the name of another indicator means that rows have slipped. */
  private checkName(row: Row, no: number): void {
    const name = keyOf(this.table.line(row, 'name') ?? '');
    const meant = this.instrument.indicators.find((each) => keyOf(each.name) === name);
    if (name === '' || !meant || meant.no === no) return;
    const problem = `is the name of indicator ${meant.no}: correct the number or the name`;
    this.table.problem(row, 'name', problem);
  }

  private readNote(row: Row, no: number): void {
    const note = this.table.line(row, 'note') ?? '';
    if (note.length > longestNote) {
      this.table.problem(row, 'note', `is longer than ${longestNote} characters`);
    } else if (note !== '') this.notes[String(no)] = note;
  }
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
