import type { HtmlValue, Html } from '../../platform/html.js';
import { csvOf, tableView, type Column, type TableState } from '../parts/table.js';
import type { Language } from '../language.js';

/** A page with one table, which can be had as a CSV as well. */
export interface TablePage {
  readonly title: string;
  readonly csv: (state: TableState) => string;
  readonly content: (shown: Shown) => Html;
}

export interface Shown {
  readonly language: Language;
  readonly path: string;
  readonly state: TableState;
}

interface Parts<Row> {
  readonly title: string;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Instead of rows, when there is none at all: what to do. */
  readonly empty: HtmlValue;
  /** The page around the table. */
  readonly around: (table: Html) => Html;
}

/** Both readings show the same columns of the same rows. */
export function tablePage<Row>({ title, around, ...table }: Parts<Row>): TablePage {
  return {
    title,
    csv: (state) => csvOf(table.columns, table.rows, state),
    content: (shown) => around(tableView({ ...table, ...shown })),
  };
}
