import { letterLength } from '../../../api/change-bodies.js';
import type { Facts, Phase } from '../../../domain/cycle.js';
import type { TimelineVersion } from '../../../domain/timeline-version.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import type { ChangeField, ChangeForm, Flaws, Kind } from './change-form.js';
import { changeWords } from './change-words.js';
import { versionsView } from './versions.view.js';

export interface ChangesShown {
  readonly facts: Facts;
  /** The newest first. */
  readonly versions: readonly TimelineVersion[];
  readonly language: Language;
  readonly proof: Html;
  /** `/koordinator/spbe-2025/perubahan` */
  readonly path: string;
  /** What was typed into one of the forms, and what is wrong with it. */
  readonly typed: ChangeForm | null;
  readonly flaws: Flaws;
  /** Why it was refused; or that something was done. */
  readonly message: Html | null;
}

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
    ${
      isPaused
        ? formView(shown, 'resume', [html`<p>${t.resumeHint}</p>`, ...basisFields(shown, 'resume')])
        : formView(shown, 'pause', [html`<p>${t.pauseHint}</p>`, ...basisFields(shown, 'pause')])
    }
    <section>
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
    <form method="post" action="${path}/pratinjau">
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

/** On what an order rests, where no rule asks for it. */
function basisFields(shown: ChangesShown, kind: Kind): Html[] {
  const t = changeWords[shown.language];
  return [textField(shown, kind, 'reason', t.reason, t.ifAny), letterField(shown, kind)];
}

function letterField(shown: ChangesShown, kind: Kind): Html {
  const t = changeWords[shown.language];
  return textField(shown, kind, 'letter', t.letter, t.letterHint);
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

function phaseField(shown: ChangesShown, kind: Kind, fits: (phase: Phase) => boolean): Html {
  const t = changeWords[shown.language];
  const chosen = typedIn(shown, kind)?.phase;
  const name = `${kind}-phase`;
  return html`<div class="field">
    <label for="${name}">${t.phase}</label>
    ${flawOf(shown, kind, 'phase')}
    <select id="${name}" name="phase" ${describedBy(shown, kind, 'phase')}>
      <option value="">${t.choose}</option>
      ${shown.facts.phases
        .filter(fits)
        .map(
          ({ code, title }) =>
            html`<option value="${code}" ${code === chosen && html`selected`}>${title}</option>`,
        )}
    </select>
  </div>`;
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

function dateField(
  shown: ChangesShown,
  kind: Kind,
  field: 'opens' | 'closes',
  label: string,
): Html {
  const t = changeWords[shown.language];
  const typed = typedIn(shown, kind);
  const [date, time] = [typed?.[field] ?? '', typed?.[`${field}Time`] ?? ''];
  const name = `${kind}-${field}`;
  return html`<div class="field dates">
    ${flawOf(shown, kind, field)}
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      type="date"
      name="${field}"
      value="${date}"
      ${describedBy(shown, kind, field)}
    />
    <label for="${name}-time">${t.time}</label>
    <input id="${name}-time" type="time" name="${field}Time" value="${time}" />
  </div>`;
}

const longest = { reason: 2000, reminders: 2000, letter: letterLength } as const;

function textField(
  shown: ChangesShown,
  kind: Kind,
  field: keyof typeof longest,
  ...[label, hint]: readonly [label: string, hint: string]
): Html {
  const name = `${kind}-${field}`;
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint !== '' && html`<p class="hint">${hint}</p>`} ${flawOf(shown, kind, field)}
    <input
      id="${name}"
      name="${field}"
      maxlength="${longest[field]}"
      value="${typedIn(shown, kind)?.[field] ?? ''}"
      ${describedBy(shown, kind, field)}
    />
  </div>`;
}

function typedIn({ typed }: ChangesShown, kind: Kind): ChangeForm | null {
  return typed?.do === kind ? typed : null;
}

function flawOf(shown: ChangesShown, kind: Kind, field: ChangeField): Html | null {
  const flaw = typedIn(shown, kind) && shown.flaws[field];
  if (!flaw) return null;
  const text = changeWords[shown.language].flaws[flaw];
  return html`<p class="error" id="${kind}-${field}-error">${text}</p>`;
}

function describedBy(shown: ChangesShown, kind: Kind, field: ChangeField): Html | null {
  if (!typedIn(shown, kind) || !shown.flaws[field]) return null;
  return html`aria-invalid="true" aria-describedby="${kind}-${field}-error"`;
}
