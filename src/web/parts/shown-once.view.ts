import { html, type Html } from '../../platform/html.js';

/** A secret right after it was made: nobody can read it again. */
export function shownOnce(
  secret: string,
  { id, title, hint, label }: Readonly<Record<'id' | 'title' | 'hint' | 'label', string>>,
): Html {
  return html`<h2>${title}</h2>
    <p>${hint}</p>
    <div class="field">
      <label for="${id}">${label}</label>
      <input id="${id}" type="text" readonly autocomplete="off" value="${secret}" />
    </div>`;
}
