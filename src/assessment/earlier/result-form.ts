import { parseIndex, type Instrument } from '../../domain/scoring.js';
import { InputError } from '../../platform/input-error.js';
import type { Stated } from './imported-result.js';

/** What is said of an earlier year beside its table. */
export const statedFields = ['year', 'instrument', 'index', 'predikat'] as const;
export type StatedField = (typeof statedFields)[number];
export type StatedForm = Readonly<Partial<Record<StatedField, string>>>;

/** What else has to be said before it is taken, where there is something to say it of. */
export interface Consent {
  /** Why what was announced is not what the levels come to. */
  readonly differs?: string;
  /** Why it takes the place of what was imported before. */
  readonly replaces?: string;
}

export type StatedFlaw =
  | 'no_year'
  | 'not_earlier'
  | 'published_here'
  | 'unknown_instrument'
  | 'no_index'
  | 'unknown_predikat';
export type StatedFlaws = Readonly<Partial<Record<StatedField, StatedFlaw>>>;

/** What the form is judged by. */
export interface KnownYears {
  /** That the cycle itself evaluates. */
  readonly own: number | null;
  /** That cycles of this database have published a result of. */
  readonly published: readonly number[];
}

export interface StatedYear extends Stated {
  readonly year: number;
}

export const reasonLength = 2_000;
const earliest = 2000;

/** What is wrong with each field; nothing when the form can be taken. */
export function flawsIn(
  form: StatedForm,
  instrument: Instrument | null,
  known: KnownYears,
): StatedFlaws {
  const found: [StatedField, StatedFlaw | null][] = [
    ['year', yearFlaw(form.year ?? '', known)],
    ['instrument', instrument ? null : 'unknown_instrument'],
    ['index', indexIn(form.index) === null ? 'no_index' : null],
    ['predikat', predikatFlaw(form.predikat ?? '', instrument)],
  ];
  return Object.fromEntries(found.filter(([, flaw]) => flaw !== null));
}

/** Of a form without flaws. */
export function statedIn({ year, index, predikat = '' }: StatedForm): StatedYear {
  return { year: Number(year), index: indexIn(index) ?? '', predikat };
}

const problems: Readonly<Record<StatedFlaw, string>> = {
  no_year: 'expected a year from 2000 on, such as 2024',
  not_earlier: 'expected a year before the one that this cycle evaluates',
  published_here: 'a cycle of this database has published the result of this year: it stays',
  unknown_instrument: 'expected the code of an instrument, such as spbe-2020',
  no_index: 'expected the published index from 1.00 to 5.00, such as 3.76',
  unknown_predikat: 'expected a predikat of this instrument',
};

/** For a program or a command line. @throws InputError */
export function throwFlaws(flaws: StatedFlaws): void {
  InputError.throwAny(
    Object.entries(flaws).map(
      ([field, flaw]) => new InputError({ file: 'form', line: null, field }, problems[flaw]),
    ),
  );
}

function yearFlaw(text: string, { own, published }: KnownYears): StatedFlaw | null {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  if (year < earliest) return 'no_year';
  if (own === null || year >= own) return 'not_earlier';
  return published.includes(year) ? 'published_here' : null;
}

/** As it is written in Indonesia too. Null when it is none. */
function indexIn(text = ''): string | null {
  return parseIndex(text.trim().replace(',', '.'));
}

/** Without an instrument there is nothing to judge it by; that is said of the instrument. */
function predikatFlaw(name: string, instrument: Instrument | null): StatedFlaw | null {
  if (!instrument || instrument.predikat.some((each) => each.name === name)) return null;
  return 'unknown_predikat';
}
