import type { Plan } from '../../../assessment/plans.service.js';
import { inFull } from '../../../assessment/participants/people-lines.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { peopleWords } from './people-words.js';

type Shown = Pick<Plan<unknown>, 'told' | 'made' | 'cancelled' | 'reader'>;

/** “DINKES dihentikan: 2 tugas ditutup. 1 surel dikirim sekarang.” */
export function consequenceLine(
  what: string,
  { told, made, cancelled, reader }: Shown,
  language: Language,
): string {
  const t = peopleWords[language];
  const tasks = [made > 0 && t.made(made), cancelled > 0 && t.cancelled(cancelled)].filter(Boolean);
  const ends = tasks.length === 0 ? '.' : `: ${tasks.join(', ')}.`;
  const isPaused = reader.facts.cycle.state === 'paused';
  return `${what}${ends} ${isPaused ? t.paused : t.told(told.length)}`;
}

/** By name, so that nobody is surprised by whom it reaches. */
export function toldView({ told }: Pick<Shown, 'told'>, language: Language): Html | null {
  if (told.length === 0) return null;
  const t = peopleWords[language];
  return html`<details>
    <summary>${t.toldWhom} (${told.length})</summary>
    <ul>
      ${told.map((person) => html`<li>${inFull(person)}</li>`)}
    </ul>
  </details>`;
}
