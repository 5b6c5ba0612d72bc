import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { figure } from '../../words/work.js';
import { trendWords } from './trend-words.js';

/** Risen or fallen: an arrow, a word and the figure, so that nobody needs the colour. */
export function changeView(change: string | null, language: Language): Html {
  const t = trendWords[language];
  if (change === null) {
    return html`<span aria-hidden="true">–</span><span class="unseen">${t.notKnown}</span>`;
  }
  const size = figure(change.slice(1), language);
  if (Number(change) === 0) return html`<span class="same">= ${t.same}</span>`;
  return change.startsWith('-')
    ? html`<span class="fall">▼ ${t.fall} ${size}</span>`
    : html`<span class="rise">▲ ${t.rise} ${size}</span>`;
}
