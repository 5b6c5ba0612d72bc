import type { EarlierYear } from '../../../assessment/earlier/earlier-results.service.js';
import type { StatedFlaws, StatedForm } from '../../../assessment/earlier/result-form.js';
import type { Instrument } from '../../../domain/scoring.js';
import type { SignedIn } from '../../../people/sign-in/visitors.js';
import { html, type Html } from '../../../platform/html.js';
import type { InputError } from '../../../platform/input-error.js';
import type { Language } from '../../language.js';
import { fieldView } from '../../parts/field.view.js';
import { problemView } from '../../parts/problem.view.js';
import { scrolledTable } from '../../parts/scrolled-table.view.js';
import { provenPath } from '../../proof.view.js';
import { longMoment } from '../../words/dates.js';
import { figure } from '../../words/work.js';
import { option } from '../assignments-parts.view.js';
import { problemsTable } from '../import.view.js';
import { earlierWords } from './earlier-words.js';

export interface EarlierShown {
  readonly language: Language;
  readonly visitor: SignedIn;
  /** Of the page. */
  readonly path: string;
  readonly zone: string;
}

/** What was typed, and what is wrong with it. */
export interface Typed {
  readonly form: StatedForm;
  readonly flaws: StatedFlaws;
  /** In a sentence: what is wrong with the file as a whole. */
  readonly refused: string | null;
  readonly problems: InputError | null;
}

interface Page {
  readonly years: readonly EarlierYear[];
  readonly instruments: readonly Instrument[];
  readonly typed: Typed;
  readonly isDone: boolean;
  readonly trend: string;
}

export function earlierView(page: Page, shown: EarlierShown): Html {
  const { language } = shown;
  const t = earlierWords[language];
  const { problems } = page.typed;
  return html`<section>
      <h1>${t.title}</h1>
      ${page.isDone && html`<p class="good" role="status">${t.done}</p>`}
      <p>${t.intro}</p>
      <p><a href="${page.trend}">${t.trend}</a></p>
      ${page.years.length === 0 ? html`<p class="empty">${t.none}</p>` : yearsTable(page.years, shown)}
    </section>
    ${problems && problemsView(problems, language)} ${formView(page, shown)}`;
}

function yearsTable(years: readonly EarlierYear[], { language, path, zone }: EarlierShown): Html {
  const t = earlierWords[language];
  const rows = years.map(({ year, frozen, importedAt, importedBy, holds }) => {
    const { stated, published, instrument, file } = frozen;
    const when = longMoment(importedAt, zone, language);
    return html`<tr>
      <th scope="row"><a href="${path}/hasil/${year}">${year}</a></th>
      <td>${instrument.title}</td>
      <td>${figure(stated.index, language)} ${stated.predikat}</td>
      <td class="number">${figure(published.index, language)}</td>
      <td>${t.by(importedBy, when)}</td>
      <td><bdi>${file.name}</bdi></td>
      <td>${holds ? t.holds : html`<strong class="fall">${t.broken}</strong>`}</td>
    </tr>`;
  });
  const columns = [t.year, t.instrument, t.announced, t.computed, t.brought, t.file, t.trace];
  return scrolledTable(t.list, columns, rows);
}

function problemsView(error: InputError, language: Language): Html {
  const t = earlierWords[language];
  return html`<section>
    <h2 tabindex="-1" autofocus>${t.problems}</h2>
    <p class="problem" role="alert">${t.problemsHint(1 + error.further.length)}</p>
    ${problemsTable(error, t.problems, language)}
  </section>`;
}

function formView({ instruments, typed }: Page, shown: EarlierShown): Html {
  const { language, path, visitor } = shown;
  const t = earlierWords[language];
  return html`<section id="impor">
    <h2>${t.form}</h2>
    <p>
      ${t.template}
      ${instruments.map(
        ({ code, title }, at) =>
          html`${at > 0 && ' · '}<a href="${path}/templat?instrumen=${code}">${title}</a>`,
      )}
    </p>
    <form
      method="post"
      enctype="multipart/form-data"
      action="${provenPath(`${path}/pratinjau`, visitor)}"
    >
      ${statedFieldsView(instruments, typed, language)} ${fileField(typed, language)}
      <button>${t.show}</button>
    </form>
  </section>`;
}

/** What is said of the year beside its table. */
function statedFieldsView(
  instruments: readonly Instrument[],
  { form, flaws }: Typed,
  language: Language,
): Html {
  const t = earlierWords[language];
  const errorOf = (field: keyof StatedFlaws): string | undefined => {
    const flaw = flaws[field];
    return flaw && t.flaws[flaw];
  };
  const field = (name: 'year' | 'index', label: string, hint: string): Html =>
    fieldView({
      ...{ name, label, hint, type: 'text', autocomplete: 'off', longest: 10 },
      ...{ value: form[name] ?? '', error: errorOf(name) },
    });
  return html`${field('year', t.year, t.yearHint)}
  ${selectView({
    ...{ name: 'instrument', label: t.instrument, choose: t.choose },
    ...{ chosen: form.instrument ?? '', error: errorOf('instrument') },
    options: instruments.map(({ code, title }) => [code, title]),
  })}
  ${field('index', t.index, t.indexHint)}
  ${selectView({
    ...{ name: 'predikat', label: t.predikat, choose: t.choose },
    ...{ chosen: form.predikat ?? '', error: errorOf('predikat') },
    options: predikatOf(instruments).map((name) => [name, name]),
  })}`;
}

function fileField({ refused }: Typed, language: Language): Html {
  const t = earlierWords[language];
  return html`<div class="field">
    <label for="file">${t.chooseFile}</label>
    <p class="hint" id="file-hint">${t.fileHint}</p>
    ${refused !== null && problemView(refused)}
    <input
      id="file"
      type="file"
      name="file"
      accept=".xlsx,.csv,text/csv"
      aria-describedby="file-hint"
    />
  </div>`;
}

interface Select {
  readonly name: string;
  readonly label: string;
  readonly choose: string;
  readonly chosen: string;
  readonly error: string | undefined;
  readonly options: readonly (readonly [value: string, text: string])[];
}

function selectView({ name, label, choose, chosen, error = '', options }: Select): Html {
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${error && html`<p class="error" id="${name}-error">${error}</p>`}
    <select
      id="${name}"
      name="${name}"
      ${error && html`aria-invalid="true" aria-describedby="${name}-error"`}
    >
      <option value="">${choose}</option>
      ${options.map(([value, text]) => option(value, text, chosen))}
    </select>
  </div>`;
}

/** Of all instruments, each once: without a script the list cannot follow the instrument that is chosen. */
function predikatOf(instruments: readonly Instrument[]): string[] {
  return [...new Set(instruments.flatMap(({ predikat }) => predikat.map(({ name }) => name)))];
}
