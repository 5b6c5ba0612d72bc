import type { Responsibility } from '../../domain/assessment/dossier.js';
import type { Unit } from '../../domain/people.js';
import type { Indicator } from '../../domain/scoring.js';
import type { IndicatorColumn } from './columns.js';
import { indicatorChange } from './difference.js';
import { shortened } from './cell-text.js';
import { responsibilityIn, type Present } from './present.js';
import { noLonger, Register } from './register.js';
import type { Row } from './sheet.js';
import type { Table } from './table.js';

const longestTitle = 2_000;

/** Who leads and supports which indicator, as a table says it. */
export class IndicatorRows {
  private readonly units: Register<Unit>;
  private readonly lines = new Map<number, number>();

  constructor(
    private readonly table: Table<IndicatorColumn>,
    private readonly present: Present,
  ) {
    this.units = new Register('unit', present.people.units);
  }

  /** Each row once; what is wrong is among the table's problems. */
  read(): Responsibility[] {
    return this.table.rows.flatMap((row) => {
      const indicator = this.indicator(row);
      return indicator ? [this.responsibility(row, indicator)] : [];
    });
  }

  private indicator(row: Row): Indicator | null {
    const { instrument } = this.present;
    const text = this.table.line(row, 'indicator');
    if (text === null) return null;
    // Spreadsheets turn numbers into text and back: 32, "32", 32.0, "32,0", "Indikator 32".
    const [, digits] = /^(?:indikator\s*)?(\d{1,4})(?:[.,]0*)?$/i.exec(text) ?? [];
    const known = instrument.indicators.find(({ no }) => no === Number(digits));
    if (!known) {
      const range = `expected a number from 1 to ${instrument.indicators.length}`;
      this.table.problem(row, 'indicator', `${range}, found "${shortened(text)}"`);
      return null;
    }
    const first = this.lines.get(known.no);
    this.lines.set(known.no, first ?? row.line);
    if (first === undefined) return known;
    const problem = `indicator ${known.no} stands in row ${first} already: keep one of the two`;
    this.table.problem(row, 'indicator', problem);
    return null;
  }

  private responsibility(
    row: Row,
    { no, ownTitle, valueSource, source }: Indicator,
  ): Responsibility {
    const lead = this.unit(row, 'lead', this.table.line(row, 'lead'));
    const supports = this.table.list(row, 'supports');
    const units = supports.flatMap((each) => this.unit(row, 'supports', each) ?? []);
    const before = responsibilityIn(this.present, no);
    const stated = {
      indicator: no,
      lead: lead?.code ?? null,
      supports: [...new Set(units.map(({ code }) => code))].filter((code) => code !== lead?.code),
      title: this.table.has('title') ? this.title(row) : before.title,
    };
    if (lead && valueSource === 'external') {
      const problem = `the level comes from ${source ?? 'another agency'}: leave this cell empty`;
      this.table.problem(row, 'lead', problem);
    }
    if (this.table.has('title') && stated.title !== null && !ownTitle) {
      const problem = 'this indicator has no title of its own: leave this cell empty';
      this.table.problem(row, 'title', problem);
    }
    // What it has been may stay as it is: a unit that has left still stands where it stood.
    if (indicatorChange(before, stated)) {
      if (lead) this.refuseRetired(row, 'lead', lead);
      for (const each of units) this.refuseRetired(row, 'supports', each);
    }
    return stated;
  }

  private unit(row: Row, column: IndicatorColumn, text: string | null): Unit | null {
    if (text === null || text === '') return null;
    const result = this.units.find(text);
    if ('found' in result) return result.found;
    this.table.problem(row, column, result.problem);
    return null;
  }

  private title(row: Row): string | null {
    const title = this.table.line(row, 'title') ?? '';
    if (title.length > longestTitle) {
      this.table.problem(row, 'title', `is longer than ${longestTitle} characters`);
    }
    return title === '' ? null : title;
  }

  private refuseRetired(row: Row, column: IndicatorColumn, { name, retired }: Unit): void {
    if (retired) this.table.problem(row, column, noLonger(name));
  }
}
