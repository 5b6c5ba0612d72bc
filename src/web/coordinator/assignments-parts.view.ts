import type { Unit } from '../../domain/people.js';
import { html, type Html, type HtmlValue } from '../../platform/html.js';

/** Each row begins with what it is about. */
export function plainTable(
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly HtmlValue[])[],
): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption>
        ${caption} (${rows.length})
      </caption>
      <thead>
        <tr>
          ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first = '', ...cells]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Those that take part. */
export function unitOptions(units: readonly Unit[], chosen: string): Html[] {
  return units
    .filter(({ retired }) => !retired)
    .map(({ code, name }) => option(code, name, chosen));
}

export function option(value: string, text: string, chosen: string): Html {
  return html`<option value="${value}" ${value === chosen && 'selected'}>${text}</option>`;
}
