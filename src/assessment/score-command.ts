import { allowedLevels, parseLevel, score, type Instrument } from '../domain/scoring.js';
import { ConfigFolder } from '../platform/config-folder.js';
import { InputError } from '../platform/input-error.js';
import { loadInstrument } from './instrument-file.js';

/** The line that `siklus score` prints. @throws InputError */
export function scoreCommand(configRoot: string, instrumentCode: string, levels: string): string {
  const folder = new ConfigFolder(configRoot);
  const unknown = folder.whyUnknown('instruments', instrumentCode);
  if (unknown !== null) throw badOption('--instrument', null, unknown);
  const instrument = loadInstrument(folder, instrumentCode);
  return JSON.stringify(score(instrument, levelsIn(instrument, levels)));
}

function levelsIn(instrument: Instrument, text: string): string[] {
  const texts = text.split(',').map((each) => each.trim());
  const { indicators, code } = instrument;
  if (texts.length !== indicators.length) {
    const expected = `${indicators.length} levels, one for each indicator of ${code}`;
    const problem = `expected ${expected}, separated by commas; found ${texts.length}`;
    throw badOption('--levels', null, problem);
  }
  const levels = texts.map((each) => parseLevel(instrument, each));
  InputError.throwAny(
    levels.flatMap((level, index) => (level === null ? [badLevel(instrument, texts, index)] : [])),
  );
  return levels.filter((level) => level !== null);
}

function badLevel(instrument: Instrument, texts: readonly string[], index: number): InputError {
  const name = instrument.indicators[index]?.name ?? '';
  const problem = `expected ${allowedLevels(instrument)}; found ${JSON.stringify(texts[index])} (${name})`;
  return badOption('--levels', `position ${index + 1}`, problem);
}

function badOption(file: string, field: string | null, problem: string): InputError {
  return new InputError({ file, line: null, field }, problem);
}
