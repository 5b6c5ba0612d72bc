import type { Temporal } from 'temporal-polyfill';
import type { Cycle } from '../../../domain/cycle.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { publicPath } from '../../public/public-path.js';
import { longMoment } from '../../words/dates.js';
import { publicPagePath } from './public-page-path.js';
import { publicPageWords } from './public-page-words.js';

export interface PublicPageShown {
  readonly cycle: Cycle;
  readonly isPublished: boolean;
  /** Since when anybody may read it; null: nobody may. */
  readonly since: Temporal.Instant | null;
  readonly language: Language;
  readonly proof: Html;
  /** What was typed, and what is wrong with it. */
  readonly reason: string;
  readonly error: string;
}

/** Opens the result to everybody, and closes it again. */
export function publicPageView(shown: PublicPageShown): Html {
  const { cycle, isPublished, since, language } = shown;
  const t = publicPageWords[language];
  return html`<section>
    <h1>${t.title}</h1>
    <p class="now"><bdi>${cycle.title}</bdi></p>
    <p>${t.intro}</p>
    ${
      isPublished
        ? html`<p>
              <strong
                >${since === null ? t.off : t.on(longMoment(since, cycle.zone, language))}</strong
              >
            </p>
            ${since !== null && addressView(cycle.code, language)} ${formView(shown)}`
        : html`<p class="empty">${t.notPublished}</p>`
    }
  </section>`;
}

function addressView(cycle: string, language: Language): Html {
  const path = publicPath(cycle);
  return html`<p>${publicPageWords[language].address}: <a href="${path}">${path}</a></p>`;
}

function formView({ cycle, since, language, proof, reason, error }: PublicPageShown): Html {
  const t = publicPageWords[language];
  const notes = error === '' ? 'reason-hint' : 'reason-hint reason-error';
  return html`<form method="post" action="${publicPagePath(cycle.code)}">
    ${proof}<input type="hidden" name="shown" value="${since === null ? 'yes' : 'no'}" />
    <div class="field">
      <label for="reason">${t.reason}</label>
      <p class="hint" id="reason-hint">${t.reasonHint}</p>
      ${error !== '' && html`<p class="error" id="reason-error">${error}</p>`}
      <textarea
        id="reason"
        name="reason"
        rows="3"
        aria-describedby="${notes}"
        ${error !== '' && html`aria-invalid="true"`}
      >
${reason}</textarea>
    </div>
    ${since !== null && html`<p class="hint">${t.hideHint}</p>`}
    <button>${since === null ? t.show : t.hide}</button>
  </form>`;
}
