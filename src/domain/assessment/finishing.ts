import type { Levels, PhaseKind, Task } from '../cycle.js';
import { move } from '../machines.js';
import { answerMoves, claimOf, isSent, type AnswerEvent } from './answer.js';
import { unjudged } from './commands/judge.js';
import type { Desk } from './desk.js';
import { answerGaps, assignmentGaps, gap, Incomplete, type Gap } from './gaps.js';
import { acceptedLevel } from './verdict.js';
import { verifiedBy } from './verified.js';
import { isResultOut } from './window.js';

/** What a task ends with. */
export interface Outcome {
  readonly levels: Levels;
  /** Numbers of the indicators that a review returns. */
  readonly findings: readonly number[];
}

const nothing: Outcome = { levels: {}, findings: [] };

/**
 * What each kind of task needs before it is finished, and what it leaves in the dossier.
 * @throws Incomplete
 */
const finishing: Readonly<Record<PhaseKind, (desk: Desk, task: Task) => Outcome>> = {
  assignment: (desk) => {
    refuse(assignmentGaps(desk.draft.facts, desk.instrument, desk));
    return nothing;
  },
  briefing: () => nothing,
  'self-assessment': sendAnswers,
  review: finishReview,
  revision: sendRevision,
  report: (desk) => {
    refuse(unsettled(desk));
    return nothing;
  },
};

export function outcomeOf(desk: Desk, kind: PhaseKind, task: Task): Outcome {
  // Whoever is late can still say that it is done; what was published stays as it is.
  return isResultOut(desk) ? nothing : finishing[kind](desk, task);
}

/** Everything that the unit leads is sent; what is nihil, or asked to be, need not be answered. */
function sendAnswers(desk: Desk, task: Task): Outcome {
  const owed = owedBy(desk, task.unit ?? '');
  refuse(owed.flatMap((no) => answerGaps(desk, no)));
  const levels = owed.map((no) => {
    const answer = moved(desk, no, 'submit', task);
    desk.set('answers', { ...answer, claimed: answer.level });
    return [String(no), answer.level ?? ''] as const;
  });
  return { levels: Object.fromEntries(levels), findings: [] };
}

function sendRevision(desk: Desk, task: Task): Outcome {
  const returned = returnedTo(desk, task.unit ?? '');
  refuse(returned.flatMap((no) => revisionGaps(desk, no)));
  const levels = returned.map((no) => {
    const answer = moved(desk, no, 'submit', task);
    desk.set('answers', { ...answer, revised: answer.level });
    return [String(no), answer.level ?? ''] as const;
  });
  return { levels: Object.fromEntries(levels), findings: [] };
}

/** What a unit has to send in a self-assessment. */
export function owedBy(desk: Desk, unit: string): number[] {
  return desk.ledBy(unit).filter((no) => isUnsent(desk, no) && !isNihil(desk, no));
}

/** What a unit has to send in a revision. */
export function returnedTo(desk: Desk, unit: string): number[] {
  return desk
    .ledBy(unit)
    .filter((no) => ['returned', 'revising'].includes(desk.answer(no)?.state ?? ''));
}

export function revisionGaps(desk: Desk, no: number): Gap[] {
  return desk.answer(no)?.state === 'returned'
    ? [gap('not_revised', { indicator: no })]
    : answerGaps(desk, no);
}

function finishReview(desk: Desk, task: Task): Outcome {
  const sent = sentBy(desk, task.unit ?? '');
  refuse(sent.flatMap((no) => reviewGaps(desk, task, no)));
  const items = sent.flatMap((no) => desk.review(task.id, no) ?? []);
  for (const { indicator, finding } of items) {
    desk.set('answers', moved(desk, indicator, finding ? 'return' : 'review', task));
  }
  return {
    levels: Object.fromEntries(
      items.map(({ indicator, level }) => [String(indicator), level ?? '']),
    ),
    findings: items.filter(({ finding }) => finding).map(({ indicator }) => indicator),
  };
}

/** The answers of a unit that its assessors see. */
export function sentBy(desk: Desk, unit: string): number[] {
  return desk.ledBy(unit).filter((no) => {
    const answer = desk.answer(no);
    return answer !== null && isSent(answer);
  });
}

export function reviewGaps(desk: Desk, task: Task, no: number): Gap[] {
  if (unjudged(desk, task, no)) return [gap('no_verdict', { indicator: no })];
  const level = desk.review(task.id, no)?.level ?? '1';
  const verdicts = desk.verdictsOf(task.id);
  const reached = acceptedLevel(desk.indicator(no), desk.evidenceOf(no), verdicts);
  return Number(level) > reached
    ? [gap('level_not_reached', { indicator: no, level: reached })]
    : [];
}

function unsettled(desk: Desk): Gap[] {
  return verifiedBy(desk.draft.facts, desk.dossier)
    .filter(({ level }) => level === null)
    .map(({ indicator }) => gap('not_settled', { indicator }));
}

function isUnsent(desk: Desk, no: number): boolean {
  const answer = desk.answer(no);
  return answer === null || answer.state === 'draft';
}

function isNihil(desk: Desk, no: number): boolean {
  return ['asked', 'approved'].includes(desk.nihil(no)?.state ?? '');
}

function moved(desk: Desk, no: number, event: AnswerEvent, { id, phase, unit, assessor }: Task) {
  const answer = desk.answer(no);
  if (!answer) throw new RangeError(`indicator ${no} has no answer`);
  const state = move(answerMoves, answer.state, event, { indicator: String(no) });
  desk.record('answer', no, {
    ...{ phase, unit, assessor, task: id, from: answer.state, to: state },
    facts: { level: claimOf(answer) ?? answer.level },
  });
  return { ...answer, state };
}

function refuse(gaps: readonly Gap[]): void {
  if (gaps.length > 0) throw new Incomplete(gaps);
}
