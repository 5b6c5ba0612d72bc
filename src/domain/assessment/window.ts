import { isUnfinished, type PhaseKind, type Task } from '../cycle.js';
import { isBefore } from '../instants.js';
import { move } from '../machines.js';
import { isPublished } from '../published.js';
import { Refusal } from '../refusal.js';
import { answerMoves, type Answer } from './answer.js';
import type { Desk } from './desk.js';

/**
 * The task in whose name the lead unit writes about an indicator: its self-assessment before it has sent
 * the answer, its revision once a review has returned it.
 * @throws Refusal not_open, already_finished, not_returned
 */
export function writingTask(desk: Desk, indicator: number): Task {
  // An extension can last beyond the publication.
  refuseAfterResult(desk);
  const answer = desk.answer(indicator);
  const isFirst = answer === null || answer.state === 'draft';
  if (!isFirst) move(answerMoves, answer.state, 'edit', { indicator: String(indicator) });
  const { lead } = desk.responsibility(indicator);
  const kind = isFirst ? 'self-assessment' : 'revision';
  const task = lead === null ? undefined : workable(desk, kind, { unit: lead })[0];
  if (!task) throw new Refusal('not_open', { indicator: String(indicator) });
  return task;
}

/** Rule 8: what can be worked on at the instant of the request, whatever a tick has stored since. */
export function workable(
  desk: Desk,
  kind: PhaseKind,
  of: Partial<Pick<Task, 'unit' | 'assessor'>>,
): Task[] {
  const { draft, acceptedAt } = desk;
  const phases = new Set(draft.phases.filter((each) => each.kind === kind).map(({ code }) => code));
  return draft
    .tasks(of)
    .filter(({ phase }) => phases.has(phase))
    .filter((task) => task.state !== 'finished' && isBefore(acceptedAt, task.deadline));
}

/** Whoever writes has begun. */
export function begin(desk: Desk, task: Task): void {
  if (isUnfinished(task)) desk.draft.moveTask(task, 'start');
}

/** The answer as it stands after somebody has begun to write. */
export function editing(desk: Desk, indicator: number): Answer {
  const answer = desk.answer(indicator);
  if (!answer) return blank(desk, indicator);
  return { ...answer, state: move(answerMoves, answer.state, 'edit') };
}

function blank({ draft }: Desk, indicator: number): Answer {
  return {
    indicator,
    state: 'draft',
    version: 0,
    level: null,
    fact: '',
    analysis: '',
    claimed: null,
    revised: null,
    updatedAt: draft.now,
    updatedBy: '',
  };
}

/** The result is out: nothing that it was made of changes any more. */
export function isResultOut({ draft }: Desk): boolean {
  return isPublished(draft.facts);
}

/** @throws Refusal already_finished */
export function refuseAfterResult(desk: Desk): void {
  if (isResultOut(desk))
    throw new Refusal('already_finished', { published: desk.draft.cycle.code });
}
