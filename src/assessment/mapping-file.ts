import type { InstrumentMapping, MappedIndicator } from '../domain/instrument-mapping.js';
import type { Indicator, Instrument } from '../domain/scoring.js';
import type { ConfigFolder } from '../platform/config-folder.js';
import { InputError } from '../platform/input-error.js';
import { checked } from '../platform/schemas.js';
import type { Path, YamlPart } from '../platform/yaml-part.js';
import { loadInstrument } from './instrument-file.js';

interface MappingInFile extends Pick<InstrumentMapping, 'from' | 'to' | 'status'> {
  readonly code: string;
  readonly indicators: readonly MappedIndicator[];
}

/** As its file in `config/mappings` is named. */
export function mappingCode(from: string, to: string): string {
  return `${from}--${to}`;
}

/** @param code of `config/mappings`, or a path. @throws InputError */
export function loadMapping(folder: ConfigFolder, code: string): InstrumentMapping {
  const document = folder.read('mappings', code);
  const file = checked<MappingInFile>(document, 'mapping');
  InputError.throwAny([
    ...folder.codeProblems('mappings', code, document),
    ...referenceProblems(folder, document, file),
  ]);
  const [from, to] = [loadInstrument(folder, file.from), loadInstrument(folder, file.to)];
  InputError.throwAny(rowProblems(document, file, { from, to }));
  return { from: file.from, to: file.to, status: file.status, rows: file.indicators };
}

function* referenceProblems(
  folder: ConfigFolder,
  document: YamlPart,
  { code, from, to }: MappingInFile,
): Generator<InputError> {
  for (const [field, instrument] of Object.entries({ from, to })) {
    const unknown = folder.whyUnknown('instruments', instrument);
    if (unknown !== null) yield document.errorAt([field], unknown);
  }
  if (from === to) {
    yield document.errorAt(['to'], 'is the older instrument too: name the newer one');
  }
  const expected = mappingCode(from, to);
  if (code === expected) return;
  yield document.errorAt(
    ['code'],
    `expected ${expected}, as from and to say; correct one of them, and the file's name`,
  );
}

/** What a schema cannot see: numbers that an instrument does not have, and pairs that stand twice. */
function* rowProblems(
  document: YamlPart,
  { indicators }: MappingInFile,
  { from, to }: { readonly from: Instrument; readonly to: Instrument },
): Generator<InputError> {
  const seen = new Set<string>();
  for (const [at, row] of indicators.entries()) {
    const here = ['indicators', at] as const;
    yield* targetProblems(document, [...here, 'to'], row, to);
    for (const [position, number] of row.from.entries()) {
      const place = [...here, 'from', position];
      if (!hasNumber(from, number)) yield document.errorAt(place, unknownNumber(from, number));
      const pair = `${number} ${row.to}`;
      if (seen.has(pair)) {
        const problem = `${number} is mapped to ${row.to} already: remove one of the two`;
        yield document.errorAt(place, problem);
      }
      seen.add(pair);
    }
  }
}

function* targetProblems(
  document: YamlPart,
  place: Path,
  { to: number }: MappedIndicator,
  to: Instrument,
): Generator<InputError> {
  const indicator = to.indicators.find(({ no }) => no === number);
  if (!indicator) yield document.errorAt(place, unknownNumber(to, number));
  else if (isExternal(indicator)) {
    const problem = `the level of ${number} comes from ${indicator.source ?? 'elsewhere'}, without evidence`;
    yield document.errorAt(place, `${problem}: remove this row`);
  }
}

function isExternal({ valueSource }: Indicator): boolean {
  return valueSource === 'external';
}

function hasNumber({ indicators }: Instrument, number: number): boolean {
  return indicators.some(({ no }) => no === number);
}

function unknownNumber({ code, indicators }: Instrument, number: number): string {
  return `expected a number from 1 to ${indicators.length}, as ${code} has; found ${number}`;
}
