import type { Figure } from '../../../domain/assessment/figures.js';
import type { Instrument } from '../../../domain/scoring.js';
import type { WhatIf } from '../../../domain/target/what-if.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { figure } from '../../words/work.js';
import { whatIfWords } from './what-if-words.js';

export interface Outcome {
  readonly tried: WhatIf;
  readonly instrument: Instrument;
  readonly target: string | null;
}

/** Stays in sight while levels are changed; said aloud when it moves. */
export function outcomeView(outcome: Outcome, language: Language): Html {
  const { tried, target } = outcome;
  const { before, after } = tried;
  const t = whatIfWords[language];
  return html`<div class="outcome" id="angka" aria-live="polite">
    <p>
      ${t.index} <strong>${figure(after.index, language)}</strong> <b>${after.predikat}</b>
      ${
        before.index !== after.index &&
        html`<span class="hint">${t.from(figure(before.index, language))} ${before.predikat}</span>`
      }
    </p>
    <p class="hint">${gaps(after, target, language).join(' · ')}</p>
    ${partsView(outcome, language)}
    <output data-failed="${t.failed}"></output>
  </div>`;
}

/** What is missing to the target, and to the next predikat. */
export function gaps(
  { toTarget, nextPredikat }: Figure,
  target: string | null,
  language: Language,
): string[] {
  const t = whatIfWords[language];
  const said = (value: string): string => figure(value, language);
  const ofTarget =
    target === null || toTarget === null
      ? []
      : [toTarget === '0.00' ? t.reached(said(target)) : t.missing(said(target), said(toTarget))];
  const { name, from, missing } = nextPredikat ?? {};
  const ofNext =
    name === undefined || from === undefined || missing === undefined
      ? t.highest
      : t.next(name, said(from), said(missing));
  return [...ofTarget, ofNext];
}

function partsView({ tried, instrument }: Outcome, language: Language): Html {
  const { before, after } = tried;
  const t = whatIfWords[language];
  const kind = instrument.domains.length > 0 ? 'domains' : 'aspects';
  const label = kind === 'domains' ? t.parts : t.partsOfAspects;
  return html`<ul class="parts" aria-label="${label}">
    ${instrument[kind].map(({ code, name }) => {
      const [from, to] = [before[kind][code] ?? '', after[kind][code] ?? ''];
      const moved = from !== to;
      return html`<li>
        <abbr title="${name}">${code}</abbr>
        ${moved ? html`<b>${figure(to, language)}</b>` : figure(to, language)}
        ${moved && html`<span class="hint">${t.from(figure(from, language))}</span>`}
      </li>`;
    })}
  </ul>`;
}
