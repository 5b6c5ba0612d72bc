import type { ShownChange } from '../../../assessment/changes/change.service.js';
import type { TimelineCommand } from '../../../assessment/changes/consequences.js';
import type { Facts } from '../../../domain/cycle.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { changeWords } from './change-words.js';
import { consequencesView, isEmpty } from './consequences.view.js';

export interface PreviewShown {
  readonly change: ShownChange;
  readonly commands: readonly TimelineCommand[];
  readonly facts: Facts;
  readonly language: Language;
  readonly proof: Html;
  readonly path: string;
  readonly message: Html | null;
}

/** The consequences, and the button that takes them as they stand there. */
export function changePreviewView(shown: PreviewShown): Html {
  const { change, commands, facts, language, proof, path, message } = shown;
  const t = changeWords[language];
  const { consequences } = change;
  return html`<section>
    <h1>${t.previewTitle}</h1>
    ${message} ${consequencesView(consequences, { facts, language })}
    <form method="post" action="${path}/terapkan">
      ${proof}
      <input type="hidden" name="commands" value="${JSON.stringify(commands)}" />
      <input type="hidden" name="shown" value="${change.shown}" />
      <p class="buttons">
        ${!isEmpty(consequences) && html`<button>${t.take}</button>`}
        <a class="button" href="${path}">${t.back}</a>
      </p>
    </form>
  </section>`;
}
