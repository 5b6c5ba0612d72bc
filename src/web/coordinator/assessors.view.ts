import type { Reader } from '../../assessment/reading.service.js';
import { groupBy } from '../../domain/group-by.js';
import { html, type Html } from '../../platform/html.js';
import { assignmentWords } from './assignment-words.js';
import { option, plainTable, unitOptions } from './assignments-parts.view.js';
import type { AssignmentsShown } from './assignments.view.js';

/** Who assesses whom, with the ways to change it. */
export function assessorsSection(reader: Reader, shown: AssignmentsShown): Html {
  const t = assignmentWords[shown.language];
  return html`<section>
    <h2 id="asesor">${t.assessors}</h2>
    ${assignForm(reader, shown)}
    <p class="hint">${t.releaseHint}</p>
    ${assessorTable(reader, shown)}
  </section>`;
}

function assignForm({ facts }: Reader, { language, path, proof, chosen }: AssignmentsShown): Html {
  const t = assignmentWords[language];
  const { units, assessors } = facts.people;
  const people = assessors
    .filter(({ retired }) => !retired)
    .map(({ code, name }) => option(code, `${name} (${code})`, ''));
  return html`<form method="post" action="${path}/asesor">
    ${proof}
    <p>
      <label
        >${t.unit}
        <select name="unit">
          ${unitOptions(units, chosen.unit)}
        </select></label
      >
    </p>
    <p>
      <label
        >${t.assessor}
        <select name="assessor">
          ${people}
        </select></label
      >
    </p>
    <p>
      <label
        >${t.replaces}
        <select name="from">
          <option value="">${t.replacesNobody}</option>
          ${people}
        </select></label
      >
    </p>
    <p class="hint">${t.assignHint}</p>
    <button>${t.assign}</button>
  </form>`;
}

function assessorTable({ facts }: Reader, shown: AssignmentsShown): Html {
  const { language, path } = shown;
  const t = assignmentWords[language];
  const { units, assessors, assignments } = facts.people;
  const active = units.filter(({ retired }) => !retired);
  if (active.length === 0) return html`<p class="empty">${t.noUnits}</p>`;
  const names = new Map(assessors.map(({ code, name }) => [code, name]));
  const byUnit = groupBy(assignments, ({ unit }) => unit);
  const rows = active.map(({ code, name }) => {
    const own = byUnit.get(code) ?? [];
    const nobody = html`<a href="${path}?opd=${encodeURIComponent(code)}#asesor"
      ><strong class="error">${t.nobody}</strong></a
    >`;
    const people = own.map(({ assessor }) => {
      return releaseForm({ unit: code, assessor }, names.get(assessor) ?? assessor, shown);
    });
    return [name, own.length === 0 ? nobody : people];
  });
  return plainTable(t.assessors, [t.unit, t.assessor], rows);
}

function releaseForm(
  { unit, assessor }: { readonly unit: string; readonly assessor: string },
  name: string,
  { language, path, proof }: AssignmentsShown,
): Html {
  const t = assignmentWords[language];
  return html`<form method="post" action="${path}/asesor/lepas">
    ${proof}<input type="hidden" name="unit" value="${unit}" /><input
      type="hidden"
      name="assessor"
      value="${assessor}"
    />
    ${name} <button class="quiet" aria-label="${t.release}: ${name}, ${unit}">${t.release}</button>
  </form>`;
}
