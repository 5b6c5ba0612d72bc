import type { Plan } from '../../assessment/plans.service.js';
import type { Proposal } from '../../domain/assessment/propose-assignments.js';
import type { People } from '../../domain/people.js';
import { html, type Html } from '../../platform/html.js';
import { assignmentWords } from './assignment-words.js';
import { plainTable } from './assignments-parts.view.js';
import type { AssignmentsShown } from './assignments.view.js';
import { consequenceLine, toldView } from './people/consequences.view.js';

type Shown = Pick<AssignmentsShown, 'language' | 'path' | 'proof'>;

/** What is proposed, and what comes of it; nothing has changed yet. */
export function proposalView(
  plan: Plan<Proposal>,
  { perUnit, people, isStale }: { perUnit: 1 | 2; people: People; isStale: boolean },
  shown: Shown,
): Html {
  const t = assignmentWords[shown.language];
  const { what, shown: state } = plan;
  const { assignments } = what;
  const offer = html`<p>
      <strong>${consequenceLine(t.willAssign(assignments.length), plan, shown.language)}</strong>
    </p>
    ${toldView(plan, shown.language)}
    <p class="hint">${t.notYet}</p>
    <form method="post" action="${shown.path}/usulan">
      ${shown.proof}<input type="hidden" name="perUnit" value="${perUnit}" /><input
        type="hidden"
        name="shown"
        value="${state}"
      />
      <button>${t.take}</button>
    </form>`;
  return html`<section>
    <h1>${t.proposal}</h1>
    ${isStale && html`<p class="problem" role="alert">${t.stale}</p>`}
    ${assignments.length === 0 ? html`<p>${t.nothingProposed}</p>` : offer}
    <p><a href="${shown.path}">${t.back}</a></p>
    ${tables(what, people, shown)}
  </section>`;
}

function tables({ assignments, loads, left }: Proposal, people: People, { language }: Shown): Html {
  const t = assignmentWords[language];
  const units = new Map(people.units.map(({ code, name }) => [code, name]));
  const assessors = new Map(people.assessors.map(({ code, name }) => [code, name]));
  const unitName = (code: string): string => units.get(code) ?? code;
  const assessorName = (code: string): string => assessors.get(code) ?? code;
  return html`${
    left.length > 0 &&
    html`<h2>${t.leftUnits}</h2>
      <ul>
        ${left.map(({ unit, why }) => html`<li>${unitName(unit)}: ${t.left[why]}</li>`)}
      </ul>`
  }
  ${
    assignments.length > 0 &&
    plainTable(
      t.proposal,
      [t.unit, t.assessor],
      assignments.map(({ unit, assessor }) => [unitName(unit), assessorName(assessor)]),
    )
  }
  ${plainTable(
    t.load,
    [t.assessor, t.loadBefore, t.loadAfter],
    loads.map(({ assessor, before, after }) => [assessorName(assessor), before, after]),
  )}`;
}
