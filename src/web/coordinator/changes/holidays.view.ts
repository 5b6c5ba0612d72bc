import { Temporal } from 'temporal-polyfill';
import { letterLength, reasonLength } from '../../../api/change-bodies.js';
import type { Facts } from '../../../domain/cycle.js';
import { groupBy } from '../../../domain/group-by.js';
import type { TimelineVersion } from '../../../domain/timeline-version.js';
import type { SignedIn } from '../../../people/sign-in/visitors.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { fieldView } from '../../parts/field.view.js';
import { provenPath } from '../../proof.view.js';
import { longDate } from '../../words/dates.js';
import { longestHolidaysFile, type HolidaysTyped } from './holiday-form.js';
import { holidayWords } from './holiday-words.js';
import { versionsView } from './versions.view.js';

export interface HolidaysShown {
  readonly facts: Facts;
  /** The newest first. */
  readonly versions: readonly TimelineVersion[];
  /** Those of `config/holidays`. */
  readonly codes: readonly string[];
  readonly language: Language;
  readonly visitor: SignedIn;
  /** `/koordinator/spbe-2025/perubahan` */
  readonly path: string;
  readonly typed: HolidaysTyped;
  /** What is wrong with the file, to stand beside it. */
  readonly problem: Html | null;
}

/** A decree in a form, the days as they stand, and what they went through. */
export function holidaysView(shown: HolidaysShown): Html {
  const { language, path, typed, problem, visitor } = shown;
  const t = holidayWords[language];
  const text = { type: 'text', autocomplete: 'off', hint: t.ifAny } as const;
  const { reason, letter } = typed;
  return html`<section>
      <h1>${t.title}</h1>
      <p>${t.intro}</p>
      <form
        method="post"
        enctype="multipart/form-data"
        action="${provenPath(`${path}/libur/pratinjau`, visitor)}"
      >
        ${codeField(shown)}
        <div class="field">
          <label>
            <input
              type="checkbox"
              name="jointLeave"
              value="yes"
              ${typed.jointLeave && html`checked`}
            />
            ${t.jointLeave}
          </label>
          <p class="hint">${t.jointLeaveHint}</p>
        </div>
        ${fieldView({ ...text, name: 'reason', label: t.reason, value: reason, longest: reasonLength })}
        ${fieldView({ ...text, name: 'letter', label: t.letter, value: letter, longest: letterLength })}
        ${fileFields(shown)}
        <p class="buttons">
          <button>${t.show}</button>
          <a class="button" href="${path}">${t.back}</a>
        </p>
      </form>
    </section>
    ${problem === null && presentView(shown)} ${historyView(shown)}`;
}

function codeField({ codes, typed, language }: HolidaysShown): Html {
  const t = holidayWords[language];
  return html`<div class="field">
    <label for="code">${t.known}</label>
    <select id="code" name="code">
      <option value="">${t.none}</option>
      ${codes.map(
        (code) =>
          html`<option value="${code}" ${code === typed.code && html`selected`}>${code}</option>`,
      )}
    </select>
  </div>`;
}

/** The file comes last: what stands before it is kept when it is too large. */
function fileFields({ typed, problem, language }: HolidaysShown): Html {
  const t = holidayWords[language];
  const wrong = problem && html`aria-invalid="true"`;
  const notes = problem ? 'file-problems text-hint' : 'text-hint';
  return html`<div id="file-problems">${problem}</div>
    <div class="field">
      <label for="text">${t.text}</label>
      <p class="hint" id="text-hint">${t.textHint}</p>
      <textarea
        id="text"
        name="text"
        rows="12"
        class="code"
        spellcheck="false"
        autocapitalize="off"
        maxlength="${longestHolidaysFile}"
        aria-describedby="${notes}"
        ${wrong}
      >
${typed.text}</textarea>
    </div>
    <div class="field">
      <label for="file">${t.upload}</label>
      <input id="file" type="file" name="file" accept=".yaml,.yml" aria-describedby="${notes}" />
    </div>`;
}

function presentView({ facts: { cycle }, language }: HolidaysShown): Html {
  const t = holidayWords[language];
  const years = groupBy(cycle.holidays, (date) => date.slice(0, 4));
  return html`<section>
    <h2>${t.present}</h2>
    <p>${t.switched[cycle.jointLeave ? 'true' : 'false']}</p>
    ${years.size === 0 && html`<p>${t.noDays}</p>`}
    ${[...years].map(
      ([year, dates]) =>
        html`<details>
          <summary>${t.year(year, dates.length)}</summary>
          <ul>
            ${dates.map(
              (date) => html`<li>${longDate(Temporal.PlainDate.from(date), language)}</li>`,
            )}
          </ul>
        </details>`,
    )}
  </section>`;
}

const fields = ['holidays', 'jointLeave', 'decree'];

/** The versions of the timeline that changed them, and nothing else of these. */
function historyView({ versions, facts, language }: HolidaysShown): Html {
  const t = holidayWords[language];
  const about = versions.flatMap((version) => {
    const changes = version.changes.filter(({ field }) => fields.includes(field ?? ''));
    return changes.length > 0 ? [{ ...version, changes }] : [];
  });
  if (about.length > 0) return versionsView(about, facts, language, t.history);
  return html`<section>
    <h2>${t.history}</h2>
    <p>${t.never}</p>
  </section>`;
}
