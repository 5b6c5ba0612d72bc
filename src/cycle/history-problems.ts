import type { ConfigFolder } from '../platform/config-folder.js';
import { parseHundredths } from '../domain/hundredths.js';
import type { InputError } from '../platform/input-error.js';
import { twice } from '../platform/twice.js';
import type { YamlPart } from '../platform/yaml-part.js';

export interface EarlierInFile {
  readonly year: number;
  readonly cycle?: string;
  readonly instrument?: string;
  readonly index?: number;
}

/** A year has either a cycle of this database, or an index with the instrument it was measured by. */
export function* historyProblems(
  folder: ConfigFolder,
  part: YamlPart,
  history: readonly EarlierInFile[],
): Generator<InputError> {
  for (const at of twice(history.map(({ year }) => String(year)))) {
    yield part.errorAt(['history', at, 'year'], 'another entry has this year already: remove one');
  }
  for (const [at, earlier] of history.entries()) yield* problemsOf(folder, part, earlier, at);
}

function* problemsOf(
  folder: ConfigFolder,
  part: YamlPart,
  { cycle, instrument, index }: EarlierInFile,
  at: number,
): Generator<InputError> {
  const here = ['history', at] as const;
  if ((cycle === undefined) === (index === undefined)) {
    const problem =
      'expected either cycle, the code of a cycle with a published result, or index and instrument';
    yield part.errorAt(here, problem);
    return;
  }
  if (index === undefined) return;
  const unknown = instrument === undefined ? null : folder.whyUnknown('instruments', instrument);
  if (instrument === undefined) {
    yield part.errorAt(here, 'expected the instrument that the index was measured by');
  } else if (unknown !== null) yield part.errorAt([...here, 'instrument'], unknown);
  const text = part.textAt([...here, 'index']) ?? '';
  if (parseHundredths(text) !== null) return;
  yield part.errorAt(
    [...here, 'index'],
    `expected at most two decimals, such as 3.76; found ${text}`,
  );
}
