import { deadlineOf } from '../calendar.js';
import type { Phase, Task } from '../cycle.js';
import type { Draft } from '../draft.js';
import { isAfter, later } from '../instants.js';
import { Refusal } from '../refusal.js';
import { moveDeadline } from '../tasks.js';
import type { ExtendTask } from './command.js';

/** Rule 16 (dispensasi): a later deadline for one unit, or for the coordinators; a lapsed task opens again. */
export function extendTask(draft: Draft, command: ExtendTask): void {
  const { closes, reason } = command;
  const until = deadlineOf(closes, draft.cycle.zone);
  for (const task of tasksToExtend(draft, command)) {
    const latest = later(task.deadline, draft.now);
    if (!isAfter(until.at, latest)) {
      throw new Refusal('not_later', { asked: closes, after: latest.toString() });
    }
    const extended = moveDeadline({ ...task, extendedTo: closes }, until, draft.now);
    draft.moveTask(task, 'extend', extended, { why: reason });
    const { phase, unit, assessor, id } = task;
    draft.record({
      what: 'extended',
      phase,
      unit,
      assessor,
      task: id,
      from: task.deadline.toString(),
      to: until.at.toString(),
      why: reason,
      facts: { oldDate: task.deadlineDate.toString(), closes },
    });
  }
}

function tasksToExtend(draft: Draft, command: ExtendTask): Task[] {
  const phase = draft.phase(command.phase);
  const unit = unitOf(draft, phase, command);
  const detail = { phase: phase.code, unit: unit ?? '' };
  const tasks = draft.tasks({ phase: phase.code, unit });
  if (tasks.length === 0) throw new Refusal('not_open', detail);
  const left = tasks.filter(({ state }) => state !== 'finished');
  if (left.length === 0) throw new Refusal('already_finished', detail);
  return left;
}

/** Without it, a report or an assignment that was not finished in time could never be. */
function unitOf(draft: Draft, { kind, code }: Phase, { unit }: ExtendTask): string | null {
  if (unit !== null) return draft.unit(unit).code;
  if (kind === 'report' || kind === 'assignment') return null;
  throw new Refusal('unknown_unit', { phase: code });
}
