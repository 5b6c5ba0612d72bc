import { html, type Html } from '../../platform/html.js';
import type { Language } from '../language.js';
import { calendarWords } from './calendar-words.js';
import { silencedWords } from './silenced-words.js';
import { tokenWords } from './token-words.js';

/** On the account: where one goes on to what is one's own to decide. */
export function personalLinks(language: Language): Html {
  return html`<ul>
    <li><a href="/akun/surel">${silencedWords[language].title}</a></li>
    <li><a href="/akun/kalender">${calendarWords[language].title}</a></li>
    <li><a href="/akun/token">${tokenWords[language].title}</a></li>
  </ul>`;
}
