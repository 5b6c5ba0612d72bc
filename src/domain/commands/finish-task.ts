import type { Phase, Task } from '../cycle.js';
import type { Draft } from '../draft.js';
import { isBefore } from '../instants.js';
import { Refusal } from '../refusal.js';
import { hasFindings, makeLateTask, openPhases } from '../tasks.js';
import type { FinishTask } from './command.js';

/** What is asked for, without what the task ends with. */
export type FinishRequest = Pick<FinishTask, 'phase' | 'unit' | 'assessor' | 'acceptedAt'>;

/** What a task ends with. */
export type FinishOutcome = Pick<FinishTask, 'levels' | 'findings' | 'result'>;

/** Rule 8: a task is finished when its request was accepted before its deadline, whatever a tick has stored since. */
export function finishTask(draft: Draft, command: FinishTask): void {
  for (const task of tasksToFinish(draft, command)) finishOne(draft, task, command);
}

/** @throws Refusal of rule 18 when one of them cannot be finished */
export function tasksToFinish(draft: Draft, request: FinishRequest): Task[] {
  const tasks = tasksMeant(draft, draft.phase(request.phase), request);
  for (const task of tasks) {
    if (task.state === 'finished') throw refusal('already_finished', request);
    if (!isBefore(request.acceptedAt, task.deadline)) throw refusal('not_open', request);
  }
  return tasks;
}

/** For a task that can be finished. */
export function finishOne(
  draft: Draft,
  task: Task,
  { levels, findings, result }: FinishOutcome,
): void {
  const phase = draft.phase(task.phase);
  const started = task.state === 'todo' ? draft.moveTask(task, 'start') : task;
  const returned = phase.kind === 'review' ? findings : [];
  // Only a tick that came early can have let it lapse.
  const event = started.state === 'lapsed' ? 'accept' : 'finish';
  const end = { levels, findings: returned };
  const finished = draft.moveTask(started, event, end, { facts: { findings: returned } });
  if (phase.kind === 'review' && hasFindings(finished)) {
    for (const revision of openPhases(draft, ['revision'])) {
      makeLateTask(draft, revision, { unit: task.unit, assessor: null });
    }
  }
  if (phase.kind === 'report') {
    draft.record({ what: 'published', phase: phase.code, task: task.id, facts: { result } });
  }
}

function tasksMeant(draft: Draft, phase: Phase, command: FinishRequest): Task[] {
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
function allInTime(tasks: Task[], { acceptedAt }: FinishRequest): Task[] {
  const left = tasks.filter(({ state }) => state !== 'finished');
  const inTime = left.filter(({ deadline }) => isBefore(acceptedAt, deadline));
  return [inTime, left, tasks].find(({ length }) => length > 0) ?? [];
}

function found(tasks: Task[], command: FinishRequest, code: 'not_open' | 'not_assigned'): Task[] {
  if (tasks.length === 0) throw refusal(code, command);
  return tasks;
}

function refusal(
  code: 'already_finished' | 'not_open' | 'not_assigned',
  { phase, unit, assessor }: FinishRequest,
): Refusal {
  return new Refusal(code, { phase, unit: unit ?? '', assessor: assessor ?? '' });
}
