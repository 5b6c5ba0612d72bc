import type { Plan } from '../../assessment/plans.service.js';
import type { Difference } from '../../assessment/import/difference.js';
import {
  countLines,
  linesOf,
  type DifferenceLine,
} from '../../assessment/import/difference-lines.js';
import type { SpreadsheetFile } from '../../assessment/import/spreadsheet.js';
import type { People } from '../../domain/people.js';
import { html, type Html } from '../../platform/html.js';
import type { InputError } from '../../platform/input-error.js';
import type { Language } from '../language.js';
import { provenPath } from '../proof.view.js';
import { fileProblem } from '../words/file-problems.js';
import { assignmentWords } from './assignment-words.js';
import { plainTable } from './assignments-parts.view.js';
import type { AssignmentsShown } from './assignments.view.js';
import { consequenceLine, toldView } from './people/consequences.view.js';

export type Shown = Pick<AssignmentsShown, 'language' | 'path' | 'visitor'>;

/** With a script, what comes of the upload takes this section's place. */
export function uploadSection(shown: Shown, download: string, more: Html | null = null): Html {
  const t = assignmentWords[shown.language];
  return html`<section id="impor">
    <h2>${t.file}</h2>
    <p class="hint">${t.fileHint}</p>
    ${more}
    <p><a href="${shown.path}/unduh">${download}</a></p>
    ${uploadForm(shown)}
  </section>`;
}

function uploadForm({ language, path, visitor }: Shown): Html {
  const t = assignmentWords[language];
  const proven = provenPath(`${path}/impor`, visitor);
  return html`<form
    class="upload"
    method="post"
    enctype="multipart/form-data"
    action="${proven}"
    hx-post="${proven}"
    hx-encoding="multipart/form-data"
    hx-target="#impor"
    hx-select="#impor"
    hx-swap="outerHTML"
  >
    <p>
      <label
        >${t.choose} <input type="file" name="file" required accept=".xlsx,.csv,text/csv"
      /></label>
    </p>
    <button>${t.showChanges}</button>
    <progress max="100" value="0" hidden></progress>
    <output class="error" data-failed="${t.notUploaded}"></output>
  </form>`;
}

/** What a file would change, and what comes of it; nothing has changed yet. */
export function importView(
  plan: Plan<Difference>,
  { file, people, isStale }: { file: SpreadsheetFile; people: People; isStale: boolean },
  shown: Shown,
): Html {
  const t = assignmentWords[shown.language];
  const lines = linesOf(plan.what);
  const count = countLines(lines);
  const consequence = html`<p>
      <strong>${consequenceLine(t.counts(count), plan, shown.language)}</strong>
    </p>
    ${toldView(plan, shown.language)} ${count.removed > 0 && html`<p>${t.removes}</p>`}
    <p class="hint">${t.notYet}</p>
    ${takeForm(plan.shown, file, shown)} ${lineTable(lines, people, shown)}`;
  return html`<section id="impor">
    <h2 tabindex="-1" autofocus>${t.changesOf(file.name)}</h2>
    ${isStale && html`<p class="problem" role="alert">${t.stale}</p>`}
    ${lines.length === 0 ? html`<p>${t.noChanges}</p>` : consequence}
    <p><a href="${shown.path}">${t.back}</a></p>
  </section>`;
}

/** Brings the file again: so nothing of it has to be kept until somebody agrees. */
export function takeForm(
  state: string,
  file: SpreadsheetFile,
  { language, path, visitor }: Shown,
): Html {
  return html`<form
    method="post"
    enctype="multipart/form-data"
    action="${provenPath(`${path}/impor/terapkan`, visitor)}"
  >
    <input type="hidden" name="shown" value="${state}" />
    <input type="hidden" name="name" value="${file.name}" />
    <input type="hidden" name="content" value="${file.bytes.toString('base64')}" />
    <button>${assignmentWords[language].take}</button>
  </form>`;
}

function lineTable(lines: readonly DifferenceLine[], people: People, { language }: Shown): Html {
  const t = assignmentWords[language];
  const units = new Map(people.units.map(({ code, name }) => [code, name]));
  const assessors = new Map(people.assessors.map(({ code, name }) => [code, name]));
  const rows = lines.map(({ about, indicator, unit, from, to, kind }) => {
    const names = about === 'assessor' ? assessors : units;
    const said = (texts: readonly string[]): string =>
      texts.map((text) => (about === 'title' ? text : (names.get(text) ?? text))).join(', ') || '–';
    const place = unit === null ? `${t.indicator} ${indicator ?? ''}` : (units.get(unit) ?? unit);
    return [place, t.about[about], t.kinds[kind], said(from), said(to)];
  });
  return plainTable(
    t.changes,
    [`${t.indicator} / ${t.unit}`, t.matter, t.kind, t.from, t.to],
    rows,
  );
}

/** All that is wrong with a file, by the place where it is mended. */
export function problemsView(error: InputError, file: string, shown: Shown): Html {
  const t = assignmentWords[shown.language];
  return html`<section id="impor">
    <h2 tabindex="-1" autofocus>${t.problemsOf(file)}</h2>
    <p class="problem" role="alert">${t.problemsHint(1 + error.further.length)}</p>
    ${problemsTable(error, t.problems, shown.language)} ${uploadForm(shown)}
    <p><a href="${shown.path}">${t.back}</a></p>
  </section>`;
}

/** A row for each place where something is to be mended. */
export function problemsTable(error: InputError, caption: string, language: Language): Html {
  const t = assignmentWords[language];
  const rows = [error, ...error.further].map(({ place, problem }) => [
    place.file,
    place.line ?? '–',
    place.field ?? '–',
    problemText(problem, language),
  ]);
  return plainTable(caption, [t.sheet, t.row, t.column, t.problem], rows);
}

function problemText(problem: string, language: Language): Html {
  const { text, lang } = fileProblem(problem, language);
  return html`<span lang="${lang}">${text}</span>`;
}
