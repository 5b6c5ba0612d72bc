import type { PeopleDifference } from '../../../assessment/participants/people-difference.js';
import { peopleLines, type PeopleLine } from '../../../assessment/participants/people-lines.js';
import type { Plan } from '../../../assessment/plans.service.js';
import type { SpreadsheetFile } from '../../../assessment/import/spreadsheet.js';
import { html, type Html } from '../../../platform/html.js';
import { assignmentWords } from '../assignment-words.js';
import { plainTable } from '../assignments-parts.view.js';
import { takeForm, type Shown } from '../import.view.js';
import { consequenceLine, toldView } from './consequences.view.js';
import { peopleWords, type Counts } from './people-words.js';

/** What a file would change, and what comes of it; nothing has changed yet. */
export function peopleImportView(
  plan: Plan<PeopleDifference>,
  { file, isStale }: { readonly file: SpreadsheetFile; readonly isStale: boolean },
  shown: Shown,
): Html {
  const { language } = shown;
  const [t, words] = [peopleWords[language], assignmentWords[language]];
  const lines = peopleLines(plan.what);
  const isReplaced = lines.some(({ about, from }) => about === 'admins' && from.length > 0);
  const consequence = html`<p>
      <strong>${consequenceLine(t.counts(countsOf(plan.what)), plan, language)}</strong>
    </p>
    ${isReplaced && html`<p>${t.replaced}</p>`}
    <p class="hint">${words.notYet}</p>
    ${toldView(plan, language)} ${takeForm(plan.shown, file, shown)} ${lineTable(lines, shown)}`;
  return html`<section id="impor">
    <h2 tabindex="-1" autofocus>${words.changesOf(file.name)}</h2>
    ${isStale && html`<p class="problem" role="alert">${t.stale}</p>`}
    ${lines.length === 0 ? html`<p>${t.noChanges}</p>` : consequence}
    <p><a href="${shown.path}">${words.back}</a></p>
  </section>`;
}

function countsOf({ units, assessors }: PeopleDifference): Counts {
  const added = (list: PeopleDifference['units' | 'assessors']): number =>
    list.reduce((count, { from }) => count + (from === null ? 1 : 0), 0);
  return {
    unitsAdded: added(units),
    unitsChanged: units.length - added(units),
    assessorsAdded: added(assessors),
    assessorsChanged: assessors.length - added(assessors),
  };
}

function lineTable(lines: readonly PeopleLine[], { language }: Shown): Html {
  const [t, words] = [peopleWords[language], assignmentWords[language]];
  const said = (texts: readonly string[]): string => texts.join(', ') || '–';
  const rows = lines.map(({ list, code, about, isNew, from, to }) => [
    list === 'units' ? code : `${t.assessor} ${code}`,
    t.about[about],
    isNew ? t.added : t.changed,
    said(from),
    said(to),
  ]);
  const headings = [`${t.units} / ${t.assessor}`, words.matter, words.kind, words.from, words.to];
  return plainTable(words.changes, headings, rows);
}
