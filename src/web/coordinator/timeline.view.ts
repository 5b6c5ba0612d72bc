import { html, type Html } from '../../platform/html.js';
import type { Bar, TimelinePicture } from '../../report/timeline-picture.js';
import type { Language } from '../language.js';
import { longDate, months } from '../words/dates.js';

/** In the picture's own units; it scales to the page. */
const size = { width: 1000, top: 28, row: 44, bar: 14 };

const words = {
  id: {
    title: 'Garis waktu siklus',
    today: 'hari ini',
    until: 'sampai',
    extended: (units: number) => `perpanjangan ${units} OPD`,
  },
  en: {
    title: 'Timeline of the cycle',
    today: 'today',
    until: 'to',
    extended: (units: number) => `${units} units extended`,
  },
};

/** The year at a glance: phases, today, holidays, extensions. A screen reader is told it in words. */
export function timelineView(picture: TimelinePicture, language: Language): Html {
  const { bars, holidays, today } = picture;
  const t = words[language];
  const bottom = size.top + bars.length * size.row + 8;
  const height = bottom + 18;
  return html`<figure class="timeline scroll" tabindex="0">
    <svg
      viewBox="0 0 ${size.width} ${height}"
      role="img"
      aria-labelledby="timeline-title timeline-text"
    >
      <title id="timeline-title">${t.title}</title>
      <desc id="timeline-text">${bars.map((bar) => `${inWords(bar, language)}. `)}</desc>
      ${monthLines(picture, language, bottom)}
      ${holidays.map((at) => line(at, size.top, bottom, 'holiday'))}
      ${bars.map((bar, index) => barView(bar, index, language))}
      ${today !== null && line(today, size.top, bottom, 'today')}
      ${today !== null && label(today, bottom + 12, t.today, 'today-label')}
    </svg>
  </figure>`;
}

function monthLines({ months: all }: TimelinePicture, language: Language, height: number): Html[] {
  return all.map(
    ({ month, at }) =>
      html`${line(at, 0, height, 'month')}
      ${label(at, 12, months[language][month.month - 1] ?? '', 'month-label')}`,
  );
}

function barView(bar: Bar, index: number, language: Language): Html {
  const { from, to, state, phase, extension } = bar;
  const top = size.top + index * size.row;
  // A name near the right edge is written towards the left.
  const isLate = from > 0.6;
  return html`<g>
    <text class="name" x="${x(isLate ? to : from)}" y="${top + 14}" text-anchor="${anchor(isLate)}">
      ${phase.title}
    </text>
    ${extension && rect(to, extension.to, top + 20, 'bar extension')}
    ${rect(from, to, top + 20, `bar ${state}`)}
    <title>${inWords(bar, language)}</title>
  </g>`;
}

function anchor(isLate: boolean): string {
  return isLate ? 'end' : 'start';
}

function rect(from: number, to: number, y: number, kind: string): Html {
  const width = Math.max(2, x(to) - x(from));
  return html`<rect
    class="${kind}"
    x="${x(from)}"
    y="${y}"
    width="${width}"
    height="${size.bar}"
    rx="3"
  />`;
}

function line(at: number, from: number, to: number, kind: string): Html {
  return html`<line class="${kind}" x1="${x(at)}" x2="${x(at)}" y1="${from}" y2="${to}" />`;
}

function label(at: number, y: number, text: string, kind: string): Html {
  return html`<text class="${kind}" x="${x(at) + 4}" y="${y}">${text}</text>`;
}

function x(share: number): number {
  return Math.round(share * size.width * 10) / 10;
}

function inWords({ phase, opensOn, closesOn, extension }: Bar, language: Language): string {
  const t = words[language];
  const dates = `${longDate(opensOn, language)} ${t.until} ${longDate(closesOn, language)}`;
  const more = extension
    ? `, ${t.extended(extension.units)} ${t.until} ${longDate(extension.until, language)}`
    : '';
  return `${phase.title}: ${dates}${more}`;
}
