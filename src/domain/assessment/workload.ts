import type { Temporal } from 'temporal-polyfill';
import type { PhaseKind, Task } from '../cycle.js';
import { later } from '../instants.js';
import type { Desk } from './desk.js';
import { owedBy, returnedTo, reviewGaps, revisionGaps, sentBy } from './finishing.js';
import { answerGaps } from './gaps.js';

/** Kinds of phases whose tasks are so many answers. */
export const countedKinds = ['self-assessment', 'review', 'revision'] as const;
export type CountedKind = (typeof countedKinds)[number];

export function isCounted(kind: PhaseKind): kind is CountedKind {
  return countedKinds.some((each) => each === kind);
}

/** How far a task that is not finished has come, answer by answer. */
export interface Workload {
  /** Of each answer that lacks nothing any more: when it was last changed. */
  readonly ready: readonly Temporal.Instant[];
  /** How many still lack something. */
  readonly left: number;
  /** Whether anything was done at all. */
  readonly begun: boolean;
}

/** What a task that is not finished still owes: what was not sent, or not judged, however far it has come. */
export const owedOf: Readonly<Record<CountedKind, (desk: Desk, task: Task) => number[]>> = {
  'self-assessment': (desk, { unit }) => owedBy(desk, unit ?? ''),
  revision: (desk, { unit }) => returnedTo(desk, unit ?? ''),
  review: (desk, task) =>
    sentBy(desk, task.unit ?? '').filter((no) => reviewGaps(desk, task, no).length > 0),
};

interface Part {
  readonly touched: Temporal.Instant | null;
  readonly lacks: boolean;
}

const parts: Readonly<Record<CountedKind, (desk: Desk, task: Task) => Part[]>> = {
  'self-assessment': (desk, { unit }) =>
    owedBy(desk, unit ?? '').map((no) => ({
      touched: written(desk, no),
      lacks: answerGaps(desk, no).length > 0,
    })),
  revision: (desk, { unit }) =>
    returnedTo(desk, unit ?? '').map((no) => ({
      touched: desk.answer(no)?.state === 'revising' ? written(desk, no) : null,
      lacks: revisionGaps(desk, no).length > 0,
    })),
  review: (desk, task) =>
    sentBy(desk, task.unit ?? '').map((no) => ({
      touched: judged(desk, task.id, no),
      lacks: reviewGaps(desk, task, no).length > 0,
    })),
};

export function workloadOf(desk: Desk, kind: CountedKind, task: Task): Workload {
  const all = parts[kind](desk, task);
  return {
    ready: all.flatMap(({ touched, lacks }) => (lacks || touched === null ? [] : [touched])),
    left: all.filter(({ lacks, touched }) => lacks || touched === null).length,
    begun: all.some(({ touched }) => touched !== null),
  };
}

function written(desk: Desk, no: number): Temporal.Instant | null {
  const answer = desk.answer(no);
  const attached = desk.evidenceOf(no).map(({ attachedAt }) => attachedAt);
  return latest(answer ? [answer.updatedAt, ...attached] : attached);
}

function judged(desk: Desk, task: string, no: number): Temporal.Instant | null {
  const item = desk.review(task, no);
  const evidence = new Set(desk.evidenceOf(no).map(({ id }) => id));
  const verdicts = desk
    .verdictsOf(task)
    .filter((each) => evidence.has(each.evidence))
    .map(({ judgedAt }) => judgedAt);
  return latest(item ? [item.updatedAt, ...verdicts] : verdicts);
}

function latest(instants: readonly Temporal.Instant[]): Temporal.Instant | null {
  return instants.reduce<Temporal.Instant | null>(
    (last, each) => (last === null ? each : later(last, each)),
    null,
  );
}
