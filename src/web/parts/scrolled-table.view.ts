import { html, type Html } from '../../platform/html.js';

/** A table that a narrow screen scrolls sideways, by keyboard too. */
export function scrolledTable(
  label: string,
  columns: readonly string[],
  rows: readonly Html[],
): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}">
    <table>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
