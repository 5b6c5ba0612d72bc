import type { Reader } from '../../assessment/reading.service.js';
import { groupBy } from '../../domain/group-by.js';
import { html, type Html } from '../../platform/html.js';
import { assignmentWords } from './assignment-words.js';
import { releaseAddress } from './assignments-path.js';
import {
  chosenIn,
  listing,
  option,
  unitOptions,
  type Listing,
  type ListingShown,
} from './assignments-parts.view.js';
import type { AssignmentsShown } from './assignments.view.js';

interface Assessed {
  readonly code: string;
  readonly name: string;
  readonly people: readonly { readonly code: string; readonly name: string }[];
}

/** Who assesses whom, with the ways to change it. */
export function assessorsSection(reader: Reader, shown: AssignmentsShown): Html {
  const t = assignmentWords[shown.language];
  return html`<section>
    <h2 id="asesor">${t.assessors}</h2>
    ${assignForm(reader, shown)}
    ${
      reader.facts.people.units.some(({ retired }) => !retired)
        ? assessorListing(reader, shown).view(shown)
        : html`<p class="empty">${t.noUnits}</p>`
    }
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
          ${unitOptions(units, chosen.opd)}
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

export function assessorListing({ facts }: Reader, shown: ListingShown): Listing {
  const t = assignmentWords[shown.language];
  return listing({
    name: 'asesor',
    anchor: '#asesor',
    caption: t.assessors,
    columns: [
      { key: 'opd', title: t.unit, value: ({ name }) => name },
      {
        key: 'asesor',
        title: t.assessor,
        value: ({ people }) => people.map(({ name }) => name).join(', ') || t.nobody,
        cell: (assessed) => peopleCell(assessed, shown),
      },
    ],
    rows: assessedIn(facts),
  });
}

function assessedIn({ people }: Reader['facts']): Assessed[] {
  const names = new Map(people.assessors.map(({ code, name }) => [code, name]));
  const byUnit = groupBy(people.assignments, ({ unit }) => unit);
  return people.units
    .filter(({ retired }) => !retired)
    .map(({ code, name }) => {
      const own = byUnit.get(code) ?? [];
      return {
        ...{ code, name },
        people: own.map(({ assessor }) => {
          return { code: assessor, name: names.get(assessor) ?? assessor };
        }),
      };
    });
}

function peopleCell({ code, people }: Assessed, shown: ListingShown): Html {
  const t = assignmentWords[shown.language];
  if (people.length === 0) {
    return html`<a href="${chosenIn(shown, { opd: code })}"
      ><strong class="error">${t.nobody}</strong></a
    >`;
  }
  return html`<ul>
    ${people.map((assessor) => {
      const release = releaseAddress(shown.path, { unit: code, assessor: assessor.code });
      const label = `${t.release}: ${assessor.name}, ${code}`;
      return html`<li>
        <bdi>${assessor.name}</bdi> <a href="${release}" aria-label="${label}">${t.release}</a>
      </li>`;
    })}
  </ul>`;
}
