import { strides, type Reach } from '../../engine/demonstration/time-machine.js';
import { html, type Html } from '../../platform/html.js';
import type { Language } from '../language.js';
import { fieldView } from '../parts/field.view.js';
import { longDate } from '../words/dates.js';
import { demonstrationWords } from './words.js';

/** A date that was typed, and what is wrong with it. */
export interface Typed {
  readonly date: string;
  readonly error: string;
}

/** Lets the slider and the date tell each other where they stand. */
export const clockHead = html`<script src="/assets/clock.js" defer></script>`;

/** The clock that visitors may move. */
export function clockView(
  reach: Reach | null,
  language: Language,
  typed: Typed | null = null,
): Html {
  const t = demonstrationWords[language];
  return html`<section class="clock" aria-label="${t.clock}">
    <p><strong>${t.demonstration}</strong> ${t.movable}</p>
    <form method="post" action="/demonstrasi/jam">
      <p class="buttons">
        ${strides.map(
          (stride) => html`<button name="stride" value="${stride}">${t.strides[stride]}</button>`,
        )}
      </p>
    </form>
    ${reach ? dateForm(reach, language, typed) : html`<p class="hint">${t.over}</p>`}
  </section>`;
}

/** Without script the slider stays hidden, for it could not say which date it stands for. */
function dateForm({ today, from, until }: Reach, language: Language, typed: Typed | null): Html {
  const t = demonstrationWords[language];
  const days = today.until(until).days;
  const [first, last] = [longDate(from, language), longDate(until, language)];
  return html`<form class="slide" method="post" action="/demonstrasi/jam/tanggal">
    <p class="slider" hidden>
      <label for="geser">${t.slide}</label>
      <input
        id="geser"
        type="range"
        min="1"
        max="${days}"
        value="1"
        data-today="${today.toString()}"
        data-language="${language}"
      />
      <output for="geser"></output>
    </p>
    ${fieldView({
      name: 'date',
      label: t.date,
      type: 'date',
      between: [from.toString(), until.toString()],
      autocomplete: 'off',
      value: typed?.date ?? from.toString(),
      hint: t.dateHint(first, last),
      error: typed?.error,
    })}
    <p class="buttons"><button>${t.go}</button></p>
  </form>`;
}
