import type { ShownChange } from '../../../assessment/changes/shown-change.js';
import { basisOf, letterLength, reasonLength } from '../../../api/change-bodies.js';
import { longestCycleFile } from '../../../cycle/uploaded-cycle.js';
import type { Facts } from '../../../domain/cycle.js';
import type { Refusal } from '../../../domain/refusal.js';
import { html, type Html } from '../../../platform/html.js';
import type { InputError } from '../../../platform/input-error.js';
import type { Language } from '../../language.js';
import { fieldView } from '../../parts/field.view.js';
import { fileProblem } from '../../words/file-problems.js';
import { refusalText } from '../../words/refusals.js';
import { plainTable } from '../assignments-parts.view.js';
import { consequencesView, isEmpty } from './consequences.view.js';
import { uncoveredView } from '../uncovered-years.view.js';
import { cycleFileWords } from './cycle-file-words.js';
import { basisView, changeLine } from './versions.view.js';

/** What was typed, as it is sent again. */
export interface CycleFileTyped {
  readonly file: string;
  readonly reason: string;
  readonly letter: string;
}

export interface CycleFileShown {
  readonly language: Language;
  readonly proof: Html;
  /** `/koordinator/spbe-2025/perubahan/berkas` */
  readonly path: string;
}

/** The file in a form, with whatever is wrong with it. */
export function cycleFileView(
  { file, reason, letter }: CycleFileTyped,
  message: Html | null,
  { language, proof, path }: CycleFileShown,
): Html {
  const t = cycleFileWords[language];
  const text = { type: 'text', autocomplete: 'off', hint: t.ifAny } as const;
  const describes = message ? 'file-problems' : 'file-hint';
  return html`<section>
    <h1>${t.title}</h1>
    <div id="file-problems">${message}</div>
    <p id="file-hint">${t.intro}</p>
    <p class="hint">${t.people}</p>
    <form method="post" action="${path}/pratinjau">
      ${proof}
      <div class="field">
        <label for="file">${t.file}</label>
        <textarea
          id="file"
          name="file"
          rows="24"
          class="code"
          spellcheck="false"
          autocapitalize="off"
          maxlength="${longestCycleFile}"
          aria-describedby="${describes}"
        >
${file}</textarea>
      </div>
      ${fieldView({ ...text, name: 'reason', label: t.reason, value: reason, longest: reasonLength })}
      ${fieldView({ ...text, name: 'letter', label: t.letter, value: letter, longest: letterLength })}
      <p class="buttons">
        <button>${t.show}</button>
        <a class="button" href="${path.replace(/\/berkas$/, '')}">${t.back}</a>
      </p>
    </form>
  </section>`;
}

/** All that is wrong with it, by the line where it is mended. */
export function fileProblemsView(error: InputError, language: Language): Html {
  const t = cycleFileWords[language];
  const all = [error, ...error.further];
  const rows = all.map(({ place, problem }) => {
    const { text, lang } = fileProblem(problem, language);
    return [place.line ?? '–', place.field ?? '–', html`<span lang="${lang}">${text}</span>`];
  });
  return html`<p class="error" role="alert">${t.problemsHint(all.length)}</p>
    ${plainTable(t.problems, [t.line, t.field, t.problem], rows)}`;
}

/** A rule that says no, and of what it speaks. */
export function ruleView(refusal: Refusal, language: Language): Html {
  const { code, detail } = refusal;
  const { fixed } = cycleFileWords[language];
  const stays = Object.entries(fixed).find(([name]) => code === 'already_open' && name in detail);
  const about = Object.values(detail).filter((value) => typeof value === 'string');
  const text = stays ? stays[1] : refusalText(refusal, language);
  return html`<p class="error" role="alert">
    ${text} ${!stays && about.length > 0 && html`(<bdi>${about.join(', ')}</bdi>)`}
  </p>`;
}

/** What it changes and what comes of that, and the button that takes it as it stands there. */
export function cycleFilePreview(
  { changes, consequences, uncoveredYears, shown }: ShownChange,
  typed: CycleFileTyped,
  { facts, isStale }: { readonly facts: Facts; readonly isStale: boolean },
  { language, proof, path }: CycleFileShown,
): Html {
  const t = cycleFileWords[language];
  const isNothing = changes.length === 0 && isEmpty(consequences);
  const hidden = html`${proof}
    <input type="hidden" name="file" value="${typed.file}" />
    <input type="hidden" name="reason" value="${typed.reason}" />
    <input type="hidden" name="letter" value="${typed.letter}" />`;
  return html`<section>
    <h1>${t.previewTitle}</h1>
    ${isStale && html`<p class="error" role="alert">${t.stale}</p>`}
    ${basisView(basisOf(typed), language)}
    ${uncoveredView(uncoveredYears, facts.cycle.code, language)}
    ${
      changes.length > 0 &&
      html`<h2>${t.changes}</h2>
        <ul>
          ${changes.map((change) => html`<li>${changeLine(change, facts, language)}</li>`)}
        </ul>`
    }
    ${isNothing ? html`<p>${t.none}</p>` : consequencesView(consequences, { facts, language })}
    ${
      !isNothing &&
      html`<form method="post" action="${path}/terapkan">
        ${hidden}<input type="hidden" name="shown" value="${shown}" />
        <p><button>${t.take}</button></p>
      </form>`
    }
    <form method="post" action="${path}">
      ${hidden}
      <p class="buttons"><button class="quiet">${t.again}</button></p>
    </form>
  </section>`;
}
