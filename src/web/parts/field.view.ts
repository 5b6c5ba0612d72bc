import { html, type Html } from '../../platform/html.js';

export interface Field {
  readonly name: string;
  /** Where several fields have one name; else the name. */
  readonly id?: string;
  readonly label: string;
  readonly type: 'text' | 'email' | 'password' | 'search' | 'date';
  /** Tells a password manager what it is. */
  readonly autocomplete: string;
  readonly value?: string;
  readonly hint?: string;
  /** What is wrong with it, in a sentence. */
  readonly error?: string | undefined;
  readonly longest?: number;
  /** The earliest and the latest date. */
  readonly between?: readonly [string, string];
}

/** A label, its input, and beside it what to know and what is wrong; read out together. */
export function fieldView({ name, label, type, autocomplete, ...more }: Field): Html {
  const { id = name, value = '', hint = '', error = '', longest = 254, between } = more;
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for="${id}">${label}</label>
    ${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}
    ${error && html`<p class="error" id="${id}-error">${error}</p>`}
    <input
      id="${id}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      ${between ? html`min="${between[0]}" max="${between[1]}"` : html`maxlength="${longest}"`}
      ${value && html`value="${value}"`}
      ${notes && html`aria-describedby="${notes}"`}
      ${error && html`aria-invalid="true"`}
    />
  </div>`;
}
