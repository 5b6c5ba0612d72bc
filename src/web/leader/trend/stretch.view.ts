import { html, type Html } from '../../../platform/html.js';
import { latestPair, type Stretch, type TrendRow } from '../../../report/year-by-year.js';
import type { Language } from '../../language.js';
import { scrolledTable } from '../../parts/scrolled-table.view.js';
import {
  arranged,
  gridView,
  tableAddress,
  type Column,
  type TableState,
} from '../../parts/table.js';
import { figure } from '../../words/work.js';
import { changeView } from './change.view.js';
import { multiplesView } from './multiples.view.js';
import { trendWords } from './trend-words.js';

export interface TrendShown {
  readonly language: Language;
  readonly path: string;
  readonly state: TableState;
}

/** How many of the biggest changes are named above the tables. */
const named = 3;

/** The years of one instrument: pictures for a glance, tables for reading. */
export function stretchView(stretch: Stretch, shown: TrendShown): Html {
  const t = trendWords[shown.language];
  const { instrument, years, domains, aspects } = stretch;
  const known = years.filter((_, at) => isKnown(stretch, at));
  const unknown = years.filter((_, at) => !isKnown(stretch, at));
  const heading = html`<h2>${t.measured(instrument.title)}</h2>
    <p class="hint">${t.years(years)}</p>`;
  if (known.length === 0)
    return html`<section>
      ${heading}
      <p>${t.onlyIndex}</p>
    </section>`;
  return html`<section>
    ${heading} ${unknown.length > 0 && html`<p class="hint">${t.unknown(unknown)}</p>`}
    ${latestPair(stretch) < 0 ? html`<p>${t.onlyOne}</p>` : biggestView(stretch, shown)}
    ${domains.length > 0 && partsView(t.domains, t.domain, domains, { stretch, ...shown })}
    ${partsView(t.aspects, t.aspect, aspects, { stretch, ...shown })}
    ${indicatorsView(stretch, shown)}
  </section>`;
}

function isKnown({ indicators }: Stretch, at: number): boolean {
  return (indicators[0]?.figures[at] ?? null) !== null;
}

function biggestView(stretch: Stretch, { language }: TrendShown): Html {
  const t = trendWords[language];
  const at = latestPair(stretch);
  const changed = stretch.indicators.filter(({ changes }) => Number(changes[at] ?? 0) !== 0);
  const sorted = changed.sort((a, b) => Number(a.changes[at]) - Number(b.changes[at]));
  const lists: [string, TrendRow[]][] = [
    [t.falls, sorted.filter(({ changes }) => Number(changes[at]) < 0).slice(0, named)],
    [
      t.rises,
      sorted
        .reverse()
        .filter(({ changes }) => Number(changes[at]) > 0)
        .slice(0, named),
    ],
  ];
  return html`<div class="biggest">
    ${lists.map(
      ([title, rows]) =>
        rows.length > 0 &&
        html`<div>
          <h3>${title}</h3>
          <ul>
            ${rows.map(
              ({ code, name, changes }) =>
                html`<li>${code}. ${name}: ${changeView(changes[at] ?? null, language)}</li>`,
            )}
          </ul>
        </div>`,
    )}
  </div>`;
}

function partsView(
  title: string,
  column: string,
  rows: readonly TrendRow[],
  { stretch, language }: TrendShown & { readonly stretch: Stretch },
): Html {
  const { years } = stretch;
  const at = latestPair(stretch);
  const headings = [
    column,
    ...years.map(String),
    ...(at < 0 ? [] : [changeTitle(stretch, language)]),
  ];
  const lines = rows.map(
    ({ name, figures, changes }) =>
      html`<tr>
        <th scope="row">${name}</th>
        ${figures.map((value) => html`<td class="number">${said(value, language)}</td>`)}
        ${at >= 0 && html`<td>${changeView(changes[at] ?? null, language)}</td>`}
      </tr>`,
  );
  return html`<h3>${title}</h3>
    ${multiplesView(rows, stretch, language)}
    ${scrolledTable(`${title}: ${stretch.instrument.title}`, headings, lines)}`;
}

function indicatorsView(stretch: Stretch, { language, path, state }: TrendShown): Html {
  const t = trendWords[language];
  const anchor = `indikator-${stretch.years[0] ?? ''}`;
  const columns = indicatorColumns(stretch, language);
  const order = (sort: string, descending: boolean): string =>
    `${tableAddress(path, { search: '', sort, descending })}#${anchor}`;
  return html`<h3 id="${anchor}">${t.indicators}</h3>
    ${
      latestPair(stretch) >= 0 &&
      html`<p>
        ${t.sort}: <a href="${order('perubahan', false)}">${t.falls}</a> ·
        <a href="${order('perubahan', true)}">${t.rises}</a> ·
        <a href="${order('', false)}">${t.inOrder}</a>
      </p>`
    }
    ${gridView({
      caption: `${t.indicators}: ${stretch.instrument.title}`,
      path,
      columns,
      rows: arranged(columns, stretch.indicators, { ...state, search: '' }),
      state,
      anchor: `#${anchor}`,
    })}`;
}

function indicatorColumns(stretch: Stretch, language: Language): Column<TrendRow>[] {
  const t = trendWords[language];
  const at = latestPair(stretch);
  const change: Column<TrendRow> = {
    key: 'perubahan',
    title: changeTitle(stretch, language),
    value: ({ changes }) => Number(changes[at] ?? 0),
    cell: ({ changes }) => changeView(changes[at] ?? null, language),
  };
  return [
    { key: 'no', title: t.no, value: ({ code }) => Number(code) },
    { key: 'nama', title: t.indicator, value: ({ name }) => name },
    ...stretch.years.map((year, place): Column<TrendRow> => {
      return {
        key: String(year),
        title: String(year),
        value: ({ figures }) => Number(figures[place] ?? 0),
        cell: ({ figures }) => said(figures[place] ?? null, language),
      };
    }),
    ...(at < 0 ? [] : [change]),
  ];
}

function changeTitle(stretch: Stretch, language: Language): string {
  const at = latestPair(stretch);
  return trendWords[language].change(stretch.years[at - 1] ?? 0, stretch.years[at] ?? 0);
}

function said(value: string | null, language: Language): string {
  return value === null ? '–' : figure(value, language);
}
