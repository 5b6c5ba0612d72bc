import { letterLength } from '../../../api/change-bodies.js';
import type { Facts, Phase } from '../../../domain/cycle.js';
import type { TimelineVersion } from '../../../domain/timeline-version.js';
import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import type { ChangeField, ChangeForm, Flaws, Kind } from './change-form.js';
import { changeWords } from './change-words.js';

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

/** On what an order rests, where no rule asks for it. */
export function basisFields(shown: ChangesShown, kind: Kind): Html[] {
  const t = changeWords[shown.language];
  return [textField(shown, kind, 'reason', t.reason, t.ifAny), letterField(shown, kind)];
}

export function letterField(shown: ChangesShown, kind: Kind): Html {
  const t = changeWords[shown.language];
  return textField(shown, kind, 'letter', t.letter, t.letterHint);
}

export function phaseField(shown: ChangesShown, kind: Kind, fits: (phase: Phase) => boolean): Html {
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

export function dateField(
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

export function textField(
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

export function typedIn({ typed }: ChangesShown, kind: Kind): ChangeForm | null {
  return typed?.do === kind ? typed : null;
}

export function flawOf(shown: ChangesShown, kind: Kind, field: ChangeField): Html | null {
  const flaw = typedIn(shown, kind) && shown.flaws[field];
  if (!flaw) return null;
  const text = changeWords[shown.language].flaws[flaw];
  return html`<p class="error" id="${kind}-${field}-error">${text}</p>`;
}

export function describedBy(shown: ChangesShown, kind: Kind, field: ChangeField): Html | null {
  if (!typedIn(shown, kind) || !shown.flaws[field]) return null;
  return html`aria-invalid="true" aria-describedby="${kind}-${field}-error"`;
}
