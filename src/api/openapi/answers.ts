import {
  date,
  figure,
  instant,
  list,
  map,
  object,
  oneOf,
  orNull,
  ref,
  text,
  uuid,
  whole,
  withOptional,
  yesNo,
} from './schema.js';
import type { Schema } from './schema.js';
import { phaseKinds } from '../../domain/cycle.js';
import { revisionReasons } from '../../domain/assessment/verdict.js';

const taskState = oneOf('todo', 'in-progress', 'finished', 'lapsed', 'cancelled');
const phaseState = oneOf('scheduled', 'blocked', 'open', 'closed');
const cycleState = oneOf('draft', 'active', 'paused');

const task = {
  id: text,
  phase: text,
  unit: orNull(text),
  assessor: orNull(text),
  state: taskState,
  deadline: instant,
  deadlineDate: date,
  extendedTo: orNull(text),
  openedAt: instant,
  noticeAt: instant,
  deadlineSince: instant,
  levels: map(text),
  findings: list(whole),
  excused: yesNo,
};

const judgement: Schema = {
  oneOf: [
    object({ kind: { const: 'diterima' } }),
    object({ kind: { const: 'revisi' }, reason: oneOf(...revisionReasons) }),
  ],
};

const carriedFrom = object({ cycle: text, instrument: text, indicators: list(whole) });
const attachment: Schema = {
  oneOf: [
    withOptional(
      { kind: { const: 'file' }, name: text, sha256: text, size: whole, type: text },
      { carriedFrom },
    ),
    withOptional({ kind: { const: 'link' }, name: text, url: text }, { carriedFrom }),
  ],
};

/** What is stored names its cycle; what is made up for want of it need not. */
function ofCycle(properties: Readonly<Record<string, Schema>>): Schema {
  return withOptional(properties, { cycle: text });
}

const sheet = {
  indicator: ref('Indicator'),
  responsibility: ref('Responsibility'),
  relations: list(oneOf('coordinator', 'lead', 'support', 'head', 'assessor')),
  answer: orNull(ref('Answer')),
  supported: whole,
  evidence: list(ref('Evidence')),
  nihil: orNull(ref('Nihil')),
  external: orNull(ref('ExternalValue')),
  reviews: list(ref('Review')),
  verified: orNull(text),
};

/** What the API speaks of, by name. */
export const answers: Readonly<Record<string, Schema>> = {
  Created: object({ id: uuid }),
  Actor: object({
    name: text,
    coordinator: yesNo,
    adminOf: list(text),
    headOf: list(text),
    assessor: orNull(text),
  }),
  Task: ofCycle(task),
  Overview: object({
    cycle: object({
      code: text,
      title: text,
      zone: text,
      state: cycleState,
      target: orNull(figure),
    }),
    phases: list(
      object({
        code: text,
        title: text,
        kind: oneOf(...phaseKinds),
        opens: text,
        closes: text,
        state: phaseState,
      }),
    ),
    actor: ref('Actor'),
    tasks: list(ref('Task')),
  }),
  Indicator: object({
    no: whole,
    name: text,
    weight: whole,
    aspect: text,
    capability: { enum: ['process', 'service', null] },
    valueSource: oneOf('evidence', 'external'),
    source: orNull(text),
    ownTitle: yesNo,
    levels: list(
      object({
        level: whole,
        criterion: text,
        fulfilment: text,
        evidence: text,
        coversLower: yesNo,
      }),
    ),
  }),
  Responsibility: ofCycle({
    indicator: whole,
    lead: orNull(text),
    supports: list(text),
    title: orNull(text),
  }),
  Answer: ofCycle({
    indicator: whole,
    state: oneOf('draft', 'submitted', 'returned', 'revising', 'revised', 'reviewed'),
    version: whole,
    level: orNull(text),
    fact: text,
    analysis: text,
    claimed: orNull(text),
    revised: orNull(text),
    updatedAt: instant,
    updatedBy: text,
  }),
  Evidence: ofCycle({
    id: uuid,
    indicator: whole,
    level: whole,
    unit: text,
    series: uuid,
    version: whole,
    attachment,
    attachedAt: instant,
    attachedBy: text,
    removedAt: orNull(instant),
  }),
  Nihil: ofCycle({
    indicator: whole,
    unit: text,
    state: oneOf('asked', 'approved', 'refused', 'withdrawn'),
    reason: text,
    askedBy: text,
    askedAt: instant,
    decidedBy: orNull(text),
    decisionNote: text,
  }),
  ExternalValue: ofCycle({
    indicator: whole,
    level: text,
    note: text,
    setBy: text,
    setAt: instant,
  }),
  ReviewItem: ofCycle({
    task: text,
    phase: text,
    indicator: whole,
    assessor: text,
    version: whole,
    level: orNull(text),
    note: text,
    finding: yesNo,
    finalLevel: orNull(text),
    finalNote: text,
    updatedAt: instant,
  }),
  Review: object({
    phase: text,
    assessor: text,
    finished: yesNo,
    item: orNull(ref('ReviewItem')),
    findings: list(
      object({ level: whole, evidence: orNull(uuid), judgement: orNull(judgement), note: text }),
    ),
    reached: whole,
    changed: yesNo,
  }),
  Comment: ofCycle({
    id: uuid,
    indicator: whole,
    text,
    author: text,
    side: oneOf('unit', 'assessor', 'coordinator'),
    objection: yesNo,
    at: instant,
  }),
  Sheet: object(sheet),
  SheetWithThread: object({ ...sheet, comments: list(ref('Comment')) }),
  QueuedReview: ofCycle({ ...task, answers: list(ref('Sheet')) }),
  Problem: object({ file: text, line: orNull(whole), field: orNull(text), problem: text }),
};
