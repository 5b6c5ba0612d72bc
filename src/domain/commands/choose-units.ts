import { isUnfinished } from '../cycle.js';
import type { Draft } from '../draft.js';
import { bearersOf, makeLateTask, openPhases } from '../tasks.js';

/**
 * Which units a phase is for, such as those that are visited; null: all of them. While it is open, whoever
 * comes in gets the task at once, and who falls out has it no longer unless it is finished.
 * @throws Refusal unknown_phase, unknown_unit
 */
export function chooseUnits(draft: Draft, code: string, units: readonly string[] | null): void {
  const before = draft.phase(code);
  for (const unit of units ?? []) draft.unit(unit);
  const phase = { ...before, units: units === null ? null : [...new Set(units)] };
  draft.setPhase(phase);
  const facts = { from: before.units, to: phase.units };
  draft.record({ what: 'units-chosen', phase: code, facts });
  for (const task of draft.tasks({ phase: code })) {
    const isOut = task.unit !== null && phase.units?.includes(task.unit) === false;
    if (isOut && isUnfinished(task)) draft.moveTask(task, 'cancel');
  }
  if (!openPhases(draft, [phase.kind]).some((each) => each.code === code)) return;
  for (const bearer of bearersOf(phase, draft.facts)) {
    const task = makeLateTask(draft, phase, bearer);
    // Rule 10: for a review that somebody is given, `assigned` stands for `opened`.
    if (task?.assessor) draft.record({ what: 'assigned', ...bearer, facts: { tasks: [task.id] } });
  }
}
