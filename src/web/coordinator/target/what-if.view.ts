import type { Prospect } from '../../../assessment/target/targets.service.js';
import { longestName, type Variant } from '../../../assessment/target/target.store.js';
import type { Difference, WhatIf } from '../../../domain/target/what-if.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { fieldView } from '../../parts/field.view.js';
import { scrolledTable } from '../../parts/scrolled-table.view.js';
import type { Visit } from '../../visit.js';
import { figure } from '../../words/work.js';
import { basesView } from './basis.view.js';
import { levelsView } from './levels.view.js';
import type { Named } from './named.js';
import { outcomeView } from './outcome.view.js';
import { levelField, triedAt } from './target-paths.js';
import { variantsView } from './variants.view.js';
import type { LevelsTyped } from './what-if-form.js';
import { whatIfWords } from './what-if-words.js';

export interface WhatIfShown {
  readonly path: string;
  readonly ways: string;
  readonly prospect: Prospect;
  readonly typed: LevelsTyped;
  readonly tried: WhatIf;
  readonly named: Named;
  readonly variants: readonly Variant[];
  readonly done: 'kept' | 'removed' | null;
  readonly problem: string | null;
  /** Of a variant that was to be kept. */
  readonly name: string;
  readonly wrongName: string | null;
}

const keepForm = 'simpan-varian';

export function whatIfView(shown: WhatIfShown, visit: Visit): Html {
  const { path, ways, prospect, typed, done } = shown;
  const { language } = visit;
  const { bases, actor } = prospect;
  const t = whatIfWords[language];
  const problem = shown.wrongName ?? shown.problem;
  return html`<section>
      <h1>${t.title}</h1>
      ${done !== null && html`<p class="done" role="status">${t[done]}</p>`}
      ${problem !== null && html`<p class="error" role="alert">${problem}</p>`}
      <p>${t.intro} <a href="${ways}">${t.ways}</a></p>
      ${basesView(
        bases,
        { chosen: typed.basis, addressOf: ({ code }) => triedAt(path, code, typed.changes) },
        language,
      )}
    </section>
    <section>
      <h2>${t.levels}</h2>
      ${tryView(shown, language)}
    </section>
    <section>
      <h2>${t.changed}</h2>
      ${detailView(shown, language)} ${actor.coordinator && keepView(shown, visit)}
    </section>
    <section id="varian">${variantsView(shown, visit)}</section>`;
}

/** Works the figures out anew with its button, or with a script at each change. */
function tryView({ path, prospect, typed, tried, named }: WhatIfShown, language: Language): Html {
  const { instrument, facts } = prospect;
  const outcome = { tried, instrument, target: facts.cycle.target };
  return html`<form
    class="what-if"
    action="${path}"
    method="get"
    hx-get="${path}"
    hx-trigger="change"
    hx-target="#angka"
    hx-select="#angka"
    hx-select-oob="#rincian,#dasar"
    hx-swap="outerHTML"
    hx-replace-url="true"
  >
    <input type="hidden" name="dasar" value="${typed.basis.code}" />
    ${outcomeView(outcome, language)} ${levelsView({ instrument, typed, named, language })}
    <button>${whatIfWords[language].count}</button>
  </form>`;
}

/** What is changed, and brought along when it is kept. */
function detailView({ tried, typed, path, named }: WhatIfShown, language: Language): Html {
  const t = whatIfWords[language];
  const { differences } = tried;
  const reset = triedAt(path, typed.basis.code, {});
  return html`<div id="rincian">
    <input type="hidden" form="${keepForm}" name="dasar" value="${typed.basis.code}" />
    ${Object.entries(typed.changes).map(
      ([no, level]) =>
        html`<input type="hidden" form="${keepForm}" name="${levelField(no)}" value="${level}" />`,
    )}
    ${
      differences.length === 0
        ? html`<p class="hint">${t.nothing}</p>`
        : html`${differencesTable(differences, named, language)}
            <p><a href="${reset}">${t.reset}</a></p>`
    }
  </div>`;
}

function differencesTable(
  differences: readonly Difference[],
  named: Named,
  language: Language,
): Html {
  const t = whatIfWords[language];
  return scrolledTable(
    t.changed,
    [t.indicator, t.change, t.contribution, t.lead],
    differences.map(
      ({ indicator, from, to, contribution }) =>
        html`<tr>
          <th scope="row">${indicator}. <bdi>${named.indicator(indicator)}</bdi></th>
          <td class="number">${figure(from, language)} → ${figure(to, language)}</td>
          <td class="number">${figure(contribution, language)}</td>
          <td><bdi>${named.lead(indicator) ?? '–'}</bdi></td>
        </tr>`,
    ),
  );
}

function keepView({ path, name, wrongName }: WhatIfShown, { language, proof }: Visit): Html {
  const t = whatIfWords[language];
  return html`<form id="${keepForm}" action="${path}/varian" method="post">
    ${proof}
    ${fieldView({
      ...{ name: 'nama', label: t.name, type: 'text', autocomplete: 'off', hint: t.keepHint },
      ...{ value: name, error: wrongName ?? '', longest: longestName },
    })}
    <button>${t.keep}</button>
  </form>`;
}
