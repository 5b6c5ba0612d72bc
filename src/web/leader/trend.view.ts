import { tenths } from '../../platform/tenths.js';
import { html, type Html } from '../../platform/html.js';
import type { TrendYear } from '../../report/trend.js';
import type { YearInTrend } from '../../report/year-by-year.js';
import type { Language } from '../language.js';
import { figure } from '../words/work.js';

const words = {
  id: {
    title: 'Tren indeks',
    table: 'Tabel tren indeks',
    year: 'Tahun',
    index: 'Indeks',
    change: 'Perubahan',
    instrument: 'Instrumen',
    breaks: 'instrumen lain: tidak dapat dibandingkan dengan tahun sebelumnya',
    source: {
      published: 'diumumkan melalui Siklus',
      imported: 'diimpor dari hasil yang diumumkan',
      noted: 'hanya indeks, dari berkas siklus',
    },
    differs: (index: string): string => `berkas siklus mencatat ${index}; yang dipakai hasil impor`,
    computed: (index: string): string => `tingkat per indikatornya menghasilkan ${index}`,
    target: 'Garis putus-putus: target',
    none: 'Belum ada hasil yang diumumkan. Indeks tahun-tahun sebelumnya dapat dicatat koordinator pada bagian "history" berkas siklus.',
  },
  en: {
    title: 'Index over the years',
    table: 'Table of the index over the years',
    year: 'Year',
    index: 'Index',
    change: 'Change',
    instrument: 'Instrument',
    breaks: 'another instrument: not to be compared with the year before',
    source: {
      published: 'published through Siklus',
      imported: 'imported from what was published',
      noted: "only the index, from the cycle's file",
    },
    differs: (index: string): string =>
      `the cycle's file says ${index}; the imported result is what counts`,
    computed: (index: string): string => `the levels of its indicators come to ${index}`,
    target: 'Dashed line: target',
    none: 'No result has been published. Coordinators can write down the index of earlier years under "history" in the cycle\'s file.',
  },
};

/** On the public page without where it comes from. */
type ShownYear = TrendYear & Partial<Pick<YearInTrend, 'source' | 'noted' | 'computed'>>;

/** In the picture's own units; it scales to the page. */
const size = { width: 600, height: 200, left: 40, right: 40, top: 24, bottom: 28 };
const [lowest, highest] = [1, 5];

/** A picture for a glance, the same numbers as a table for reading. */
export function trendView(
  years: readonly ShownYear[],
  target: string | null,
  language: Language,
): Html {
  const t = words[language];
  if (years.length === 0) return html`<p>${t.none}</p>`;
  return html`<figure class="trend scroll" tabindex="0" role="region" aria-label="${t.title}">
      <svg
        viewBox="0 0 ${size.width} ${size.height}"
        role="img"
        aria-label="${inWords(years, language)}"
      >
        ${[1, 2, 3, 4, 5].map((level) => gridLine(level))}
        ${target !== null && horizontal(Number(target), 'target')}
        ${years.map((_, at) => [segment(years, at), point(years, at, language)])}
      </svg>
    </figure>
    ${target !== null && html`<p class="hint">${t.target} ${figure(target, language)}</p>`}
    ${table(years, language)}`;
}

function table(years: readonly ShownYear[], language: Language): Html {
  const t = words[language];
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${t.table}">
    <table>
      <thead>
        <tr>
          <th scope="col">${t.year}</th>
          <th scope="col">${t.index}</th>
          <th scope="col">Predikat</th>
          <th scope="col">${t.change}</th>
          <th scope="col">${t.instrument}</th>
        </tr>
      </thead>
      <tbody>
        ${years.map((year) => yearRow(year, language))}
      </tbody>
    </table>
  </div>`;
}

function yearRow(
  { year, index, predikat, change, breaks, instrument, source, noted, computed }: ShownYear,
  language: Language,
): Html {
  const t = words[language];
  const lines = [
    breaks ? t.breaks : '',
    source ? t.source[source] : '',
    noted ? t.differs(figure(noted, language)) : '',
    computed ? t.computed(figure(computed, language)) : '',
  ];
  return html`<tr>
    <th scope="row">${year}</th>
    <td class="number">${figure(index, language)}</td>
    <td>${predikat}</td>
    <td class="number">${change === null ? '–' : figure(change, language)}</td>
    <td>
      <div class="sentence">
        ${instrument.title}
        ${lines.map((line) => line !== '' && html`<span class="hint line">${line}</span>`)}
      </div>
    </td>
  </tr>`;
}

function inWords(years: readonly ShownYear[], language: Language): string {
  return years
    .map(({ year, index, predikat }) => `${year}: ${figure(index, language)} ${predikat}`)
    .join('; ');
}

function point(years: readonly ShownYear[], at: number, language: Language): Html | null {
  const here = years[at];
  if (!here) return null;
  const { year, index } = here;
  const [cx, cy] = [x(at, years.length), y(Number(index))];
  return html`<circle class="point" cx="${cx}" cy="${cy}" r="5" />
    <text class="value" x="${cx}" y="${cy - 10}" text-anchor="middle"
      >${figure(index, language)}</text
    >
    <text x="${cx}" y="${size.height - 8}" text-anchor="middle">${year}</text>`;
}

/** From the year before; a gap with a line through it where another instrument begins. */
function segment(years: readonly ShownYear[], at: number): Html | null {
  const [before, here] = [years[at - 1], years[at]];
  if (!before || !here) return null;
  const [x1, x2] = [x(at - 1, years.length), x(at, years.length)];
  if (here.breaks) {
    const middle = (x1 + x2) / 2;
    return html`<line class="break" x1="${middle}" x2="${middle}" y1="${size.top}" y2="${y(1)}" />`;
  }
  const [y1, y2] = [y(Number(before.index)), y(Number(here.index))];
  return html`<line class="segment" x1="${x1}" x2="${x2}" y1="${y1}" y2="${y2}" />`;
}

function gridLine(level: number): Html {
  return html`${horizontal(level, 'grid')}
    <text class="level" x="${size.left - 12}" y="${y(level) + 4}" text-anchor="end"
      >${level}</text
    >`;
}

function horizontal(level: number, kind: string): Html {
  const [from, to] = [size.left, size.width - size.right];
  return html`<line class="${kind}" x1="${from}" x2="${to}" y1="${y(level)}" y2="${y(level)}" />`;
}

function x(at: number, count: number): number {
  const width = size.width - size.left - size.right;
  return tenths(size.left + (width * (at + 0.5)) / count);
}

function y(level: number): number {
  const height = size.height - size.top - size.bottom;
  return tenths(size.top + (height * (highest - level)) / (highest - lowest));
}
