import type { Head } from '../../domain/journal-chain.js';
import type { Predikat } from '../../domain/scoring.js';
import type { Letterhead } from '../../platform/letterhead-settings.js';

/** A draft is made from where the journal ends by now, a published one from the frozen result. */
export type ReportKind = 'draft' | 'published';

/**
 * All that a report says, as plain JSON: it is kept as it was when somebody first asked for it, so that its
 * files can be made again, to the byte. `reportOf` gathers it.
 */
export interface Report {
  readonly kind: ReportKind;
  readonly cycle: { readonly code: string; readonly title: string; readonly zone: string };
  /** That is evaluated. */
  readonly year: number;
  /** An instant: of the publication, or of the journal's last entry. */
  readonly at: string;
  /** How long the journal was, and the hash that it ended with. */
  readonly place: Head;
  /** Where the pages are found, without a slash at the end. */
  readonly site: string;
  readonly letterhead: Letterhead;
  /** Who writes when the letterhead names no office. */
  readonly from: string;
  readonly instrument: {
    readonly code: string;
    readonly title: string;
    readonly predikat: readonly Predikat[];
  };
  readonly result: ReportResult;
  /** One a year, the oldest first; the last is this one. */
  readonly trend: readonly ReportYear[];
  /** The year that parts are compared with; null where no result of the same instrument is at hand. */
  readonly comparedWith: number | null;
  readonly domains: readonly Part[];
  readonly aspects: readonly Part[];
  readonly indicators: readonly IndicatorLine[];
  readonly units: readonly UnitLine[];
  /** How the next predikat can be reached by raising few indicators; null from the highest on. */
  readonly way: WayUp | null;
}

/** Two decimals each. */
export interface ReportResult {
  readonly index: string;
  readonly exact: string;
  readonly predikat: string;
  readonly target: string | null;
  readonly toTarget: string | null;
  readonly next: { readonly name: string; readonly from: string; readonly missing: string } | null;
  readonly claimed: { readonly index: string; readonly predikat: string };
}

export interface ReportYear {
  readonly year: number;
  readonly index: string;
  readonly predikat: string;
  readonly change: string | null;
  readonly breaks: boolean;
  readonly instrument: string;
}

/** A domain or an aspect. */
export interface Part {
  readonly code: string;
  readonly name: string;
  /** Of an aspect, in an instrument with domains. */
  readonly domain: string | null;
  /** In basis points. */
  readonly weight: number;
  readonly verified: string;
  readonly claimed: string;
  /** In the year that it is compared with. */
  readonly before: string | null;
}

export interface IndicatorLine {
  readonly no: number;
  readonly name: string;
  /** The city's own. */
  readonly title: string | null;
  readonly domain: string | null;
  readonly aspect: string;
  readonly lead: { readonly code: string; readonly name: string } | null;
  readonly claimed: string | null;
  readonly verified: string | null;
  /** Rule 22: the verified one, else 1. */
  readonly counted: string;
  /** In basis points. */
  readonly weight: number;
  /** To the index, in millionths. */
  readonly contribution: number;
  /** What the highest level would bring more, in millionths. */
  readonly lost: number;
  readonly isNihil: boolean;
  readonly isExternal: boolean;
  /** What was said of it in the reviews that count; nobody is named. */
  readonly notes: readonly string[];
  readonly evidence: readonly EvidenceLine[];
}

export interface EvidenceLine {
  readonly id: string;
  readonly level: number;
  readonly name: string;
  /** A link leads away from here: only files have an address of their own. */
  readonly isFile: boolean;
  /** Null as long as nobody has judged it. */
  readonly accepted: boolean | null;
}

/** What a unit had to do with it. */
export interface UnitLine {
  readonly name: string;
  readonly leads: number;
  readonly answered: number;
  readonly supports: number;
  readonly evidence: number;
  readonly verified: number;
}

export interface WayUp {
  /** One level more each; one that is named twice needs two. */
  readonly raises: readonly number[];
  readonly index: string;
  readonly predikat: string;
}
