import type { FrozenResult } from '../assessment/frozen-result.js';
import { publishedLevels } from '../domain/scoring.js';
import type { TrendYear } from './trend.js';

/** A part of the index, by its name. */
export interface PublicPart {
  readonly code: string;
  readonly name: string;
  /** In basis points. */
  readonly weight: number;
  readonly index: string;
}

export interface PublicIndicator {
  readonly no: number;
  readonly name: string;
  readonly aspect: string;
  readonly weight: number;
  /** As it counts in the index (rule 22). */
  readonly level: string;
  /** False: nobody has verified a level, so that it counts as 1. */
  readonly verified: boolean;
}

/**
 * What anybody may read of a result. Built up field by field: whatever else is frozen with it, such as claims or
 * who published it, never gets in.
 */
export interface PublicResult {
  readonly cycle: string;
  readonly title: string;
  readonly year: number;
  readonly publishedAt: string;
  /** The same as a date of the city. */
  readonly publishedOn: string;
  readonly instrument: { readonly code: string; readonly title: string };
  readonly index: string;
  /** Not rounded. */
  readonly exact: string;
  readonly predikat: string;
  readonly target: string | null;
  /** How many units took part. */
  readonly units: number;
  readonly domains: readonly PublicPart[];
  readonly aspects: readonly (PublicPart & { readonly domain: string | null })[];
  readonly indicators: readonly PublicIndicator[];
  readonly trend: readonly PublicYear[];
  /** How long the journal was before the publication, and the hash that its chain ended with. */
  readonly journal: { readonly entries: number; readonly hash: string | null };
}

export interface PublicYear {
  readonly year: number;
  readonly index: string;
  readonly predikat: string;
  readonly instrument: string;
  readonly change: string | null;
  readonly breaks: boolean;
}

export interface PublicFacts extends Pick<
  PublicResult,
  'cycle' | 'title' | 'year' | 'publishedAt' | 'publishedOn' | 'units'
> {
  readonly frozen: Omit<FrozenResult, 'figures' | 'reviews'>;
  readonly trend: readonly TrendYear[];
}

export function publicResultOf({ frozen, trend, ...facts }: PublicFacts): PublicResult {
  const { instrument, published, levels, target, journal } = frozen;
  const counted = publishedLevels(instrument, levels);
  const { cycle, title, year, publishedAt, publishedOn, units } = facts;
  return {
    ...{ cycle, title, year, publishedAt, publishedOn, units, target },
    instrument: { code: instrument.code, title: instrument.title },
    index: published.index,
    exact: published.exact,
    predikat: published.predikat,
    domains: instrument.domains.map(({ code, name, weight }) => {
      return { code, name, weight, index: published.domains[code] ?? '' };
    }),
    aspects: instrument.aspects.map(({ code, name, weight, domain }) => {
      return { code, name, domain, weight, index: published.aspects[code] ?? '' };
    }),
    indicators: instrument.indicators.map(({ no, name, aspect, weight }, at) => {
      const verified = levels[String(no)] !== undefined;
      return { no, name, aspect, weight, level: counted[at] ?? '1', verified };
    }),
    trend: trend.map(({ year: of, index, predikat, instrument: by, change, breaks }) => {
      return { year: of, index, predikat, instrument: by.title, change, breaks };
    }),
    journal: { entries: journal.entries, hash: journal.hash },
  };
}
