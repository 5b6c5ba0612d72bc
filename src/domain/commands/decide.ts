import type { Draft } from '../draft.js';
import { activateCycle } from './activate-cycle.js';
import { assignAssessor, reassign, unassignAssessor } from './assign-assessor.js';
import { changeUnit, putAssessor, replaceCoordinators, retireAssessor } from './change-people.js';
import { addUnit, replaceAdmins, retireUnit } from './change-units.js';
import { chooseUnits } from './choose-units.js';
import type { Command } from './command.js';
import { extendTask } from './extend-task.js';
import { finishTask } from './finish-task.js';
import { overridePhase } from './override-phase.js';
import { reschedulePhase } from './reschedule-phase.js';
import { setHolidays } from './set-calendar.js';
import { setReminders } from './set-reminders.js';

type Handlers = {
  readonly [Name in Command['do']]: (draft: Draft, command: Extract<Command, { do: Name }>) => void;
};

const handlers: Handlers = {
  activate: (draft) => activateCycle(draft),
  finish: finishTask,
  reschedule: reschedulePhase,
  extend: extendTask,
  setReminders,
  setHolidays,
  override: (draft, { phase, reason }) => overridePhase(draft, phase, reason),
  // Rule 17: deadlines do not move; ticks and deliveries look at the cycle's state.
  pause: (draft) => draft.moveCycle('pause'),
  resume: (draft) => draft.moveCycle('resume'),
  addUnit: (draft, { unit }) => addUnit(draft, unit),
  retireUnit: (draft, { unit }) => retireUnit(draft, unit),
  replaceAdmins: (draft, command) => replaceAdmins(draft, command),
  changeUnit: (draft, command) => changeUnit(draft, command),
  putAssessor: (draft, { assessor }) => putAssessor(draft, assessor),
  retireAssessor: (draft, { assessor }) => retireAssessor(draft, assessor),
  replaceCoordinators: (draft, { coordinators }) => replaceCoordinators(draft, coordinators),
  chooseUnits: (draft, { phase, units }) => chooseUnits(draft, phase, units),
  assign: (draft, { assessor, unit }) => assignAssessor(draft, { assessor, unit }),
  unassign: (draft, { assessor, unit }) => unassignAssessor(draft, { assessor, unit }),
  reassign: (draft, { unit, from, to }) => reassign(draft, unit, from, to),
};

/**
 * Carries out what somebody asks for; the draft then holds what changed.
 * @throws Refusal with a code of rule 18, in which case the draft is to be thrown away.
 */
export function decide(draft: Draft, command: Command): void {
  // The table pairs each name with its own command, which the compiler cannot follow through the index.
  (handlers[command.do] as (draft: Draft, command: Command) => void)(draft, command);
}
