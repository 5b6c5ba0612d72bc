import { html, type Html } from '../../../platform/html.js';
import type { Language } from '../../language.js';
import { fieldView, type Field } from '../../parts/field.view.js';
import { formWords } from './form-words.js';
import type { FieldProblems } from './typed.js';

export interface FormShown {
  readonly language: Language;
  /** `/koordinator/spbe-2025/orang` */
  readonly path: string;
  readonly proof: Html;
  /** What is wrong with what was typed; empty at first. */
  readonly problems: FieldProblems;
  /** What was refused, apart from any field. */
  readonly message: string | null;
}

type Wanted = Pick<Field, 'name' | 'label'> & Partial<Field>;

/** An empty text, unless something else is wanted; with what is wrong with it. */
export function field({ language, problems }: FormShown, wanted: Wanted): Html {
  const problem = problems[wanted.id ?? wanted.name];
  const error = problem && formWords[language].problems[problem];
  return fieldView({ type: 'text', autocomplete: 'off', error, ...wanted });
}

/** What tells somebody from others is chosen once. */
export function codeField(
  { act, code }: { readonly act: 'add' | 'change'; readonly code: string },
  label: string,
  shown: FormShown,
): Html {
  if (act === 'add') return field(shown, { name: 'code', label, value: code });
  return html`<input type="hidden" name="code" value="${code}" />
    <p>${label}: <strong>${code}</strong></p>`;
}

/** Around a form that changes somebody: what it is, what was wrong with it, and the way back. */
export function formView(title: string, form: Html, shown: FormShown): Html {
  const t = formWords[shown.language];
  const isWrong = Object.keys(shown.problems).length > 0;
  const said = shown.message ?? (isWrong ? t.mend : null);
  return html`<section>
    <h1>${title}</h1>
    ${said !== null && html`<p class="problem" role="alert">${said}</p>`} ${form}
    <p><a href="${shown.path}">${t.backUnchanged}</a></p>
  </section>`;
}
