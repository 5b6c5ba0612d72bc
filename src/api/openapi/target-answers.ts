import { figure, instant, list, object, oneOf, orNull, ref, text, uuid, whole } from './schema.js';
import type { Schema } from './schema.js';

const basis = {
  ...text,
  description:
    'jikaSemuaKlaimDiterima, terverifikasi, klaim, or the code of an earlier cycle that has published or of an imported year, such as spbe-2024.',
};
const contribution: Schema = { type: 'string', pattern: String.raw`^[+-]\d\.\d{4,6}$` };
const goal = { basis, goal: figure };

const tried = {
  before: ref('Figure'),
  after: ref('Figure'),
  differences: list(object({ indicator: whole, from: text, to: text, contribution })),
};

/** What the index could be, and what it takes. */
export const targetAnswers: Readonly<Record<string, Schema>> = {
  WhatIf: object({ basis, ...tried }),
  Effort: object({ indicator: whole, effort: whole, highest: whole }),
  Variant: {
    ...object({
      ...{ id: uuid, name: text, basis, madeAt: instant, madeBy: orNull(text) },
      ...tried,
    }),
    description: 'Who made it is told to coordinators alone.',
  },
  Differing: {
    ...object({ indicator: whole, levels: list(object({ from: text, to: text })) }),
    description: 'Its levels in the order of the variants, which do not all end at the same.',
  },
  Raise: {
    ...object({
      indicator: whole,
      lead: orNull(text),
      from: text,
      to: text,
      effort: whole,
      contribution,
    }),
    examples: [
      { indicator: 42, lead: 'DINKES', from: '3', to: '5', effort: 2, contribution: '+0.0600' },
    ],
  },
  Way: {
    ...object({
      merits: list(oneOf('effort', 'indicators', 'units', 'other-aspects')),
      effort: whole,
      units: whole,
      raises: list(ref('Raise')),
      score: ref('Score'),
    }),
    description:
      'The best by what merits names: the least effort, the fewest indicators, the fewest units, or the next by effort that raises other aspects.',
  },
  Ways: {
    oneOf: [
      object({ ...goal, state: { const: 'possible' }, ways: list(ref('Way')) }),
      object({ ...goal, state: { const: 'reached' }, score: ref('Score') }),
      object({ ...goal, state: { const: 'impossible' }, best: ref('Score') }),
    ],
  },
};
