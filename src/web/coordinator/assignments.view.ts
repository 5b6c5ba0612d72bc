import { responsibilityIn } from '../../assessment/import/present.js';
import type { Reader } from '../../assessment/reading.service.js';
import type { Unit } from '../../domain/people.js';
import type { Indicator } from '../../domain/scoring.js';
import type { SignedIn } from '../../people/sign-in/visitors.js';
import { html, type Html } from '../../platform/html.js';
import type { Language } from '../language.js';
import { assignmentWords } from './assignment-words.js';
import { option, plainTable, unitOptions } from './assignments-parts.view.js';
import { assessorsSection } from './assessors.view.js';
import { uploadSection } from './import.view.js';

export interface AssignmentsShown {
  readonly language: Language;
  /** `/koordinator/spbe-2025/penugasan` */
  readonly path: string;
  readonly proof: Html;
  readonly visitor: SignedIn;
  /** What was done, or was not. */
  readonly message: Html | null;
  /** Already chosen in the forms: the number of an indicator, the code of a unit. */
  readonly chosen: { readonly indicator: string; readonly unit: string };
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
    <section>
      <h2 id="penanggung-jawab">${t.leads}</h2>
      ${leadForm(reader, shown)} ${leadTable(reader, shown)}
    </section>
    ${assessorsSection(reader, shown)}
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
  const { language, path } = shown;
  const t = assignmentWords[language];
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
    html`<a href="${path}?indikator=${no}#penanggung-jawab" title="${name}">${no}</a> `;
  const unitLink = ({ code, name }: Unit): Html =>
    html`<a href="${path}?opd=${encodeURIComponent(code)}#asesor">${name}</a> `;
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

function leadForm(
  { facts, instrument }: Reader,
  { language, path, proof, chosen }: AssignmentsShown,
): Html {
  const t = assignmentWords[language];
  const indicators = instrument.indicators
    .filter(({ valueSource }) => valueSource !== 'external')
    .map(({ no, name }) => option(String(no), `${no}. ${name}`, chosen.indicator));
  return html`<form method="post" action="${path}/penanggung-jawab">
    ${proof}
    <p>
      <label
        >${t.indicator}
        <select name="indicator">
          ${indicators}
        </select></label
      >
    </p>
    <p>
      <label
        >${t.lead}
        <select name="lead">
          ${unitOptions(facts.people.units, '')}
          <option value="">${t.noLeadOption}</option>
        </select></label
      >
    </p>
    <p class="hint">${t.leadHint}</p>
    <button>${t.setLead}</button>
  </form>`;
}

function leadTable(
  { facts, dossier, instrument }: Reader,
  { language, path }: AssignmentsShown,
): Html {
  const t = assignmentWords[language];
  const names = new Map(facts.people.units.map(({ code, name }) => [code, name]));
  const retired = facts.people.units.filter((unit) => unit.retired).map(({ code }) => code);
  const rows = instrument.indicators.map(({ no, name, valueSource }) => {
    const { lead, supports, title } = responsibilityIn(dossier, no);
    const isExternal = valueSource === 'external';
    const nobody = isExternal ? t.external : html`<strong class="error">${t.nobody}</strong>`;
    const link = html`<a
      href="${path}?indikator=${no}#penanggung-jawab"
      aria-label="${t.change}: ${t.indicator} ${no}"
      >${t.change}</a
    >`;
    return [
      `${no}. ${title ?? name}`,
      lead === null
        ? nobody
        : html`${names.get(lead) ?? lead}
          ${retired.includes(lead) && html`<strong class="error">(${t.retired})</strong>`}`,
      supports.map((code) => names.get(code) ?? code).join(', '),
      isExternal ? '' : link,
    ];
  });
  return plainTable(t.leads, [t.indicator, t.lead, t.supports, t.change], rows);
}
