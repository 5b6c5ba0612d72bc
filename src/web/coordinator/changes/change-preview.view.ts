import type { ShownChange } from '../../../assessment/changes/shown-change.js';
import type { Order } from '../../../assessment/changes/consequences.js';
import type { Facts } from '../../../domain/cycle.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { uncoveredView } from '../uncovered-years.view.js';
import { changeWords } from './change-words.js';
import { consequencesView, isEmpty } from './consequences.view.js';
import { basisView, changeLine } from './versions.view.js';

export interface PreviewShown {
  readonly change: ShownChange;
  readonly order: Order;
  readonly facts: Facts;
  readonly language: Language;
  readonly proof: Html;
  /** `/koordinator/spbe-2025/perubahan` */
  readonly path: string;
  /** Where the form is that it came from; else on that page. */
  readonly back?: string;
  readonly message: Html | null;
}

/** The consequences, and the button that takes them as they stand there. */
export function changePreviewView(shown: PreviewShown): Html {
  const { change, order, facts, language, proof, path, message } = shown;
  const t = changeWords[language];
  const { commands, basis } = order;
  const { consequences, changes } = change;
  const isNothing = changes.length === 0 && isEmpty(consequences);
  return html`<section>
    <h1>${t.previewTitle}</h1>
    ${message} ${basisView(basis, language)} ${settingsView(shown)}
    ${uncoveredView(change.uncoveredYears, facts.cycle.code, language)}
    ${
      isNothing
        ? html`<p class="empty">${t.nothing}</p>`
        : consequencesView(consequences, { facts, language })
    }
    <form method="post" action="${path}/terapkan">
      ${proof}
      <input type="hidden" name="commands" value="${JSON.stringify(commands)}" />
      <input type="hidden" name="reason" value="${basis.reason ?? ''}" />
      <input type="hidden" name="letter" value="${basis.letter ?? ''}" />
      <input type="hidden" name="shown" value="${change.shown}" />
      <p class="buttons">
        ${!isNothing && html`<button>${t.take}</button>`}
        <a class="button" href="${shown.back ?? path}">${t.back}</a>
      </p>
    </form>
  </section>`;
}

/** Of the whole cycle: what a phase or a task becomes, the consequences say. */
function settingsView({ change, facts, language }: PreviewShown): Html | false {
  const settings = change.changes.filter(({ what, phase }) => what === 'settings' && !phase);
  return (
    settings.length > 0 &&
    html`<ul>
      ${settings.map((each) => html`<li>${changeLine(each, facts, language)}</li>`)}
    </ul>`
  );
}
