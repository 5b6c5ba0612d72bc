import { isUnfinished } from '../cycle.js';
import type { Draft } from '../draft.js';
import type { Person, Unit } from '../people.js';
import { Refusal } from '../refusal.js';
import { hasFindings, makeLateTask, openPhases } from '../tasks.js';
import { unassignAssessor } from './assign-assessor.js';
import type { ReplaceAdmins } from './command.js';

const everyUnits = ['briefing', 'self-assessment'] as const;

/** Rule 9. A unit that was retired may come back; its old tasks stay cancelled. */
export function addUnit(draft: Draft, unit: Omit<Unit, 'retired'>): void {
  const known = draft.facts.people.units.find(({ code }) => code === unit.code);
  if (known && !known.retired) throw new Refusal('duplicate_unit', { unit: unit.code });
  draft.setUnit({ ...unit, retired: false });
  draft.record({ what: 'unit-added', unit: unit.code });
  const isReturned = draft.tasks({ unit: unit.code }).some(hasFindings);
  const kinds = isReturned ? [...everyUnits, 'revision' as const] : everyUnits;
  for (const phase of openPhases(draft, kinds)) {
    makeLateTask(draft, phase, { unit: unit.code, assessor: null });
  }
}

/** Rule 8: all of its tasks but the finished ones are cancelled, and nobody reviews it any more. */
export function retireUnit(draft: Draft, code: string): void {
  const unit = draft.unit(code);
  for (const { assessor } of draft.facts.people.assignments.filter((each) => each.unit === code)) {
    unassignAssessor(draft, { assessor, unit: code });
  }
  for (const task of draft.tasks({ unit: code }).filter(({ state }) => state !== 'finished')) {
    draft.moveTask(task, 'cancel');
  }
  draft.setUnit({ ...unit, retired: true });
  draft.record({ what: 'unit-retired', unit: code });
}

/** Rule 10, handover: the newcomers are told what is unfinished. */
export function replaceAdmins(draft: Draft, { unit: code, admins }: ReplaceAdmins): void {
  const unit = draft.unit(code);
  const known = new Set(unit.admins.map(address));
  const newcomers = admins.filter((admin) => !known.has(address(admin)));
  const tasks = draft.tasks({ unit: code, assessor: null }).filter(isUnfinished);
  draft.setUnit({ ...unit, admins });
  draft.record({
    what: 'admins-replaced',
    unit: code,
    from: unit.admins.map(address).join(', '),
    to: admins.map(address).join(', '),
    facts: { newcomers: newcomers.map(address), tasks: tasks.map(({ id }) => id) },
  });
}

function address({ email }: Person): string {
  return email.toLowerCase();
}
