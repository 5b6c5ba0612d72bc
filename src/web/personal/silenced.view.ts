import { maySilence, noticeKinds, silenceableKinds } from '../../domain/notice-kind.js';
import type { NoticeKind } from '../../domain/notice-kind.js';
import { html, type Html } from '../../platform/html.js';
import type { Visit } from '../visit.js';
import { silencedWords } from './silenced-words.js';

export interface SilencedShown {
  readonly silenced: readonly NoticeKind[];
  readonly saved: boolean;
}

/** Every kind of notice: those that can be switched off, and those that cannot, with the reason. */
export function silencedView({ silenced, saved }: SilencedShown, visit: Visit): Html {
  const t = silencedWords[visit.language];
  const always = noticeKinds.filter((kind) => !maySilence[kind]);
  return html`<section>
    <h1>${t.title}</h1>
    ${saved && html`<p class="done" role="status">${t.saved}</p>`}
    <p>${t.intro(visit.visitor.email)}</p>
    <h2>${t.chosen}</h2>
    <p class="hint">${t.chosenHint}</p>
    <form method="post" action="/akun/surel">
      ${visit.proof}
      <ul class="kinds">
        ${silenceableKinds.map((kind) => choice(kind, !silenced.includes(kind), visit))}
      </ul>
      <p class="buttons"><button>${t.submit}</button></p>
    </form>
    <h2>${t.always}</h2>
    <p>${t.alwaysHint}</p>
    <dl>
      ${always.map((kind) => {
        const [name, hint] = t.kinds[kind];
        return html`<dt>${name}</dt>
          <dd>${hint}</dd>`;
      })}
    </dl>
    <p><a href="/akun">${t.account}</a></p>
  </section>`;
}

function choice(kind: NoticeKind, wanted: boolean, { language }: Visit): Html {
  const [name, hint] = silencedWords[language].kinds[kind];
  return html`<li>
    <label
      ><input
        type="checkbox"
        name="wanted"
        value="${kind}"
        aria-describedby="${kind}-hint"
        ${wanted ? 'checked' : ''}
      />
      ${name}</label
    >
    <p class="hint" id="${kind}-hint">${hint}</p>
  </li>`;
}
