import type { Draft } from '../draft.js';
import type { Assessor, Assignment, People, Unit } from '../people.js';
import { sameJson } from '../same-json.js';
import { assignAssessor, unassignAssessor } from './assign-assessor.js';
import { changeUnit, replaceCoordinators, replaceSekda } from './change-people.js';
import { addUnit, replaceAdmins, retireUnit } from './change-units.js';

/** What a people file changed. What was changed by hand to the same end already needs no more doing. */
export function adoptPeople(draft: Draft, before: People, after: People): void {
  if (!sameJson(after.coordinators, before.coordinators)) {
    replaceCoordinators(draft, after.coordinators);
  }
  if (!sameJson(after.sekda, before.sekda)) replaceSekda(draft, after.sekda);
  adoptAssessors(draft, before, after);
  adoptUnits(draft, before, after);
  adoptAssignments(draft, before, after);
}

/** Assessors that the file no longer has stay known, for what they did; their assignments go. */
function adoptAssessors(draft: Draft, before: People, after: People): void {
  const known = new Map(before.assessors.map((each) => [each.code, each]));
  const present = new Map(draft.facts.people.assessors.map((each) => [each.code, each]));
  for (const { code, name, email, unit } of after.assessors) {
    const said = { name, email, unit };
    const isSaid = (of: Assessor | undefined): boolean =>
      of !== undefined && sameJson(said, { name: of.name, email: of.email, unit: of.unit });
    if (isSaid(known.get(code)) || isSaid(present.get(code))) continue;
    // Who was retired by hand stays so: a file does not know of it.
    draft.setAssessor({ code, ...said, retired: present.get(code)?.retired ?? false });
    draft.record({ what: 'people', assessor: code, facts: said });
  }
}

function adoptUnits(draft: Draft, before: People, after: People): void {
  const known = new Map(before.units.map((unit) => [unit.code, unit]));
  const wanted = new Set(after.units.map(({ code }) => code));
  for (const { code } of before.units) {
    if (!wanted.has(code) && partOf(draft, code)) retireUnit(draft, code);
  }
  for (const unit of after.units) {
    const present = partOf(draft, unit.code);
    if (sameJson(unit, known.get(unit.code))) continue;
    if (present) adoptUnit(draft, present, unit);
    else if (!known.has(unit.code)) addUnit(draft, unit);
  }
}

function adoptUnit(draft: Draft, present: Unit, said: Unit): void {
  const { code, name, head, secretary, admins } = said;
  const of = (unit: Unit) => [unit.name, unit.head, unit.secretary];
  if (!sameJson(of(said), of(present))) {
    changeUnit(draft, { do: 'changeUnit', unit: code, name, head, secretary });
  }
  if (!sameJson(admins, present.admins)) {
    replaceAdmins(draft, { do: 'replaceAdmins', unit: code, admins });
  }
}

/** First who is taken off, so that an exchange of assessors leaves no unit with two. */
function adoptAssignments(draft: Draft, before: People, after: People): void {
  const wanted = new Set(after.assignments.map(pair));
  const known = new Set(before.assignments.map(pair));
  const present = new Set(draft.facts.people.assignments.map(pair));
  for (const each of before.assignments) {
    if (!wanted.has(pair(each)) && present.has(pair(each))) unassignAssessor(draft, each);
  }
  for (const each of after.assignments) {
    if (!known.has(pair(each)) && !present.has(pair(each))) assignAssessor(draft, each);
  }
}

/** The unit as it is, if it takes part. */
function partOf(draft: Draft, code: string): Unit | undefined {
  return draft.facts.people.units.find((unit) => unit.code === code && !unit.retired);
}

function pair({ assessor, unit }: Assignment): string {
  return JSON.stringify([assessor, unit]);
}
