import { responsibilityIn } from '../../assessment/import/present.js';
import type { Reader } from '../../assessment/reading.service.js';
import type { Unit } from '../../domain/people.js';
import type { Indicator } from '../../domain/scoring.js';
import type { SignedIn } from '../../people/sign-in/visitors.js';
import { html, type Html } from '../../platform/html.js';
import { assignmentWords } from './assignment-words.js';
import { chosenIn, findForm, type ListingShown } from './assignments-parts.view.js';
import { assessorsSection } from './assessors.view.js';
import { uploadSection } from './import.view.js';
import { leadsSection } from './leads.view.js';

export interface AssignmentsShown extends ListingShown {
  readonly proof: Html;
  readonly visitor: SignedIn;
  /** What was done, or was not. */
  readonly message: Html | null;
}

/** Who leads what and who assesses whom: first what is missing. */
export function assignmentsView(reader: Reader, shown: AssignmentsShown): Html {
  const t = assignmentWords[shown.language];
  return html`<section>
      <h1>${t.title}</h1>
      ${shown.message}
      <h2>${t.missing}</h2>
      ${missingList(reader, shown)}
    </section>
    <section>${findForm(shown)}</section>
    ${leadsSection(reader, shown)} ${assessorsSection(reader, shown)}
    <section>
      <h2>${t.proposal}</h2>
      <p class="hint">${t.proposalHint}</p>
      <form action="${shown.path}/usulan" method="get">
        <label
          >${t.perUnit}
          <select name="perUnit">
            <option>1</option>
            <option>2</option>
          </select></label
        >
        <button>${t.showProposal}</button>
      </form>
    </section>
    ${uploadSection(shown, t.download)}`;
}

function missingList({ facts, dossier, instrument }: Reader, shown: AssignmentsShown): Html {
  const t = assignmentWords[shown.language];
  const active = new Set(unitsIn(facts).map(({ code }) => code));
  const leaderless = instrument.indicators.filter(
    ({ no, valueSource }) =>
      // Whoever has retired leads nothing any more.
      valueSource !== 'external' && !active.has(responsibilityIn(dossier, no).lead ?? ''),
  );
  const assessed = new Set(facts.people.assignments.map(({ unit }) => unit));
  const unassessed = unitsIn(facts).filter(({ code }) => !assessed.has(code));
  if (leaderless.length + unassessed.length === 0) return html`<p>${t.nothingMissing}</p>`;
  const indicatorLink = ({ no, name }: Indicator): Html =>
    html`<a href="${chosenIn(shown, { indikator: String(no) })}" title="${name}">${no}</a> `;
  const unitLink = ({ code, name }: Unit): Html =>
    html`<a href="${chosenIn(shown, { opd: code })}">${name}</a> `;
  return html`<div class="problem">
    ${
      leaderless.length > 0 &&
      html`<p>${t.noLead(leaderless.length)}</p>
        <p>${t.indicator}: ${leaderless.map(indicatorLink)}</p>`
    }
    ${
      unassessed.length > 0 &&
      html`<p>${t.noAssessor(unassessed.length)}</p>
        <ul>
          ${unassessed.map((unit) => html`<li>${unitLink(unit)}</li>`)}
        </ul>`
    }
  </div>`;
}

function unitsIn({ people }: Reader['facts']): Unit[] {
  return people.units.filter(({ retired }) => !retired);
}
