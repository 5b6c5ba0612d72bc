import { html, type Html } from '../../platform/html.js';
import type { Overview } from '../../report/overview.service.js';
import type { IndicatorProgress } from '../../report/progress.js';
import type { Language } from '../language.js';
import { indicatorStates } from '../words/work.js';
import { words } from './words.js';

/** Most cells, of which a thousand units have forty thousand. */
const emptyCell = html`<td></td>`;

/** Units by indicators: who leads, who supports, and how far it is. */
export function matrixView({ progress, facts }: Overview, language: Language): Html {
  const t = words[language];
  const units = facts.people.units.filter(({ retired }) => !retired);
  const { indicators } = progress;
  return html`<section class="wide">
    <h1>${t.matrix}</h1>
    <p class="hint">${t.matrixHint}</p>
    <div class="scroll" tabindex="0" role="region" aria-label="${t.matrix}">
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">${t.unit}</th>
            ${indicators.map(
              ({ indicator: { no, name } }) =>
                html`<th scope="col"><abbr title="${name}">${no}</abbr></th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${units.map(
            ({ code, name }) =>
              html`<tr>
                <th scope="row"><abbr title="${name}">${code}</abbr></th>
                ${indicators.map((each) => cell(code, each, language))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function cell(
  unit: string,
  { lead, supports, state }: IndicatorProgress,
  language: Language,
): Html {
  const t = words[language];
  if (lead === unit) {
    const text = indicatorStates[language][state];
    return html`<td class="${state}"><abbr title="${text}">${t.leadShort}</abbr></td>`;
  }
  return supports.includes(unit) ? html`<td>${t.supportShort}</td>` : emptyCell;
}
