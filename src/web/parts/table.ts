import { csvText } from '../../platform/csv-text.js';
import { html, type Html, type HtmlValue } from '../../platform/html.js';
import type { Language } from '../language.js';

/** One column, for the page, for sorting and searching, and for a CSV. */
export interface Column<Row> {
  /** Names it in addresses. */
  readonly key: string;
  readonly title: string;
  /** What it says: sorted by, searched in and exported. */
  readonly value: (row: Row) => string | number;
  /** What it shows, where that is more than what it says. */
  readonly cell?: (row: Row) => HtmlValue;
}

/** How a visitor wants to see a table: it stands in the address, so that it works without script. */
export interface TableState {
  readonly search: string;
  /** The key of a column; empty: as the rows come. */
  readonly sort: string;
  readonly descending: boolean;
}

export interface TableQuery {
  readonly cari?: unknown;
  readonly urut?: unknown;
}

/** `?cari=dinas&urut=-terlambat` */
export function tableState({ cari, urut }: TableQuery): TableState {
  const sort = typeof urut === 'string' ? urut : '';
  const descending = sort.startsWith('-');
  return {
    search: typeof cari === 'string' ? cari.trim().slice(0, 100) : '',
    sort: descending ? sort.slice(1) : sort,
    descending,
  };
}

/** The rows that are looked for, in the order that is wanted. */
export function arranged<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { search, sort, descending }: TableState,
): Row[] {
  const wanted = search.toLocaleLowerCase('id');
  const found = rows.filter((row) =>
    columns.some(({ value }) => String(value(row)).toLocaleLowerCase('id').includes(wanted)),
  );
  const column = columns.find(({ key }) => key === sort);
  if (!column) return found;
  const sorted = found.sort((a, b) => compare(column.value(a), column.value(b)));
  return descending ? sorted.reverse() : sorted;
}

const collator = new Intl.Collator('id', { numeric: true });

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : collator.compare(String(a), String(b));
}

export const tableWords = {
  id: { search: 'Cari', find: 'Cari', export: 'Unduh CSV', none: 'Tidak ada yang cocok.' },
  en: { search: 'Search', find: 'Search', export: 'Download CSV', none: 'Nothing matches.' },
};

/** A table whose rows stand as they are to be shown. */
export interface GridView<Row> {
  /** Read out as the table's name. */
  readonly caption: string;
  /** Of the page that it stands on, without a query. */
  readonly path: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly state: TableState;
  /** What else the address says, and has to go on saying in another order. */
  readonly kept?: Readonly<Record<string, string>>;
  /** Where there are more rows than these. */
  readonly count?: number;
  /** `#asesor`: where on the page it stands, when something long comes before it. */
  readonly anchor?: string;
}

export interface TableView<Row> extends Omit<GridView<Row>, 'kept' | 'count' | 'anchor'> {
  readonly language: Language;
  /** Instead of rows, when there is none at all: what to do. */
  readonly empty: HtmlValue;
}

/** Sorts by a click on a heading, searches, and exports what is shown. */
export function tableView<Row>(view: TableView<Row>): Html {
  const { path, columns, rows, state, language, empty } = view;
  if (rows.length === 0) return html`<div class="empty">${empty}</div>`;
  const shown = arranged(columns, rows, state);
  const t = tableWords[language];
  return html`<form class="find" action="${path}" method="get" role="search">
      <label>${t.search} <input type="search" name="cari" value="${state.search}" /></label>
      <button>${t.find}</button>
      <a href="${tableAddress(path, state, { format: 'csv' })}">${t.export}</a>
    </form>
    ${gridView({ ...view, rows: shown })}
    ${shown.length === 0 && html`<p class="hint">${t.none}</p>`}`;
}

/** For rows that whoever read them has searched and sorted already. */
export function gridView<Row>(view: GridView<Row>): Html {
  const { caption, columns, rows, count = rows.length } = view;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption>
        ${caption} (${count})
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => heading(column, view))}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => rowView(columns, row))}
      </tbody>
    </table>
  </div>`;
}

function heading<Row>(
  { key, title }: Column<Row>,
  { path, state, kept = {}, anchor = '' }: GridView<Row>,
): Html {
  const isSorted = state.sort === key;
  const order = isSorted && (state.descending ? 'descending' : 'ascending');
  const next = { ...state, sort: key, descending: isSorted && !state.descending };
  return html`<th scope="col" aria-sort="${order || 'none'}">
    <a href="${tableAddress(path, next, kept)}${anchor}">${title}</a>
  </th>`;
}

/** The first cell names the row. */
export function rowView<Row>(columns: readonly Column<Row>[], row: Row): Html {
  return html`<tr>
    ${columns.map(({ value, cell }, index) => {
      const said = value(row);
      const shown = cell ? cell(row) : said;
      if (index === 0) return html`<th scope="row">${shown}</th>`;
      return html`<td class="${typeof said === 'number' && 'number'}">${shown}</td>`;
    })}
  </tr>`;
}

/** Of a page with its table as it is wanted; `more` goes beside what the table itself says. */
export function tableAddress(
  path: string,
  { search, sort, descending }: TableState,
  more: Readonly<Record<string, string>> = {},
): string {
  const order = sort === '' ? '' : `${descending ? '-' : ''}${sort}`;
  const said = Object.entries({ cari: search, urut: order, ...more });
  const text = new URLSearchParams(said.filter(([, value]) => value !== '')).toString();
  return text === '' ? path : `${path}?${text}`;
}

/** What is shown, for a spreadsheet. */
export function csvOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  state: TableState,
): string {
  const lines = [
    columns.map(({ title }) => title),
    ...arranged(columns, rows, state).map((row) => columns.map(({ value }) => value(row))),
  ];
  return csvText(lines);
}
