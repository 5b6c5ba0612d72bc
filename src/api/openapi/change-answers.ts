import { date, instant, list, object, orNull, ref, text, whole, type Schema } from './schema.js';

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
    now: list(ref('Mail')),
    come: list(ref('Notice')),
    gone: list(ref('Notice')),
    moved: list(object({ before: ref('Notice'), after: ref('Notice') })),
  }),
  Version: object({
    number: whole,
    by: text,
    at: instant,
    reason: orNull(text),
    letter: orNull(text),
    changes: list(
      object({
        what: text,
        field: orNull(text),
        phase: orNull(text),
        unit: orNull(text),
        from: orNull(text),
        to: orNull(text),
      }),
    ),
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
