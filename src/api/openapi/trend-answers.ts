import {
  figure,
  list,
  object,
  oneOf,
  orNull,
  ref,
  text,
  whole,
  yesNo,
  type Schema,
} from './schema.js';

/** `+0.14`; a fall has a minus. */
const change: Schema = { type: 'string', pattern: String.raw`^[+-]\d+\.\d{2}$` };

export const trendAnswers: Readonly<Record<string, Schema>> = {
  /** Null where one of the two years is not known in detail. */
  TrendRow: object({
    code: text,
    name: text,
    figures: list(orNull(text)),
    changes: list(orNull(change)),
  }),
  Trend: object({
    years: list(
      object({
        year: whole,
        instrument: text,
        index: figure,
        predikat: text,
        change: orNull(change),
        breaks: yesNo,
        source: oneOf('published', 'imported', 'noted'),
        noted: orNull(figure),
        computed: orNull(figure),
      }),
    ),
    stretches: list(
      object({
        instrument: object({ code: text, title: text }),
        years: list(whole),
        domains: list(ref('TrendRow')),
        aspects: list(ref('TrendRow')),
        indicators: list(ref('TrendRow')),
      }),
    ),
    mappings: list(
      object({
        from: text,
        to: text,
        status: oneOf('proposal', 'confirmed'),
        rows: list(
          object({
            to: whole,
            from: list(whole),
            carries: oneOf('evidence', 'nothing'),
            note: text,
          }),
        ),
      }),
    ),
  }),
};
