import { tenths } from '../../../platform/tenths.js';
import { html, type Html } from '../../../platform/html.js';
import type { Stretch, TrendRow } from '../../../report/year-by-year.js';
import type { Language } from '../../language.js';
import { figure } from '../../words/work.js';

/** In the picture's own units; it scales to its place. */
const size = { width: 220, height: 110, left: 26, right: 22, top: 20, bottom: 22 };
const [lowest, highest] = [1, 5];

/** One small picture for each part, all on the same scale, so that they can be compared at a glance. */
export function multiplesView(
  rows: readonly TrendRow[],
  { years }: Pick<Stretch, 'years'>,
  language: Language,
): Html {
  return html`<div class="multiples">
    ${rows.map(
      (row) =>
        html`<figure class="trend">
          <figcaption>${row.name}</figcaption>
          <svg
            viewBox="0 0 ${size.width} ${size.height}"
            role="img"
            aria-label="${inWords(row, years, language)}"
          >
            ${[1, 3, 5].map(gridLine)} ${row.figures.map((_, at) => segment(row, at))}
            ${row.figures.map((value, at) => point(value, at, years, language))}
          </svg>
        </figure>`,
    )}
  </div>`;
}

function inWords(row: TrendRow, years: readonly number[], language: Language): string {
  const said = row.figures.flatMap((value, at) =>
    value === null ? [] : [`${years[at] ?? ''}: ${figure(value, language)}`],
  );
  return `${row.name}. ${said.join('; ')}`;
}

function point(
  value: string | null,
  at: number,
  years: readonly number[],
  language: Language,
): Html {
  const [cx, year] = [x(at, years.length), years[at] ?? ''];
  const below = html`<text x="${cx}" y="${size.height - 6}" text-anchor="middle">${year}</text>`;
  if (value === null) return below;
  const cy = y(Number(value));
  return html`<circle class="point" cx="${cx}" cy="${cy}" r="3.5" />
    <text class="value" x="${cx}" y="${cy - 7}" text-anchor="middle"
      >${figure(value, language)}</text
    >
    ${below}`;
}

/** Only between two years that follow each other and are both known. */
function segment({ figures }: TrendRow, at: number): Html | null {
  const [before, here] = [figures[at - 1] ?? null, figures[at] ?? null];
  if (before === null || here === null) return null;
  const count = figures.length;
  return html`<line
    class="segment"
    x1="${x(at - 1, count)}"
    y1="${y(Number(before))}"
    x2="${x(at, count)}"
    y2="${y(Number(here))}"
  />`;
}

function gridLine(level: number): Html {
  const at = y(level);
  return html`<line class="grid" x1="${size.left}" x2="${size.width - 6}" y1="${at}" y2="${at}" />
    <text class="level" x="${size.left - 8}" y="${at + 4}" text-anchor="end">${level}</text>`;
}

function x(at: number, count: number): number {
  const width = size.width - size.left - size.right;
  return tenths(
    count === 1 ? size.left + width / 2 : size.left + 8 + ((width - 8) * at) / (count - 1),
  );
}

function y(level: number): number {
  const height = size.height - size.top - size.bottom;
  return tenths(size.top + (height * (highest - level)) / (highest - lowest));
}
