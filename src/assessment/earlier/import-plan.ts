import { createHash } from 'node:crypto';
import { recomputed } from '../frozen-result.js';
import type { Instrument, Score } from '../../domain/scoring.js';
import { nameInWords } from '../../platform/files/safe-name.js';
import { InputError } from '../../platform/input-error.js';
import { fingerprint } from '../fingerprint.js';
import type { SpreadsheetFile } from '../import/spreadsheet.js';
import type { EarlierResultRow } from './earlier-result.entity.js';
import {
  codeOf,
  differencesOf,
  type Difference,
  type ImportedFile,
  type ImportedResult,
  type TableOfLevels,
} from './imported-result.js';
import { readLevels } from './read-levels.js';
import {
  reasonLength,
  statedIn,
  type Consent,
  type StatedForm,
  type StatedYear,
} from './result-form.js';

/** An import as somebody asks for it. */
export interface Asked {
  readonly form: StatedForm;
  readonly file: SpreadsheetFile;
}

/** What would be stored. Nothing has changed yet. */
export interface ImportPlan extends TableOfLevels {
  readonly code: string;
  readonly instrument: Instrument;
  readonly stated: StatedYear;
  /** What the levels come to. */
  readonly published: Score;
  readonly differences: readonly Difference[];
  /** What it takes the place of. */
  readonly replaces: Pick<EarlierResultRow, 'version' | 'importedAt' | 'importedBy'> | null;
  readonly file: ImportedFile;
  /** Given back with the order to take it. */
  readonly shown: string;
}

type Reasons = Pick<ImportedResult, 'differs' | 'replaces'>;

/** @param before what counts of the cycle's earlier years. @throws InputError for all that is wrong in the file */
export async function planOf(
  instrument: Instrument,
  { form, file }: Asked,
  before: readonly EarlierResultRow[],
): Promise<ImportPlan> {
  const stated = statedIn(form);
  const table = await readLevels(file, instrument);
  const published = recomputed({ instrument, levels: table.levels });
  const replaced = before.find(({ year }) => year === stated.year);
  const plan = {
    ...table,
    ...{ code: codeOf(instrument, stated.year), instrument, stated, published },
    differences: differencesOf(instrument, stated, published),
    replaces: replaced ? replacedBy(replaced) : null,
    file: describedFile(file),
  };
  return { ...plan, shown: fingerprint(plan) };
}

function replacedBy({ version, importedAt, importedBy }: EarlierResultRow) {
  return { version, importedAt, importedBy };
}

function describedFile({ name, bytes }: SpreadsheetFile): ImportedFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: nameInWords(name), sha256, size: bytes.length };
}

/** @throws InputError where there is something to give a reason for, and none was given */
export function reasonsIn({ differences, replaces }: ImportPlan, consent: Consent): Reasons {
  // What is no character, no column takes.
  const said = (reason = ''): string | null =>
    reason
      .replace(/[\0\p{Cs}]/gu, '')
      .trim()
      .slice(0, reasonLength) || null;
  const missing = (field: string, problem: string): InputError =>
    new InputError({ file: 'form', line: null, field }, problem);
  const reasons = {
    differs: differences.length > 0 ? said(consent.differs) : null,
    replaces: replaces ? said(consent.replaces) : null,
  };
  InputError.throwAny([
    ...(differences.length > 0 && reasons.differs === null
      ? [missing('differs', 'missing: say why what was announced is not what the levels come to')]
      : []),
    ...(replaces && reasons.replaces === null
      ? [missing('replaces', 'missing: say why it takes the place of what was imported before')]
      : []),
  ]);
  return reasons;
}

export function frozenOf(
  { code, instrument, levels, claimed, notes, published, stated, file }: ImportPlan,
  reasons: Reasons,
  journal: ImportedResult['journal'],
): ImportedResult {
  const { year, index, predikat } = stated;
  return {
    ...{ code, year, instrument, levels, claimed, notes, published },
    stated: { index, predikat },
    ...reasons,
    ...{ file, journal },
  };
}
