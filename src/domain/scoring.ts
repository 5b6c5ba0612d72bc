import type { Levels } from './cycle.js';
import { fromMillionths, hundredthsOf, parseHundredths, twoDecimals } from './hundredths.js';

/** A part of an instrument, with its weight in basis points: all indicators together weigh 10,000. */
export interface Weighed {
  readonly code: string;
  readonly name: string;
  readonly weight: number;
}

export interface Aspect extends Weighed {
  /** None in an instrument without domains. */
  readonly domain: string | null;
}

export interface Indicator {
  /** From 1, in the instrument's order. */
  readonly no: number;
  readonly name: string;
  /** In basis points. */
  readonly weight: number;
  readonly aspect: string;
  readonly capability: 'process' | 'service' | null;
  /** An external value comes from another agency, without evidence. */
  readonly valueSource: 'evidence' | 'external';
  /** The agency or index that an external value comes from. */
  readonly source: string | null;
  /** Whether the city gives it a title of its own, such as a public service of its choice. */
  readonly ownTitle: boolean;
  /** What the levels ask for, as far as the instrument's file says it. */
  readonly levels: readonly IndicatorLevel[];
}

export interface IndicatorLevel {
  /** 1 to 5. */
  readonly level: number;
  /** Kriteria level. */
  readonly criterion: string;
  /** Kriteria pemenuhan level. */
  readonly fulfilment: string;
  /** Kriteria bukti dukung. */
  readonly evidence: string;
  /** Whether what proves this level proves those below it too: they then need no evidence of their own. */
  readonly coversLower: boolean;
}

export interface Predikat {
  readonly name: string;
  /** The lowest published index that has it, `4.20`. */
  readonly from: string;
}

export interface Instrument {
  readonly code: string;
  readonly title: string;
  /** How many decimals a level may have. */
  readonly decimals: 0 | 2;
  readonly domains: readonly Weighed[];
  readonly aspects: readonly Aspect[];
  readonly indicators: readonly Indicator[];
  /** Highest first; the last one begins at 1.00. */
  readonly predikat: readonly Predikat[];
}

export interface Score {
  /** Two decimals, rounded half up: what is published. */
  readonly index: string;
  /** The same, not rounded: four decimals, more only where they are not zero. */
  readonly exact: string;
  readonly predikat: string;
  readonly domains: Readonly<Record<string, string>>;
  readonly aspects: Readonly<Record<string, string>>;
}

/** Rule 21. `levels` stand in the instrument's order, one an indicator. */
export function score(instrument: Instrument, levels: readonly string[]): Score {
  const { domains, aspects, indicators } = instrument;
  if (levels.length !== indicators.length) {
    throw new RangeError(`${indicators.length} levels expected, not ${levels.length}`);
  }
  const marks = indicators.map(({ weight, aspect }, index) => {
    return { weight, aspect, level: hundredthsOf(levels[index] ?? '') };
  });
  const meanOf = (codes: readonly string[]): string =>
    roundedMean(marks.filter(({ aspect }) => codes.includes(aspect)));
  const aspectsOf = (domain: Weighed): string[] =>
    aspects.filter((aspect) => aspect.domain === domain.code).map(({ code }) => code);
  const index = roundedMean(marks);
  return {
    index,
    exact: exactMean(marks),
    predikat: predikatOf(instrument, index),
    domains: Object.fromEntries(domains.map((domain) => [domain.code, meanOf(aspectsOf(domain))])),
    aspects: Object.fromEntries(aspects.map(({ code }) => [code, meanOf([code])])),
  };
}

/** Read from the published figure, so that a page never contradicts itself. */
export function predikatOf({ predikat }: Pick<Instrument, 'predikat'>, index: string): string {
  const figure = hundredthsOf(index);
  const reached = predikat.find(({ from }) => hundredthsOf(from) <= figure);
  if (!reached) throw new RangeError(`an index of ${index} has no predikat`);
  return reached.name;
}

/** The nearest one above the index; null from the highest on. */
export function nextPredikat({ predikat }: Instrument, index: string): Predikat | null {
  const figure = hundredthsOf(index);
  return predikat.findLast(({ from }) => hundredthsOf(from) > figure) ?? null;
}

/** Rule 22: an indicator without a verified level counts as level 1. In the instrument's order. */
export function publishedLevels({ indicators }: Instrument, verified: Levels): string[] {
  return indicators.map(({ no }) => verified[String(no)] ?? '1');
}

/** The level in its shortest form (3.50 is 3.5); null when the instrument does not allow it. */
export function parseLevel({ decimals }: Instrument, text: string): string | null {
  const hundredths = parseHundredths(text);
  if (hundredths === null || hundredths < 100 || hundredths > 500) return null;
  if (decimals === 0 && text.includes('.')) return null;
  return String(hundredths / 100);
}

/** `3.75`, of what was typed; null when no index can be that. */
export function parseIndex(text: string): string | null {
  const hundredths = parseHundredths(text);
  const isIndex = hundredths !== null && hundredths >= 100 && hundredths <= 500;
  return isIndex ? twoDecimals(hundredths) : null;
}

/** For what a door has checked already. */
export function levelOf(instrument: Instrument, text: string): string {
  const level = parseLevel(instrument, text);
  if (level === null) throw new RangeError(`${text} is not ${allowedLevels(instrument)}`);
  return level;
}

/** For an error that tells what a level can be. */
export function allowedLevels({ decimals }: Instrument): string {
  return decimals === 0
    ? 'a whole number from 1 to 5'
    : `a number from 1 to 5 with at most ${decimals} decimals`;
}

interface Mark {
  readonly weight: number;
  /** In hundredths. */
  readonly level: number;
}

/** Half up, in whole numbers: no sum here comes near what a double cannot hold. */
function roundedMean(marks: readonly Mark[]): string {
  const { weight, sum } = totals(marks);
  return twoDecimals(Math.floor((2 * sum + weight) / (2 * weight)));
}

/** Basis points times hundredths: the sum of all indicators is the index in millionths. */
function exactMean(marks: readonly Mark[]): string {
  return fromMillionths(totals(marks).sum);
}

function totals(marks: readonly Mark[]): { weight: number; sum: number } {
  const weight = marks.reduce((total, mark) => total + mark.weight, 0);
  const sum = marks.reduce((total, mark) => total + mark.weight * mark.level, 0);
  return { weight, sum };
}
