import {
  date,
  instant,
  list,
  object,
  oneOf,
  orNull,
  ref,
  text,
  uuid,
  whole,
  withOptional,
  yesNo,
  type Schema,
} from './schema.js';

const person = object({ name: text, email: text });
const notice = {
  at: instant,
  to: person,
  kind: text,
  offset: orNull(text),
  phase: text,
  unit: orNull(text),
  deadline: instant,
};
const phase = object({ state: text, opens: text, closes: text, reminders: list(text) });
const task = object({ state: text, deadline: instant, deadlineDate: date });
const unit = object({ name: text, retired: yesNo });

function fromTo(value: Schema): Schema {
  return orNull(object({ from: value, to: value }));
}

/** What orders come to, before they are given and after. */
export const changeAnswers: Readonly<Record<string, Schema>> = {
  Notice: object(notice),
  Mail: object({
    to: person,
    cc: orNull(text),
    notices: list(object({ kind: text, phase: text, unit: orNull(text) })),
  }),
  Consequences: object({
    cycle: orNull(object({ before: orNull(text), after: orNull(text) })),
    phases: list(object({ phase: text, before: orNull(phase), after: orNull(phase) })),
    tasks: list(
      object({
        task: text,
        phase: text,
        unit: orNull(text),
        assessor: orNull(text),
        before: orNull(task),
        after: orNull(task),
      }),
    ),
    units: list(object({ unit: text, before: orNull(unit), after: orNull(unit) })),
    now: list(ref('Mail')),
    come: list(ref('Notice')),
    gone: list(ref('Notice')),
    moved: list(object({ before: ref('Notice'), after: ref('Notice') })),
  }),
  TimelineChange: object({
    what: text,
    field: orNull(text),
    phase: orNull(text),
    unit: orNull(text),
    from: orNull(text),
    to: orNull(text),
  }),
  Version: object({
    number: whole,
    by: text,
    at: instant,
    reason: orNull(text),
    letter: orNull(text),
    changes: list(ref('TimelineChange')),
  }),
  ExtensionRequest: withOptional(
    {
      id: uuid,
      phase: text,
      unit: text,
      state: oneOf('waiting', 'approved', 'shortened', 'refused', 'withdrawn'),
      asks: yesNo,
      wish: text,
      reason: text,
      letter: text,
      file: object({ kind: { const: 'file' }, name: text, sha256: text, size: whole, type: text }),
      askedBy: text,
      askedAt: instant,
      granted: orNull(text),
      decidedBy: orNull(text),
      decidedAt: orNull(instant),
      note: text,
    },
    { cycle: text },
  ),
  ReviewTime: object({
    assessor: object({ code: text, name: text }),
    phase: text,
    until: date,
    now: whole,
    then: whole,
    passes: { enum: ['opening', 'closing', null] },
  }),
  Proposal: object({
    assignments: list(object({ assessor: text, unit: text })),
    loads: list(object({ assessor: text, before: whole, after: whole })),
    left: list(object({ unit: text, missing: whole, why: text })),
  }),
  Difference: object({
    indicators: list(
      object({
        indicator: whole,
        lead: fromTo(orNull(text)),
        supports: fromTo(list(text)),
        title: fromTo(orNull(text)),
        next: ref('Responsibility'),
      }),
    ),
    units: list(object({ unit: text, added: list(text), removed: list(text) })),
  }),
  Gap: object({
    kind: text,
    indicator: orNull(whole),
    unit: orNull(text),
    level: orNull(whole),
  }),
};
