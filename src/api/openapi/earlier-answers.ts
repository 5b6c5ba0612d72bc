import {
  figure,
  instant,
  list,
  map,
  object,
  oneOf,
  orNull,
  ref,
  text,
  whole,
  yesNo,
  type Schema,
} from './schema.js';

const table = { levels: map(text), claimed: map(text), notes: map(text) };
const file = object({ name: text, sha256: text, size: whole });

/** Results of years before Siklus. */
export const earlierAnswers: Readonly<Record<string, Schema>> = {
  ImportPlan: object({
    ...table,
    code: text,
    instrument: text,
    stated: object({ year: whole, index: figure, predikat: text }),
    published: ref('Score'),
    differences: list(oneOf('index', 'predikat')),
    replaces: orNull(object({ version: whole, importedAt: instant, importedBy: text })),
    file,
    shown: text,
  }),
  EarlierResult: object({
    cycle: text,
    year: whole,
    version: whole,
    importedAt: instant,
    importedBy: text,
    frozen: object({
      ...table,
      code: text,
      year: whole,
      instrument: ref('Instrument'),
      published: ref('Score'),
      stated: object({ index: figure, predikat: text }),
      differs: orNull(text),
      replaces: orNull(text),
      file,
      journal: object({ entries: whole, hash: text }),
    }),
    checks: object({ computes: yesNo, recorded: yesNo }),
    holds: yesNo,
  }),
};
