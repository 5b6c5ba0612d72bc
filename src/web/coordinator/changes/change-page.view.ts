import { html, type Html } from '../../../platform/html.js';
import type { Kind } from './change-form.js';
import {
  basisFields,
  dateField,
  describedBy,
  flawOf,
  letterField,
  phaseField,
  textField,
  typedIn,
  type ChangesShown,
} from './change-fields.view.js';
import { changeWords } from './change-words.js';
import { holidayWords } from './holiday-words.js';
import { addUnitFields, retireUnitFields } from './unit-fields.view.js';
import { versionsView } from './versions.view.js';

/** A form for each thing that can be done to the timeline; none of them acts at once. */
export function changesView(shown: ChangesShown): Html {
  const { facts, message, language } = shown;
  const t = changeWords[language];
  const isBlocked = facts.phases.some(({ state }) => state === 'blocked');
  const isPaused = facts.cycle.state === 'paused';
  return html`<section>
      <h1>${t.title}</h1>
      ${message}
      <p>${t.intro}</p>
    </section>
    ${formView(shown, 'extend', [
      phaseField(shown, 'extend', ({ state }) => state === 'open' || state === 'closed'),
      unitsField(shown),
      dateField(shown, 'extend', 'closes', t.until),
      textField(shown, 'extend', 'reason', t.reason, ''),
      letterField(shown, 'extend'),
    ])}
    ${formView(shown, 'reschedule', [
      phaseField(shown, 'reschedule', ({ state }) => state !== 'closed'),
      html`<p class="hint">${t.keep}</p>`,
      dateField(shown, 'reschedule', 'opens', t.opens),
      dateField(shown, 'reschedule', 'closes', t.closes),
      ...basisFields(shown, 'reschedule'),
    ])}
    ${formView(shown, 'setReminders', [remindersNow(shown), ...reminderFields(shown)])}
    ${isBlocked && formView(shown, 'override', overrideFields(shown))}
    ${formView(shown, 'addUnit', addUnitFields(shown))}
    ${formView(shown, 'retireUnit', retireUnitFields(shown))}
    ${
      isPaused
        ? formView(shown, 'resume', [html`<p>${t.resumeHint}</p>`, ...basisFields(shown, 'resume')])
        : formView(shown, 'pause', [html`<p>${t.pauseHint}</p>`, ...basisFields(shown, 'pause')])
    }
    <section>
      <p><a href="${shown.path}/libur">${holidayWords[language].link}</a></p>
      <p><a href="${shown.path}/berkas">${t.wholeFile}</a></p>
    </section>
    ${versionsView(shown.versions, facts, language)}`;
}

function formView(
  { language, proof, path, typed }: ChangesShown,
  kind: Kind,
  fields: readonly (Html | false)[],
): Html {
  const t = changeWords[language];
  return html`<details class="change" ${typed?.do === kind && html`open`}>
    <summary>${t.kinds[kind]}</summary>
    <form id="${kind}" method="post" action="${path}/pratinjau">
      ${proof}<input type="hidden" name="do" value="${kind}" />
      ${fields}
      <p class="buttons"><button>${t.show}</button></p>
    </form>
  </details>`;
}

function reminderFields(shown: ChangesShown): Html[] {
  const t = changeWords[shown.language];
  return [
    phaseField(shown, 'setReminders', () => true),
    textField(shown, 'setReminders', 'reminders', t.reminders, t.remindersHint),
    ...basisFields(shown, 'setReminders'),
  ];
}

function overrideFields(shown: ChangesShown): Html[] {
  const t = changeWords[shown.language];
  return [
    phaseField(shown, 'override', ({ state }) => state === 'blocked'),
    textField(shown, 'override', 'reason', t.reason, ''),
    letterField(shown, 'override'),
  ];
}

function remindersNow({ facts, language }: ChangesShown): Html {
  const t = changeWords[language];
  return html`<ul class="hint">
    ${facts.phases.map(
      ({ title, reminders }) =>
        html`<li>${t.now(title, reminders.length > 0 ? reminders.join(', ') : t.none)}</li>`,
    )}
  </ul>`;
}

function unitsField(shown: ChangesShown): Html {
  const t = changeWords[shown.language];
  const ticked = new Set(typedIn(shown, 'extend')?.units);
  const units = shown.facts.people.units.filter(({ retired }) => !retired);
  return html`<fieldset ${describedBy(shown, 'extend', 'units')}>
    <legend>${t.units}</legend>
    ${flawOf(shown, 'extend', 'units')}
    <div class="choices">
      ${units.map(
        ({ code, name }) =>
          html`<label>
            <input
              type="checkbox"
              name="units"
              value="${code}"
              ${ticked.has(code) && html`checked`}
            />
            <bdi>${name}</bdi>
          </label>`,
      )}
    </div>
  </fieldset>`;
}
