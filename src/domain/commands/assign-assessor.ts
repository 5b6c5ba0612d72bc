import { isUnfinished } from '../cycle.js';
import type { Draft } from '../draft.js';
import type { Assignment } from '../people.js';
import { Refusal, type RefusalCode } from '../refusal.js';
import { makeLateTask, openPhases } from '../tasks.js';

/** Rule 9: while a review is open, the assessor's task is made at once. */
export function assignAssessor(draft: Draft, assignment: Assignment): void {
  checkNew(draft, assignment);
  draft.assign(assignment);
  const tasks = openPhases(draft, ['review']).flatMap(
    (phase) => makeLateTask(draft, phase, assignment)?.id ?? [],
  );
  draft.record({ what: 'assigned', ...assignment, facts: { tasks } });
}

/** Rule 8: an unfinished review is cancelled when its assessor is taken off. */
export function unassignAssessor(draft: Draft, assignment: Assignment): void {
  checkKnown(draft, assignment);
  if (!isAssigned(draft, assignment)) throw refusal('not_assigned', assignment);
  const open = new Set(openPhases(draft, ['review']).map(({ code }) => code));
  const lost = draft.tasks(assignment).filter(isUnfinished);
  for (const task of lost) draft.moveTask(task, 'cancel');
  draft.unassign(assignment);
  const tasks = lost.filter(({ phase }) => open.has(phase)).map(({ id }) => id);
  draft.record({ what: 'unassigned', ...assignment, facts: { tasks } });
}

/** Both or neither. */
export function reassign(draft: Draft, unit: string, from: string, to: string): void {
  checkKnown(draft, { unit, assessor: from });
  if (!isAssigned(draft, { unit, assessor: from })) {
    throw refusal('not_assigned', { unit, assessor: from });
  }
  checkNew(draft, { unit, assessor: to });
  unassignAssessor(draft, { unit, assessor: from });
  assignAssessor(draft, { unit, assessor: to });
}

function checkNew(draft: Draft, assignment: Assignment): void {
  const home = checkKnown(draft, assignment);
  if (isAssigned(draft, assignment)) throw refusal('already_assigned', assignment);
  if (home === assignment.unit) throw refusal('conflict_of_interest', assignment);
}

/** The assessor's home unit. @throws Refusal unknown_unit, unknown_assessor */
function checkKnown(draft: Draft, { assessor, unit }: Assignment): string | null {
  draft.unit(unit);
  const known = draft.facts.people.assessors.find(
    ({ code, retired }) => code === assessor && !retired,
  );
  if (!known) throw new Refusal('unknown_assessor', { assessor });
  return known.unit;
}

function isAssigned(draft: Draft, { assessor, unit }: Assignment): boolean {
  return draft.facts.people.assignments.some(
    (each) => each.assessor === assessor && each.unit === unit,
  );
}

function refusal(code: RefusalCode, { assessor, unit }: Assignment): Refusal {
  return new Refusal(code, { assessor, unit });
}
