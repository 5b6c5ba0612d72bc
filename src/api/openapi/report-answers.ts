import { instant, object, oneOf, orNull, text, uuid, whole, type Schema } from './schema.js';

/** A document that was asked for: what it is of, and how far it is. */
export const reportAnswers: Readonly<Record<string, Schema>> = {
  ReportDocument: object({
    id: uuid,
    kind: oneOf('draft', 'published'),
    format: oneOf('pdf', 'xlsx'),
    state: oneOf('queued', 'running', 'done', 'failed'),
    progress: whole,
    askedAt: instant,
    askedBy: text,
    error: orNull(text),
    journal: object({ entries: whole, hash: text }),
  }),
};
