import { Temporal } from 'temporal-polyfill';
import { hundredthsOf, twoDecimals } from '../../domain/hundredths.js';
import { html, type Html } from '../../platform/html.js';
import type { PublicIndicator, PublicPart, PublicResult } from '../../report/public-result.js';
import type { Language } from '../language.js';
import { trendView } from '../leader/trend.view.js';
import { scrolledTable } from '../parts/scrolled-table.view.js';
import { csvOf, rowView, type Column } from '../parts/table.js';
import { longDate } from '../words/dates.js';
import { figure } from '../words/work.js';
import { publicPath } from './public-path.js';
import { publicWords } from './public-words.js';

/** The result as anybody may read it. */
export function publicResultView(result: PublicResult, language: Language): Html {
  const t = publicWords[language];
  const { title, year, target, domains, aspects } = result;
  return html`<section>
      <h1>${title}</h1>
      <p class="now">
        ${t.result} · ${t.year} ${year} · ${t.publishedOn(dayOf(result.publishedOn, language))}
      </p>
      ${figuresView(result, language)}
    </section>
    ${domains.length > 0 && barsView(t.domains, domains, language)}
    ${barsView(t.aspects, aspects, language)}
    <section>
      <h2>${t.trend}</h2>
      ${trendView(trendOf(result), target, language)}
    </section>
    <section>
      <h2>${t.indicators}</h2>
      ${indicatorTable(result, language)}
    </section>
    ${checkView(result, language)}`;
}

function figuresView(result: PublicResult, language: Language): Html {
  const t = publicWords[language];
  const { index, predikat, target, units, exact } = result;
  const isReached = target !== null && hundredthsOf(index) >= hundredthsOf(target);
  return html`<dl class="figures">
    <div>
      <dt>${t.index}</dt>
      <dd>
        <strong>${figure(index, language)}</strong> ${predikat}
        <span class="hint">${t.exactly(figure(exact, language))}</span>
      </dd>
    </div>
    ${
      target !== null &&
      html`<div>
        <dt>${t.target}</dt>
        <dd>
          <strong>${figure(target, language)}</strong> ${isReached ? t.reached : t.notReached}
        </dd>
      </div>`
    }
    <div>
      <dt>${t.units}</dt>
      <dd><strong>${units}</strong></dd>
    </div>
  </dl>`;
}

function barsView(title: string, parts: readonly PublicPart[], language: Language): Html {
  return html`<section>
    <h2>${title}</h2>
    <dl class="bars">
      ${parts.map(
        ({ name, index }) =>
          html`<div>
            <dt>${name}</dt>
            <dd>
              <meter min="1" max="5" value="${index}" aria-label="${name}"></meter>
              <strong>${figure(index, language)}</strong>
            </dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

function indicatorTable(result: PublicResult, language: Language): Html {
  const columns = indicatorColumns(result, language);
  return scrolledTable(
    publicWords[language].indicators,
    columns.map(({ title }) => title),
    result.indicators.map((row) => rowView(columns, row)),
  );
}

/** For a spreadsheet. */
export function indicatorsCsv(result: PublicResult, language: Language): string {
  const asTheyStand = { search: '', sort: '', descending: false };
  return csvOf(indicatorColumns(result, language), result.indicators, asTheyStand);
}

function indicatorColumns(
  { aspects }: PublicResult,
  language: Language,
): Column<PublicIndicator>[] {
  const { columns: heads, verified, unverified } = publicWords[language];
  const names = new Map(aspects.map(({ code, name }) => [code, name]));
  return [
    { key: 'no', title: heads.no, value: ({ no }) => no },
    { key: 'indikator', title: heads.indikator, value: ({ name }) => name },
    { key: 'aspek', title: heads.aspek, value: ({ aspect }) => names.get(aspect) ?? aspect },
    {
      key: 'bobot',
      title: heads.bobot,
      value: ({ weight }) => figure(twoDecimals(weight), language),
    },
    { key: 'tingkat', title: heads.tingkat, value: ({ level }) => figure(level, language) },
    {
      key: 'status',
      title: heads.status,
      value: (each) => (each.verified ? verified : unverified),
    },
  ];
}

function checkView({ cycle, journal }: PublicResult, language: Language): Html {
  const t = publicWords[language];
  const path = publicPath(cycle);
  return html`<section>
    <h2>${t.verifying}</h2>
    ${
      journal.hash !== null &&
      html`<p>${t.journal(journal.entries)}</p>
        <p><code class="hash">${journal.hash}</code></p>`
    }
    <p>
      ${t.data}: <a href="${path}.json">${t.json}</a> ·
      <a href="${twinOf(`${path}.csv`, language)}">${t.csv}</a>
    </p>
    <p><a href="${twinOf(publicPath(), language)}">${t.all}</a></p>
  </section>`;
}

export interface ListedResult {
  readonly cycle: string;
  readonly title: string;
  /** A date of the city. */
  readonly publishedOn: string;
}

export function publicListView(results: readonly ListedResult[], language: Language): Html {
  const t = publicWords[language];
  return html`<section>
    <h1>${t.results}</h1>
    ${results.length === 0 && html`<p class="empty">${t.noResults}</p>`}
    <ul>
      ${results.map(
        ({ cycle, title, publishedOn }) =>
          html`<li>
            <a href="${twinOf(publicPath(cycle), language)}"><bdi>${title}</bdi></a
            >, ${t.publishedOn(dayOf(publishedOn, language))}
          </li>`,
      )}
    </ul>
  </section>`;
}

/** Indonesian has the plain address. */
export function twinOf(path: string, language: Language): string {
  return language === 'id' ? path : `${path}?bahasa=${language}`;
}

function dayOf(date: string, language: Language): string {
  return longDate(Temporal.PlainDate.from(date), language);
}

/** As the picture of the leaders' desk takes it. */
function trendOf({ trend }: PublicResult): Parameters<typeof trendView>[0] {
  return trend.map(({ instrument, ...year }) => {
    return { ...year, instrument: { code: instrument, title: instrument, predikat: [] } };
  });
}
