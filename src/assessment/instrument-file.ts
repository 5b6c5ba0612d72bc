import { hundredthsOf, twoDecimals } from '../domain/hundredths.js';
import type { Indicator, IndicatorLevel, Instrument } from '../domain/scoring.js';
import type { ConfigFolder } from '../platform/config-folder.js';
import { InputError } from '../platform/input-error.js';
import { checked } from '../platform/schemas.js';
import type { Path, YamlPart } from '../platform/yaml-part.js';
import {
  placedAspects,
  placedIndicators,
  type IndicatorInFile,
  type LevelInFile,
  type InstrumentInFile,
} from './instrument-in-file.js';
import { figureProblems, instrumentProblems } from './instrument-problems.js';

/** @param code of `config/instruments`, or a path. @throws InputError */
export function loadInstrument(folder: ConfigFolder, code: string): Instrument {
  const document = folder.read('instruments', code);
  const file = checked<InstrumentInFile>(document, 'instrument');
  InputError.throwAny(figureProblems(document, file));
  const instrument = instrumentIn(document, file);
  InputError.throwAny([
    ...folder.codeProblems('instruments', code, document),
    ...instrumentProblems(document, file, instrument),
  ]);
  return instrument;
}

function instrumentIn(document: YamlPart, file: InstrumentInFile): Instrument {
  const figure = (...path: Path): number => hundredthsOf(document.textAt(path) ?? '');
  return {
    code: file.code,
    title: file.title,
    decimals: file.decimals,
    domains: (file.domains ?? []).map(({ code, name }, index) => {
      return { code, name, weight: figure('domains', index, 'weight') };
    }),
    aspects: placedAspects(file).map(({ path, domain, aspect: { code, name } }) => {
      return { code, name, weight: figure(...path, 'weight'), domain };
    }),
    indicators: placedIndicators(file).map(({ path, aspect, indicator }) => {
      return indicatorIn(indicator, figure(...path, 'weight'), aspect);
    }),
    predikat: file.predikat.map(({ name }, index) => {
      return { name, from: twoDecimals(figure('predikat', index, 'from')) };
    }),
  };
}

function indicatorIn(indicator: IndicatorInFile, weight: number, aspect: string): Indicator {
  const { no, name, capability, valueSource, source, ownTitle, levels } = indicator;
  return {
    no,
    name,
    weight,
    aspect,
    capability: capability ?? null,
    valueSource: valueSource ?? 'evidence',
    source: source ?? null,
    ownTitle: ownTitle ?? false,
    levels: (levels ?? []).map(levelIn),
  };
}

function levelIn({ level, criterion, ...optional }: LevelInFile): IndicatorLevel {
  return { level, criterion, fulfilment: '', evidence: '', coversLower: false, ...optional };
}
