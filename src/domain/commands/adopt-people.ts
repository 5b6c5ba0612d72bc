import type { Draft } from '../draft.js';
import type { Assignment, People, Unit } from '../people.js';
import { assignAssessor, unassignAssessor } from './assign-assessor.js';
import { addUnit, replaceAdmins, retireUnit } from './change-units.js';

/** Takes over a people file that was changed: each difference by the rule that a person's command would follow. */
export function adoptPeople(draft: Draft, people: People): void {
  adoptCoordinators(draft, people);
  adoptAssessors(draft, people);
  adoptUnits(draft, people);
  adoptAssignments(draft, people);
}

function adoptCoordinators(draft: Draft, { coordinators }: People): void {
  const before = draft.facts.people.coordinators.map(identity);
  if (text(before) === text(coordinators.map(identity))) return;
  draft.setCoordinators(coordinators);
  draft.record({ what: 'people', facts: { coordinators } });
}

/** Assessors that the file no longer has stay known, for what they did, but lose their assignments. */
function adoptAssessors(draft: Draft, { assessors }: People): void {
  const known = new Map(draft.facts.people.assessors.map((each) => [each.code, each]));
  for (const { code, name, email, unit } of assessors) {
    const before = known.get(code);
    const assessor = { code, name, email, unit };
    if (before && text([before.name, before.email, before.unit]) === text([name, email, unit])) {
      continue;
    }
    draft.setAssessor(assessor);
    draft.record({ what: 'people', assessor: code, facts: { name, email, unit } });
  }
}

function adoptUnits(draft: Draft, { units }: People): void {
  const known = new Map(draft.facts.people.units.map((unit) => [unit.code, unit]));
  const wanted = new Set(units.map(({ code }) => code));
  for (const { code, retired } of known.values()) {
    if (!retired && !wanted.has(code)) retireUnit(draft, code);
  }
  for (const unit of units) {
    const before = known.get(unit.code);
    if (before && !before.retired) adoptUnit(draft, before, unit);
    else addUnit(draft, unit);
  }
}

function adoptUnit(draft: Draft, before: Unit, { code, name, head, admins }: Unit): void {
  if (
    name !== before.name ||
    text(head && identity(head)) !== text(before.head && identity(before.head))
  ) {
    draft.setUnit({ ...before, name, head });
    draft.record({ what: 'people', unit: code, facts: { name, head } });
  }
  if (text(admins.map(identity)) !== text(before.admins.map(identity))) {
    replaceAdmins(draft, { do: 'replaceAdmins', unit: code, admins });
  }
}

/** First who is taken off, so that an exchange of assessors leaves no unit with two. */
function adoptAssignments(draft: Draft, { assignments }: People): void {
  const wanted = new Set(assignments.map(pair));
  const known = new Set(draft.facts.people.assignments.map(pair));
  for (const each of draft.facts.people.assignments) {
    if (!wanted.has(pair(each))) unassignAssessor(draft, each);
  }
  for (const each of assignments) {
    if (!known.has(pair(each))) assignAssessor(draft, each);
  }
}

function identity({ name, email }: { name: string; email: string }): readonly string[] {
  return [name, email];
}

function pair({ assessor, unit }: Assignment): string {
  return text([assessor, unit]);
}

function text(value: unknown): string {
  return JSON.stringify(value);
}
