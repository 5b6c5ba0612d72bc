import { revisionReasons } from '../../domain/assessment/verdict.js';
import { instant, list, object, oneOf, orNull, text, uuid, whole, type Schema } from './schema.js';

const part = object({ code: text, name: text });

const evidence = object({
  id: uuid,
  level: whole,
  unit: text,
  name: text,
  original: text,
  file: orNull(object({ sha256: text, size: whole, type: text })),
  url: orNull(text),
  judgement: orNull({
    oneOf: [
      object({ kind: { const: 'diterima' } }),
      object({ kind: { const: 'revisi' }, reason: oneOf(...revisionReasons) }),
    ],
  }),
  note: text,
});

/** What the portal of the ministry is filled with. */
export const portalAnswers: Readonly<Record<string, Schema>> = {
  PortalPack: object({
    cycle: object({ code: text, title: text, year: orNull(whole) }),
    journal: object({ entries: whole, hash: text, at: instant }),
    indicators: list({ $ref: '#/components/schemas/PortalIndicator' }),
  }),
  PortalIndicator: object({
    no: whole,
    key: text,
    domain: orNull(part),
    aspect: part,
    name: text,
    title: text,
    lead: orNull(part),
    state: oneOf('sent', 'revising', 'not-sent', 'nihil', 'external', 'no-lead'),
    claimed: orNull(text),
    verified: orNull(text),
    fact: text,
    analysis: text,
    evidence: list(evidence),
    notes: list(object({ by: text, phase: text, level: orNull(text), text })),
    folder: text,
  }),
};
