import type { Basis } from '../../../assessment/target/targets.service.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { whatIfWords } from './what-if-words.js';

export function basisName({ code, year }: Basis, language: Language): string {
  const t = whatIfWords[language];
  return year === null ? (t.bases[code] ?? code) : t.year(year);
}

/** Links, so that changing what one starts from needs no script. */
export function basesView(
  bases: readonly Basis[],
  { chosen, addressOf }: { chosen: Basis; addressOf: (basis: Basis) => string },
  language: Language,
): Html {
  return html`<nav class="bases" id="dasar" aria-label="${whatIfWords[language].basis}">
    <span>${whatIfWords[language].basis}</span>
    ${bases.map((basis) => {
      const name = basisName(basis, language);
      return basis.code === chosen.code
        ? html`<a href="${addressOf(basis)}" aria-current="true">${name}</a>`
        : html`<a href="${addressOf(basis)}">${name}</a>`;
    })}
  </nav>`;
}
