import type { InstrumentMapping } from '../domain/instrument-mapping.js';
import { publishedLevels, type Instrument, type Score } from '../domain/scoring.js';
import type { Levels } from '../domain/cycle.js';
import { changeOf, type TrendYear, type YearResult } from './trend.js';

/** Where the index of a year is known from. */
export type Source = 'published' | 'imported' | 'noted';

/** What the index of a year is made of. */
export interface YearDetail {
  readonly levels: Levels;
  readonly published: Score;
}

export interface KnownYear extends YearResult {
  readonly instrument: Instrument;
  readonly source: Source;
  /** Null where nothing but the index is known. */
  readonly detail: YearDetail | null;
  /** What the cycle's file says of the year, where that is something else. */
  readonly noted: string | null;
  /** What the levels come to, where something else was announced. */
  readonly computed: string | null;
}

export type YearInTrend = KnownYear & TrendYear;

/** Years that one instrument measured, without another between them. */
export interface Stretch {
  readonly instrument: Instrument;
  readonly years: readonly number[];
  readonly domains: readonly TrendRow[];
  readonly aspects: readonly TrendRow[];
  readonly indicators: readonly TrendRow[];
}

/** A part of an instrument over the years of a stretch, in their order. */
export interface TrendRow {
  /** Of a domain or an aspect its code, of an indicator its number. */
  readonly code: string;
  readonly name: string;
  /** Null for a year of which nothing but the index is known. */
  readonly figures: readonly (string | null)[];
  /** Each since the year before in the stretch; null where one of the two is not known. */
  readonly changes: readonly (string | null)[];
}

export interface YearByYear {
  readonly years: readonly YearInTrend[];
  /** The oldest first. */
  readonly stretches: readonly Stretch[];
  /** Between one stretch and the next, where somebody has said how the older is seen in the newer. */
  readonly mappings: readonly InstrumentMapping[];
}

/** A difference is only ever worked out inside a stretch. */
export function stretchesOf(years: readonly YearInTrend[]): Stretch[] {
  const runs: YearInTrend[][] = [];
  for (const year of years) {
    const run = year.breaks ? undefined : runs.at(-1);
    if (run) run.push(year);
    else runs.push([year]);
  }
  return runs.map(stretchOf);
}

function stretchOf(years: readonly YearInTrend[]): Stretch {
  // The names as they were last.
  const instrument = (years.at(-1) as YearInTrend).instrument;
  const rows = (
    parts: readonly { readonly code: string; readonly name: string }[],
    figure: (detail: YearDetail, code: string) => string | undefined,
  ): TrendRow[] =>
    parts.map(({ code, name }) => {
      const figures = years.map(({ detail }) => (detail && figure(detail, code)) ?? null);
      return { code, name, figures, changes: changesOf(figures) };
    });
  const indicators = instrument.indicators.map(({ no, name }) => ({ code: String(no), name }));
  const levels = new Map(
    years.flatMap(({ detail }) =>
      detail ? [[detail, publishedLevels(instrument, detail.levels)] as const] : [],
    ),
  );
  return {
    instrument,
    years: years.map(({ year }) => year),
    domains: rows(instrument.domains, ({ published }, code) => published.domains[code]),
    aspects: rows(instrument.aspects, ({ published }, code) => published.aspects[code]),
    indicators: rows(indicators, (detail, code) => levels.get(detail)?.[Number(code) - 1]),
  };
}

function changesOf(figures: readonly (string | null)[]): (string | null)[] {
  return figures.map((figure, at) => {
    const before = figures[at - 1] ?? null;
    return figure === null || before === null ? null : changeOf(before, figure);
  });
}

/** The latest two years that follow each other with their details; -1: there are none. */
export function latestPair({ years, indicators }: Stretch): number {
  return years.findLastIndex((_, at) => (indicators[0]?.changes[at] ?? null) !== null);
}
