import type { Phase, Task } from '../cycle.js';
import type { Draft } from '../draft.js';
import { isBefore } from '../instants.js';
import { Refusal } from '../refusal.js';
import { hasFindings, makeLateTask, openPhases } from '../tasks.js';
import type { FinishTask } from './command.js';

/** Rule 8: a task is finished when its request was accepted before its deadline, whatever a tick has stored since. */
export function finishTask(draft: Draft, command: FinishTask): void {
  const phase = draft.phase(command.phase);
  for (const task of tasksMeant(draft, phase, command)) finishOne(draft, phase, task, command);
}

function finishOne(draft: Draft, phase: Phase, task: Task, command: FinishTask): void {
  if (task.state === 'finished') throw refusal('already_finished', command);
  if (!isBefore(command.acceptedAt, task.deadline)) throw refusal('not_open', command);
  const started = task.state === 'todo' ? draft.moveTask(task, 'start') : task;
  const { levels, result } = command;
  const findings = phase.kind === 'review' ? command.findings : [];
  // Only a tick that came early can have let it lapse.
  const event = started.state === 'lapsed' ? 'accept' : 'finish';
  const finished = draft.moveTask(started, event, { levels, findings }, { facts: { findings } });
  if (phase.kind === 'review' && hasFindings(finished)) {
    for (const revision of openPhases(draft, ['revision'])) {
      makeLateTask(draft, revision, { unit: task.unit, assessor: null });
    }
  }
  if (phase.kind === 'report') {
    draft.record({ what: 'published', phase: phase.code, task: task.id, facts: { result } });
  }
}

function tasksMeant(draft: Draft, phase: Phase, command: FinishTask): Task[] {
  const { unit, assessor } = command;
  if (phase.kind === 'assignment' || phase.kind === 'report') {
    return found(draft.tasks({ phase: phase.code }), command, 'not_open');
  }
  if (unit === null) throw new Refusal('unknown_unit', { phase: phase.code });
  draft.unit(unit);
  const tasks = draft.tasks({ phase: phase.code, unit });
  if (phase.kind !== 'review') return found(tasks, command, 'not_open');
  if (phase.state === 'scheduled' || phase.state === 'blocked') throw refusal('not_open', command);
  if (assessor === null) return allInTime(found(tasks, command, 'not_assigned'), command);
  if (!draft.facts.people.assessors.some(({ code }) => code === assessor)) {
    throw new Refusal('unknown_assessor', { assessor });
  }
  return found(
    tasks.filter((task) => task.assessor === assessor),
    command,
    'not_assigned',
  );
}

/** Every review that can be finished; when none can, one that says why. */
function allInTime(tasks: Task[], { acceptedAt }: FinishTask): Task[] {
  const left = tasks.filter(({ state }) => state !== 'finished');
  const inTime = left.filter(({ deadline }) => isBefore(acceptedAt, deadline));
  return [inTime, left, tasks].find(({ length }) => length > 0) ?? [];
}

function found(tasks: Task[], command: FinishTask, code: 'not_open' | 'not_assigned'): Task[] {
  if (tasks.length === 0) throw refusal(code, command);
  return tasks;
}

function refusal(
  code: 'already_finished' | 'not_open' | 'not_assigned',
  { phase, unit, assessor }: FinishTask,
): Refusal {
  return new Refusal(code, { phase, unit: unit ?? '', assessor: assessor ?? '' });
}
