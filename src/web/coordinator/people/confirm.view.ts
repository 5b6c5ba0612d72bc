import type { PeoplePlan } from '../../../assessment/participants/people-plans.service.js';
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
  /** Where the form goes, and about whom. */
  readonly action: string;
  readonly who: string;
  readonly isStale: boolean;
}

interface Shown {
  readonly language: Language;
  readonly path: string;
  readonly proof: Html;
}

/** Says what comes of something before it is done. */
export function confirmView(
  plan: PeoplePlan<unknown>,
  { what, means, act, action, who, isStale }: Confirmed,
  { language, path, proof }: Shown,
): Html {
  const t = formWords[language];
  return html`<section>
    <h1>${t.confirm}</h1>
    ${isStale && html`<p class="problem" role="alert">${t.stale}</p>`}
    <p><strong>${consequenceLine(what, plan, language)}</strong></p>
    ${means} ${toldView(plan, language)}
    <form method="post" action="${action}">
      ${proof}<input type="hidden" name="who" value="${who}" /><input
        type="hidden"
        name="shown"
        value="${plan.shown}"
      /><button>${act}</button>
    </form>
    <p><a href="${path}">${t.backUnchanged}</a></p>
  </section>`;
}
