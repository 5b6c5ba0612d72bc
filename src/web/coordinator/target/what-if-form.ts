import type { Basis, Prospect } from '../../../assessment/target/targets.service.js';
import { hundredthsOf } from '../../../domain/hundredths.js';
import type { Levels } from '../../../domain/cycle.js';
import { parseLevel, publishedLevels } from '../../../domain/scoring.js';
import { levelField } from './target-paths.js';

/** Names a field for each indicator, so no class can list them: everything is read as text. */
export type Typed = Readonly<Record<string, unknown>>;

export interface LevelsTyped {
  readonly basis: Basis;
  /** What it stands at, in the instrument's order. */
  readonly standing: readonly string[];
  /** Those that are other ones than the basis has. */
  readonly changes: Levels;
  /** As it was typed, where it is no level. */
  readonly wrong: Levels;
}

const longest = 20;

/** An indicator that is not mentioned stays where it stands. */
export function levelsTyped(form: Typed, { bases, instrument }: Prospect): LevelsTyped {
  const basis = basisTyped(form, bases);
  const standing = publishedLevels(instrument, basis.levels);
  const read = instrument.indicators.map(({ no }, index) => {
    const text = textIn(form, levelField(no));
    const level = parseLevel(instrument, text.replace(',', '.'));
    const from = standing[index] ?? '1';
    const isOther = level !== null && hundredthsOf(level) !== hundredthsOf(from);
    return { no: String(no), text, level, isOther };
  });
  return {
    basis,
    standing,
    changes: Object.fromEntries(
      read.flatMap(({ no, level, isOther }) => (isOther && level !== null ? [[no, level]] : [])),
    ),
    wrong: Object.fromEntries(
      read.flatMap(({ no, text, level }) => (text !== '' && level === null ? [[no, text]] : [])),
    ),
  };
}

/** The first one unless another is asked for that there is. */
export function basisTyped(form: Typed, bases: Prospect['bases']): Basis {
  return bases.find(({ code }) => code === form['dasar']) ?? bases[0];
}

export function textIn(form: Typed, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value.trim().slice(0, longest) : '';
}
