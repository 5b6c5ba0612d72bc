import { html, type Html } from '../../platform/html.js';

/** What is wrong, said at once to who cannot see the page. */
export function problemView(text: string): Html {
  return html`<p class="error" role="alert">${text}</p>`;
}
