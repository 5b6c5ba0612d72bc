import type { Levels } from '../../domain/cycle.js';
import type { Head } from '../../domain/journal-chain.js';
import { predikatOf, type Instrument, type Score } from '../../domain/scoring.js';

/** What a table of an earlier year says, by the number of the indicator. */
export interface TableOfLevels {
  /** The verified ones, of every indicator. */
  readonly levels: Levels;
  readonly claimed: Levels;
  readonly notes: Readonly<Record<string, string>>;
}

/** What the ministry announced. */
export interface Stated {
  readonly index: string;
  readonly predikat: string;
}

/** The result of a year before Siklus: what was announced, and all that it can be computed from. */
export interface ImportedResult extends TableOfLevels {
  /** Such as `spbe-2024`. */
  readonly code: string;
  readonly year: number;
  readonly instrument: Instrument;
  /** Computed from the levels (rule 21). */
  readonly published: Score;
  readonly stated: Stated;
  /** Why the two differ; null where they do not. */
  readonly differs: string | null;
  /** Why it takes the place of what was imported before; null where nothing was. */
  readonly replaces: string | null;
  readonly file: ImportedFile;
  /** How long the journal was before the import, and the hash that its chain ended with. */
  readonly journal: Head;
}

export interface ImportedFile {
  readonly name: string;
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

export type Difference = 'index' | 'predikat';

/** Where what was announced is not what the levels, and then the thresholds, come to. */
export function differencesOf(
  instrument: Instrument,
  stated: Stated,
  published: Score,
): Difference[] {
  return [
    ...(stated.index === published.index ? [] : (['index'] as const)),
    ...(stated.predikat === predikatOf(instrument, stated.index) ? [] : (['predikat'] as const)),
  ];
}

/** `spbe-2024`: the instrument's family, and the year. */
export function codeOf({ code }: Pick<Instrument, 'code'>, year: number): string {
  return `${code.replace(/-\d{4}$/, '')}-${year}`;
}
