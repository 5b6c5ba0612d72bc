import { option } from '../assignments-parts.view.js';
import { effortOf, heaviest, lightest } from '../../../domain/target/effort.js';
import type { Indicator } from '../../../domain/scoring.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import type { Visit } from '../../visit.js';
import { aspectName } from './levels.view.js';
import type { WaysShown } from './ways.view.js';
import { waysWords } from './ways-words.js';

const weights = Array.from({ length: heaviest - lightest + 1 }, (_, index) => lightest + index);
const limits = [5, 4, 3, 2, 1];

/** What it takes to raise each indicator, for the coordinator to say. */
export function effortsView(shown: WaysShown, { language, proof }: Visit): Html {
  const { path, prospect, typed, problem } = shown;
  const { instrument } = prospect;
  const t = waysWords[language];
  return html`<section>
    <details ${problem !== null && html`open`}>
      <summary>${t.efforts}</summary>
      <p>${t.effortsIntro}</p>
      <form action="${path}/bobot" method="post">
        ${proof}
        <input type="hidden" name="dasar" value="${typed.basis.code}" />
        <input type="hidden" name="tujuan" value="${typed.kind}" />
        <input type="hidden" name="angka" value="${typed.text}" />
        ${instrument.aspects.map((aspect) => {
          const own = instrument.indicators.filter((each) => each.aspect === aspect.code);
          return html`<fieldset class="tried">
            <legend>${aspectName(aspect, instrument)}</legend>
            ${own.map((indicator) => rowView(indicator, shown, language))}
          </fieldset>`;
        })}
        <button>${t.keep}</button>
      </form>
    </details>
  </section>`;
}

function rowView(indicator: Indicator, { efforts, named }: WaysShown, language: Language): Html {
  const { no, valueSource, source } = indicator;
  const { effort, highest } = effortOf(efforts, indicator);
  const t = waysWords[language];
  const whose =
    valueSource === 'external' ? t.external(source ?? '') : (named.lead(no) ?? t.nobody);
  return html`<div class="row">
    <span>
      ${no}. <bdi>${named.indicator(no)}</bdi>
      <span class="hint"><bdi>${whose}</bdi></span>
    </span>
    <span class="weights">
      <label>
        ${t.effortOf}
        <select name="upaya-${no}" aria-label="${t.effortOf} ${no}">
          ${weights.map((each) => option(String(each), String(each), String(effort)))}
        </select>
      </label>
      <label>
        ${t.highestOf}
        <select name="batas-${no}" aria-label="${t.highestOf} ${no}">
          ${limits.map((each) => option(String(each), each === 1 ? t.fixed : t.upTo(each), String(highest)))}
        </select>
      </label>
    </span>
  </div>`;
}
