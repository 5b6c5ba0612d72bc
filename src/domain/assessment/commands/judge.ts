import type { Task } from '../../cycle.js';
import { isBefore } from '../../instants.js';
import { move } from '../../machines.js';
import { Refusal } from '../../refusal.js';
import { answerMoves, claimOf, isSent, type Answer } from '../answer.js';
import type { Desk } from '../desk.js';
import type { ReviewItem } from '../review.js';
import { acceptedLevel, findingsOf } from '../verdict.js';
import { begin, refuseAfterResult } from '../window.js';
import type { JudgeEvidence, ReviewAnswer } from './command.js';
import { levelIn } from './save-answer.js';

/** Of the review itself, or of what came back revised after it had finished. */
type Sitting = 'review' | 'recheck';

export function judgeEvidence(desk: Desk, command: JudgeEvidence, who: string): void {
  const { judgement, note } = command;
  const evidence = desk.evidence(command.evidence);
  const { task } = sit(desk, command.task, evidence.indicator);
  begin(desk, task);
  const judged = { judgement, note, judgedAt: desk.draft.now, judgedBy: who };
  desk.set('verdicts', { task: task.id, evidence: evidence.id, ...judged });
  if (judgement.kind === 'revisi') keepFinalLevel(desk, task, evidence.indicator);
  const reason = judgement.kind === 'revisi' ? judgement.reason : null;
  desk.record('evidence-judged', evidence.indicator, {
    ...of(task),
    to: judgement.kind,
    why: note === '' ? null : note,
    facts: { evidence: evidence.id, level: evidence.level, reason },
  });
}

/**
 * No finish comes after a final level that would find it too high: it has to be lowered before its
 * evidence is refused.
 */
function keepFinalLevel(desk: Desk, task: Task, indicator: number): void {
  const final = desk.review(task.id, indicator)?.finalLevel ?? null;
  if (final !== null) refuseMoreThanAccepted(desk, task, indicator, final);
}

/** An assessor cannot set more than the evidence that was accepted carries. */
export function reviewAnswer(desk: Desk, command: ReviewAnswer, who: string): void {
  const { indicator, version, note, finding } = command;
  const { task, answer, sitting } = sit(desk, command.task, indicator);
  const before = desk.review(task.id, indicator);
  if ((before?.version ?? 0) !== version) throw meanwhile(indicator, before);
  const level = levelIn(desk, command.level);
  refuseMoreThanAccepted(desk, task, indicator, level);
  begin(desk, task);
  const item = before ?? blank(desk, task, indicator, who);
  const said =
    sitting === 'review'
      ? { level, note, finding }
      : { finalLevel: level, finalNote: note, finding: item.finding };
  desk.set('reviews', { ...item, ...said, version: version + 1, updatedAt: desk.draft.now });
  desk.record('answer-reviewed', indicator, {
    ...of(task),
    from: before?.finalLevel ?? before?.level ?? null,
    to: level,
    why: note === '' ? null : note,
    facts: { sitting, finding: sitting === 'review' && finding },
  });
  if (sitting === 'recheck') {
    desk.set('answers', { ...answer, state: move(answerMoves, answer.state, 'review') });
  }
}

/** All of its evidence is accepted, and so is its claim. */
export function agree(
  desk: Desk,
  { task: id, indicator }: { task: string; indicator: number },
  who: string,
): void {
  const { task, answer } = sit(desk, id, indicator);
  for (const { id: evidence } of desk.evidenceOf(indicator)) {
    const command = { task: task.id, evidence, judgement: { kind: 'diterima' }, note: '' } as const;
    judgeEvidence(desk, { do: 'judgeEvidence', ...command }, who);
  }
  const { version = 0, note = '' } = desk.review(task.id, indicator) ?? {};
  const level = claimOf(answer) ?? '1';
  const command = { task: task.id, indicator, version, level, note, finding: false };
  reviewAnswer(desk, { do: 'reviewAnswer', ...command }, who);
}

/** What a review still lacks before it can finish. */
export function unjudged(desk: Desk, task: Task, indicator: number): boolean {
  const answer = desk.answer(indicator);
  const item = desk.review(task.id, indicator);
  if (!answer || !isSent(answer)) return false;
  const verdicts = desk.verdictsOf(task.id);
  const findings = findingsOf(
    desk.indicator(indicator),
    claimOf(answer) ?? '1',
    desk.evidenceOf(indicator),
    verdicts,
  );
  return !item?.level || findings.some(({ judgement }) => judgement === null);
}

/** @throws Refusal level_not_reached */
export function refuseMoreThanAccepted(desk: Desk, task: Task, no: number, level: string): void {
  const verdicts = desk.verdictsOf(task.id);
  const reached = acceptedLevel(desk.indicator(no), desk.evidenceOf(no), verdicts);
  if (Number(level) <= reached) return;
  const detail = { indicator: String(no), level, reached: String(reached) };
  throw new Refusal('level_not_reached', detail);
}

/** @throws Refusal not_found, not_open, already_finished */
function sit(
  desk: Desk,
  id: string,
  indicator: number,
): { task: Task; answer: Answer; sitting: Sitting } {
  const task = desk.draft.tasks().find((each) => each.id === id);
  const answer = desk.answer(indicator);
  const isOfUnit = task && desk.responsibility(indicator).lead === task.unit;
  if (!isOfUnit || !answer || !isSent(answer)) {
    throw new Refusal('not_found', { indicator: String(indicator) });
  }
  refuseAfterResult(desk);
  if (task.state === 'finished') {
    if (!isBack(desk, task, answer)) {
      throw new Refusal('already_finished', { indicator: String(indicator) });
    }
    return { task, answer, sitting: 'recheck' };
  }
  if (!isBefore(desk.acceptedAt, task.deadline)) {
    throw new Refusal('not_open', { indicator: String(indicator) });
  }
  return { task, answer, sitting: 'review' };
}

/** What the reviews of this phase asked the unit to revise, and it has; or what was sent only after this one had finished. */
function isBack(desk: Desk, { id, phase }: Task, { indicator, state, revised }: Answer): boolean {
  if (desk.review(id, indicator) === null) return state === 'submitted';
  const isSentAgain = revised !== null && (state === 'revised' || state === 'reviewed');
  const wasReturned = desk
    .reviewsOf(indicator)
    .some((each) => each.phase === phase && each.finding);
  return isSentAgain && wasReturned;
}

function of({ phase, unit, assessor, id }: Task) {
  return { phase, unit, assessor, task: id };
}

function blank(desk: Desk, task: Task, indicator: number, who: string): ReviewItem {
  return {
    task: task.id,
    phase: task.phase,
    indicator,
    assessor: task.assessor ?? who,
    version: 0,
    level: null,
    note: '',
    finding: false,
    finalLevel: null,
    finalNote: '',
    updatedAt: desk.draft.now,
  };
}

function meanwhile(indicator: number, before: ReviewItem | null): Refusal {
  return new Refusal('changed_meanwhile', {
    indicator: String(indicator),
    version: String(before?.version ?? 0),
    level: before?.finalLevel ?? before?.level ?? '',
    note: (before?.finalLevel === null ? before.note : before?.finalNote) ?? '',
  });
}
