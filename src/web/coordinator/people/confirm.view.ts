import type { Plan } from '../../../assessment/plans.service.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { consequenceLine, toldView } from './consequences.view.js';
import { formWords } from './form-words.js';

export interface Confirmed {
  /** What happens, such as “DINKES dihentikan”. */
  readonly what: string;
  /** What else comes of it. */
  readonly means: Html;
  /** On the button. */
  readonly act: string;
  /** Where the form goes, and what it says: whom it is about. */
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly isStale: boolean;
}

interface Shown {
  readonly language: Language;
  readonly path: string;
  readonly proof: Html;
}

/** Says what comes of something before it is done. */
export function confirmView(
  plan: Plan<unknown>,
  { what, means, act, action, fields, isStale }: Confirmed,
  { language, path, proof }: Shown,
): Html {
  const t = formWords[language];
  return html`<section>
    <h1>${t.confirm}</h1>
    ${isStale && html`<p class="problem" role="alert">${t.stale}</p>`}
    <p><strong>${consequenceLine(what, plan, language)}</strong></p>
    ${means} ${toldView(plan, language)}
    <form method="post" action="${action}">
      ${proof}
      ${Object.entries({ ...fields, shown: plan.shown }).map(
        ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
      )}<button>${act}</button>
    </form>
    <p><a href="${path}">${t.backUnchanged}</a></p>
  </section>`;
}
