import type { Asked, ImportPlan } from '../../../assessment/earlier/import-plan.js';
import { statedFields, type Consent } from '../../../assessment/earlier/result-form.js';
import { predikatOf } from '../../../domain/scoring.js';
import { html, type Html } from '../../../platform/html.js';
import { provenPath } from '../../proof.view.js';
import { longMoment } from '../../words/dates.js';
import { figure } from '../../words/work.js';
import { earlierWords } from './earlier-words.js';
import type { EarlierShown } from './earlier.view.js';
import { tablesView } from './result.view.js';

export interface Proposed {
  readonly plan: ImportPlan;
  readonly asked: Asked;
  readonly consent: Consent;
  /** Reasons that are missing. */
  readonly missing: readonly string[];
  readonly isStale: boolean;
}

/** What would be kept, and what somebody has to say first. */
export function earlierPreviewView(proposed: Proposed, shown: EarlierShown): Html {
  const { plan, isStale } = proposed;
  const { language, path, visitor } = shown;
  const t = earlierWords[language];
  const { stated, published, instrument, differences } = plan;
  const said = {
    index: [figure(stated.index, language), figure(published.index, language)],
    predikat: [stated.predikat, predikatOf(instrument, stated.index)],
  } as const;
  return html`<section>
    <h1>${t.preview(plan.code)}</h1>
    ${isStale && html`<p class="problem" role="alert">${t.stale}</p>`}
    <p class="hint">${t.notYet}</p>
    <p>
      ${t.announced}: <strong>${said.index[0]} ${stated.predikat}</strong> · ${t.computed}:
      <strong>${said.index[1]} ${published.predikat}</strong>
    </p>
    <form
      method="post"
      enctype="multipart/form-data"
      action="${provenPath(`${path}/simpan`, visitor)}"
    >
      ${hiddenFields(proposed)}
      ${
        differences.length === 0
          ? html`<p class="good">${t.same}</p>`
          : html`<div class="problem">
                ${differences.map((each) => html`<p>${t.differences[each](...said[each])}</p>`)}
              </div>
              ${reasonView('differs', proposed, shown)}`
      }
      ${replacedView(proposed, shown)}
      <button>${t.take}</button>
    </form>
    <p><a href="${path}">${t.back}</a></p>
    ${tablesView(plan, language)}
  </section>`;
}

/** Brings the file again: so nothing of it has to be kept until somebody agrees. */
function hiddenFields({ plan, asked: { form, file } }: Proposed): Html[] {
  const fields = {
    ...Object.fromEntries(statedFields.map((name) => [name, form[name] ?? ''])),
    ...{ shown: plan.shown, name: file.name, content: file.bytes.toString('base64') },
  };
  return Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
}

function replacedView(proposed: Proposed, shown: EarlierShown): Html | null {
  const { language, zone } = shown;
  const { replaces, stated } = proposed.plan;
  if (!replaces) return null;
  const when = longMoment(replaces.importedAt, zone, language);
  return html`<p class="problem">
      ${earlierWords[language].replacing(stated.year, when, replaces.importedBy)}
    </p>
    ${reasonView('replaces', proposed, shown)}`;
}

function reasonView(
  name: 'differs' | 'replaces',
  { consent, missing }: Proposed,
  { language }: EarlierShown,
): Html {
  const t = earlierWords[language];
  const isMissing = missing.includes(name);
  return html`<div class="field">
    <label for="${name}">${t.reasons[name]}</label>
    ${isMissing && html`<p class="error" id="${name}-error">${t.missing}</p>`}
    <textarea
      id="${name}"
      name="${name}"
      rows="3"
      maxlength="2000"
      required
      ${isMissing && html`aria-invalid="true" aria-describedby="${name}-error"`}
    >
${consent[name] ?? ''}</textarea>
  </div>`;
}
