import type { Unit } from '../../domain/people.js';
import { html, type Html, type HtmlValue } from '../../platform/html.js';
import type { Language } from '../language.js';
import {
  arranged,
  csvOf,
  gridView,
  tableAddress,
  tableWords,
  type Column,
  type TableState,
} from '../parts/table.js';
import { assignmentWords } from './assignment-words.js';

export interface ListingShown {
  readonly language: Language;
  /** `/koordinator/spbe-2025/penugasan` */
  readonly path: string;
  /** Of both tables at once: none of their columns have the same key. */
  readonly state: TableState;
  /** Already chosen in the forms: the number of an indicator, the code of a unit. */
  readonly chosen: Chosen;
}

interface Chosen {
  readonly indikator: string;
  readonly opd: string;
}

/** One of the two tables of the page. */
export interface Listing {
  readonly csv: (state: TableState) => string;
  readonly view: (shown: ListingShown) => Html;
}

interface Listed<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Names it in addresses. */
  readonly name: 'penanggung' | 'asesor';
  readonly anchor: string;
}

export function listing<Row>({ columns, rows, name, ...table }: Listed<Row>): Listing {
  return {
    csv: (state) => csvOf(columns, rows, state),
    view: ({ language, path, state, chosen }) => {
      const t = tableWords[language];
      const found = arranged(columns, rows, state);
      const download = tableAddress(path, state, { format: 'csv', tabel: name });
      return html`<p>
          <a href="${download}" aria-label="${t.export}: ${table.caption}">${t.export}</a>
        </p>
        ${gridView({ ...table, path, columns, rows: found, state, kept: { ...chosen } })}
        ${found.length === 0 && html`<p class="hint">${t.none}</p>`}`;
    },
  };
}

/** Searches both tables. */
export function findForm({ language, path, state, chosen }: ListingShown): Html {
  const { search, sort, descending } = state;
  const kept = Object.entries({ urut: sort && `${descending ? '-' : ''}${sort}`, ...chosen });
  return html`<form class="find" action="${path}" method="get" role="search">
    ${kept.map(
      ([name, value]) =>
        value !== '' && html`<input type="hidden" name="${name}" value="${value}" />`,
    )}
    <label
      >${assignmentWords[language].find} <input type="search" name="cari" value="${search}"
    /></label>
    <button>${tableWords[language].find}</button>
  </form>`;
}

/** The form with this chosen in it, above the tables as they are. */
export function chosenIn({ path, state }: ListingShown, chosen: Partial<Chosen>): string {
  const form = chosen.opd === undefined ? 'penanggung-jawab' : 'asesor';
  return `${tableAddress(path, state, chosen)}#${form}`;
}

/** Each row begins with what it is about. */
export function plainTable(
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly HtmlValue[])[],
): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption>
        ${caption} (${rows.length})
      </caption>
      <thead>
        <tr>
          ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first = '', ...cells]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Those that take part. */
export function unitOptions(units: readonly Unit[], chosen: string): Html[] {
  return units
    .filter(({ retired }) => !retired)
    .map(({ code, name }) => option(code, name, chosen));
}

export function option(value: string, text: string, chosen: string): Html {
  return html`<option value="${value}" ${value === chosen && 'selected'}>${text}</option>`;
}
