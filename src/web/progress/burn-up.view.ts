import type { Temporal } from 'temporal-polyfill';
import { tenths } from '../../platform/tenths.js';
import { isCounted } from '../../domain/assessment/workload.js';
import type { BurnUp, BurnUpDay, Mark } from '../../report/burn-up.js';
import { html, type Html } from '../../platform/html.js';
import type { Language } from '../language.js';
import { scrolledTable } from '../parts/scrolled-table.view.js';
import { rowView } from '../parts/table.js';
import { longDate, months } from '../words/dates.js';
import { figure } from '../words/work.js';
import { curveColumns, curveRows } from './course-tables.js';
import { courseWords } from './course-words.js';

/** In the picture's own units; it scales to the page. */
const size = { width: 720, height: 280, left: 48, right: 12, top: 20, bottom: 28 };
/** More than the longest takes, which would be cut off at the edge. */
const roomOfDate = 50;
const mostDates = 6;

/** A picture for a glance, the same numbers as a table for reading. */
export function burnUpView(burnUp: BurnUp, language: Language): Html {
  const t = courseWords[language];
  const { phase, total } = burnUp;
  const heading = html`<h3><bdi>${phase.title}</bdi></h3>`;
  if (total === 0)
    return html`${heading}
      <p>${t.noAnswers}</p>`;
  const text = inWords(burnUp, language);
  const columns = curveColumns(language).filter(({ key }) => key !== 'tahap');
  return html`${heading}
    <p>${text}</p>
    <figure class="burn-up scroll" tabindex="0" role="region" aria-label="${phase.title}">
      ${pictureOf(burnUp, language, `${phase.title}: ${text}`)}
    </figure>
    ${legendView(burnUp, language)}
    <details>
      <summary>${t.table}<span class="hidden">: ${phase.title}</span></summary>
      ${scrolledTable(
        `${phase.title}: ${t.table}`,
        columns.map(({ title }) => title),
        curveRows([burnUp]).map((row) => rowView(columns, row)),
      )}
    </details>`;
}

function inWords(
  { phase, total, sent, tasks, finished, days }: BurnUp,
  language: Language,
): string {
  const t = courseWords[language];
  if (!isCounted(phase.kind)) return '';
  const today = days.findLast((day) => day.sent !== null);
  const line = today ? `; ${t.line(figure(today.line.toFixed(1), language))}` : '';
  return `${t.counts[phase.kind](sent, total)}; ${t.tasks(finished, tasks)}${line}.`;
}

function pictureOf(burnUp: BurnUp, language: Language, text: string): Html {
  const { days, total, tasks, marks } = burnUp;
  return html`<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${text}">
    ${days.map((day, at) => !day.works && restDay(at, days.length))}
    ${[0, 25, 50, 75, 100].map((percent) => gridLine(percent))} ${dates(days, language)}
    ${marks.map((mark) => markLine(mark, days))}
    <polyline class="straight" points="${pointsOf(days, ({ line }) => share(line, total))}" />
    <polyline
      class="finished"
      points="${stepsOf(days, ({ finished }) => finished && share(finished, tasks))}"
    />
    <polyline class="sent" points="${stepsOf(days, ({ sent }) => sent && share(sent, total))}" />
  </svg>`;
}

/** By the end of the day. */
function pointsOf(days: readonly BurnUpDay[], of: (day: BurnUpDay) => number): string {
  const ends = days.map((day, at) => `${x(at + 1, days.length)},${y(of(day))}`);
  return [`${x(0, days.length)},${y(0)}`, ...ends].join(' ');
}

/** Nothing goes up between two days: up on each, then level; as far as is known. */
function stepsOf(days: readonly BurnUpDay[], of: (day: BurnUpDay) => number | null): string {
  const known = days.filter((day) => day.sent !== null).map((day) => of(day) ?? 0);
  const steps = known.flatMap((height, at) => [
    `${x(at, days.length)},${y(height)}`,
    `${x(at + 1, days.length)},${y(height)}`,
  ]);
  return [`${x(0, days.length)},${y(0)}`, ...steps].join(' ');
}

function restDay(at: number, count: number): Html {
  const width = tenths((size.width - size.left - size.right) / count);
  const height = size.height - size.top - size.bottom;
  return html`<rect
    class="rest"
    x="${x(at, count)}"
    y="${size.top}"
    width="${width}"
    height="${height}"
  />`;
}

function gridLine(percent: number): Html {
  const [from, to, at] = [size.left, size.width - size.right, y(percent / 100)];
  return html`<line class="grid" x1="${from}" x2="${to}" y1="${at}" y2="${at}" />
    <text class="level" x="${size.left - 6}" y="${at + 4}" text-anchor="end">${percent}%</text>`;
}

function dates(days: readonly BurnUpDay[], language: Language): Html[] {
  const step = Math.ceil(days.length / mostDates);
  return days.flatMap(({ date }, at) =>
    at % step === 0 && x(at, days.length) <= size.width - roomOfDate
      ? [
          html`<text x="${x(at, days.length)}" y="${size.height - 8}"
            >${shortDate(date, language)}</text
          >`,
        ]
      : [],
  );
}

/** An opening begins its day, a deadline ends it. */
function markLine({ kind, date }: Mark, days: readonly BurnUpDay[]): Html | null {
  const on = days.findIndex((day) => day.date.equals(date));
  if (on < 0) return null;
  const at = x(kind === 'opening' ? on : on + 1, days.length);
  return html`<line
    class="mark ${kind}"
    x1="${at}"
    x2="${at}"
    y1="${size.top - 8}"
    y2="${size.height - size.bottom}"
  />`;
}

function legendView({ marks }: BurnUp, language: Language): Html {
  const t = courseWords[language];
  return html`<ul class="legend">
    ${(['sent', 'finished', 'line', 'rest'] as const).map(
      (kind) => html`<li><span class="key ${kind}"></span> ${t.legend[kind]}</li>`,
    )}
    ${marks.map(
      ({ kind, date, count }) =>
        html`<li>
          <span class="key ${kind}"></span> ${t.marks[kind]}: ${longDate(date, language)}
          ${kind === 'extended' && `(${t.extendedFor(count)})`}
        </li>`,
    )}
  </ul>`;
}

function shortDate(date: Temporal.PlainDate, language: Language): string {
  return `${date.day} ${months[language][date.month - 1] ?? ''}`;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function x(at: number, count: number): number {
  const width = size.width - size.left - size.right;
  return tenths(size.left + (width * at) / count);
}

function y(part: number): number {
  const height = size.height - size.top - size.bottom;
  return tenths(size.top + height * (1 - Math.min(1, part)));
}
