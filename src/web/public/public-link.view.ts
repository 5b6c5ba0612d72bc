import { html, type Html } from '../../platform/html.js';
import type { Language } from '../language.js';
import { publicPath } from './public-path.js';
import { twinOf } from './public-result.view.js';
import { publicWords } from './public-words.js';

/** To what anybody may read. Only for a result that is open: of others not even the address is told. */
export function publicLink(cycle: string, language: Language): Html {
  return html`<p>
    <a href="${twinOf(publicPath(cycle), language)}">${publicWords[language].read}</a>
  </p>`;
}
