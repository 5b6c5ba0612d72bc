import type { Offer } from '../../assessment/earlier-work.service.js';
import type { TakenOver } from '../../domain/assessment/taken-over.js';
import { html, type Html } from '../../platform/html.js';
import type { Language } from '../language.js';
import type { DeskShown } from './desk.view.js';
import { startWords } from './start-words.js';

type Shown = Pick<DeskShown, 'language' | 'path' | 'proof'>;

/** What an earlier cycle has for the unit, indicator by indicator, and the button that takes it. */
export function offerView({ cycle, taken }: Offer, { language, path, proof }: Shown): Html {
  const t = startWords[language];
  const isCopy = taken.some(({ answer }) => answer);
  return html`<section>
    <h2>${t.heading}</h2>
    <p class="hint">${isCopy ? t.copyHint(cycle.title) : t.carryHint(cycle.title)}</p>
    ${takenList(taken, language)}
    <form method="post" action="${path}/mulai">
      ${proof}<input type="hidden" name="from" value="${cycle.code}" />
      <button>${isCopy ? t.copy : t.carry}</button>
    </form>
  </section>`;
}

/** What came of it. @param cycle its code */
export function takenView(taken: readonly TakenOver[], cycle: string, language: Language): Html {
  const t = startWords[language];
  if (taken.length === 0) return html`<p class="hint" role="status">${t.nothing}</p>`;
  return html`<div class="good" role="status">
    <p>${t.taken(cycle)}</p>
    ${takenList(taken, language)}
  </div>`;
}

function takenList(taken: readonly TakenOver[], language: Language): Html {
  const t = startWords[language];
  return html`<ul>
    ${taken.map(({ indicator, from, pieces, answer }) => {
      const said = answer ? t.answer : t.evidence;
      return html`<li>${said(indicator, from.join(', '), pieces)}</li>`;
    })}
  </ul>`;
}
