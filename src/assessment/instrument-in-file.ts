import type { Path } from '../platform/yaml-part.js';

/** An instrument as its file nests it. Weights and thresholds are read from the text: 2.75 is no binary number. */
export interface InstrumentInFile {
  readonly code: string;
  readonly title: string;
  readonly decimals: 0 | 2;
  readonly predikat: readonly { readonly name: string }[];
  readonly domains?: readonly DomainInFile[];
  readonly aspects?: readonly AspectInFile[];
}

export interface DomainInFile {
  readonly code: string;
  readonly name: string;
  readonly aspects: readonly AspectInFile[];
}

export interface AspectInFile {
  readonly code: string;
  readonly name: string;
  readonly indicators: readonly IndicatorInFile[];
}

export interface IndicatorInFile {
  readonly no: number;
  readonly name: string;
  readonly capability?: 'process' | 'service';
  readonly valueSource?: 'evidence' | 'external';
  readonly source?: string;
  readonly ownTitle?: boolean;
  readonly levels?: readonly LevelInFile[];
}

export interface LevelInFile {
  readonly level: number;
  readonly criterion: string;
  readonly fulfilment?: string;
  readonly evidence?: string;
  readonly coversLower?: boolean;
}

/** An aspect, and where the file has it. */
export interface PlacedAspect {
  readonly path: Path;
  readonly domain: string | null;
  readonly aspect: AspectInFile;
}

export interface PlacedIndicator {
  readonly path: Path;
  readonly aspect: string;
  readonly indicator: IndicatorInFile;
}

export function placedAspects(file: InstrumentInFile): PlacedAspect[] {
  const inDomains = (file.domains ?? []).flatMap(({ code, aspects }, domain) =>
    aspects.map((aspect, index) => {
      return { path: ['domains', domain, 'aspects', index], domain: code, aspect };
    }),
  );
  const withoutDomain = (file.aspects ?? []).map((aspect, index) => {
    return { path: ['aspects', index], domain: null, aspect };
  });
  return [...inDomains, ...withoutDomain];
}

export function placedIndicators(file: InstrumentInFile): PlacedIndicator[] {
  return placedAspects(file).flatMap(({ path, aspect }) =>
    aspect.indicators.map((indicator, index) => {
      return { path: [...path, 'indicators', index], aspect: aspect.code, indicator };
    }),
  );
}
