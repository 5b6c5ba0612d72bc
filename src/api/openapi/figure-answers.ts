import {
  figure,
  instant,
  list,
  map,
  object,
  orNull,
  ref,
  text,
  whole,
  yesNo,
  type Schema,
} from './schema.js';

const score = {
  index: figure,
  exact: text,
  predikat: text,
  domains: map(figure),
  aspects: map(figure),
};

const next = object({ name: text, from: text, missing: text });

/** What it all comes to, and what was published of it. */
export const figureAnswers: Readonly<Record<string, Schema>> = {
  Score: object(score),
  Figure: object({
    ...score,
    levels: map(text),
    toTarget: orNull(figure),
    nextPredikat: orNull(next),
  }),
  Figures: object({
    klaim: ref('Figure'),
    simulasi: ref('Figure'),
    belumDinilai: list(whole),
    terverifikasi: ref('Figure'),
    jikaSemuaKlaimDiterima: ref('Figure'),
    nihil: list(whole),
    belumDijawab: list(whole),
  }),
  Instrument: object({
    code: text,
    title: text,
    decimals: { enum: [0, 2] },
    domains: list(object({ code: text, name: text, weight: whole })),
    aspects: list(object({ code: text, name: text, weight: whole, domain: orNull(text) })),
    indicators: list(ref('Indicator')),
    predikat: list(object({ name: text, from: text })),
  }),
  Result: object({
    cycle: text,
    phase: text,
    publishedAt: instant,
    publishedBy: text,
    frozen: object({
      instrument: ref('Instrument'),
      target: orNull(figure),
      levels: map(text),
      published: ref('Score'),
      figures: ref('Figures'),
      reviews: list(object({ indicator: whole, phase: text, level: orNull(text) })),
      journal: object({ entries: whole, hash: orNull(text) }),
    }),
    checks: object({ computes: yesNo, stands: yesNo, recorded: yesNo }),
    holds: yesNo,
  }),
};
