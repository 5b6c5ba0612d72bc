import type { Temporal } from 'temporal-polyfill';
import type { Indicator } from '../scoring.js';
import type { Evidence } from './evidence.js';
import { ofIndicator } from './evidence.js';
import { neededLevels, reachedLevel } from './levels.js';

/** The offices' own words. */
export const revisionReasons = ['tidak_tepat', 'belum_diunggah', 'otomatis_ditolak'] as const;
export type RevisionReason = (typeof revisionReasons)[number];

export type Judgement =
  { readonly kind: 'diterima' } | { readonly kind: 'revisi'; readonly reason: RevisionReason };

/** What an assessor says of one piece of evidence. */
export interface Verdict {
  /** The review that it belongs to. */
  readonly task: string;
  /** The version that was judged. */
  readonly evidence: string;
  readonly judgement: Judgement;
  readonly note: string;
  readonly judgedAt: Temporal.Instant;
  readonly judgedBy: string;
}

/** One line of what a unit has to know: about a piece of evidence, or about a level that has none. */
export interface Finding {
  readonly level: number;
  readonly evidence: string | null;
  /** Null as long as nobody has judged it. */
  readonly judgement: Judgement | null;
  readonly note: string;
}

/** The highest level that has everything at and below it accepted. */
export function acceptedLevel(
  indicator: Indicator,
  evidence: readonly Evidence[],
  verdicts: readonly Verdict[],
): number {
  const present = ofIndicator(indicator, evidence);
  const accepted = new Set(
    verdicts.filter(({ judgement }) => judgement.kind === 'diterima').map((each) => each.evidence),
  );
  return reachedLevel(indicator, (level) => {
    const atLevel = present.filter((each) => each.level === level);
    return atLevel.length > 0 && atLevel.every(({ id }) => accepted.has(id));
  });
}

/**
 * Every level that the claim needs, with what was said of it. What stands above a level that was not
 * accepted is refused by itself, and a level without evidence is `belum_diunggah`.
 */
export function findingsOf(
  indicator: Indicator,
  claim: string,
  evidence: readonly Evidence[],
  verdicts: readonly Verdict[],
): Finding[] {
  const reached = acceptedLevel(indicator, evidence, verdicts);
  const said = new Map(verdicts.map((verdict) => [verdict.evidence, verdict]));
  const present = ofIndicator(indicator, evidence);
  const needed = neededLevels(indicator, claim);
  // Where a level covers those below, the lowest one that is needed is not 2.
  const missing = needed.find((level) => level > reached);
  return needed.flatMap((level): Finding[] => {
    const atLevel = present.filter((each) => each.level === level);
    if (atLevel.length === 0) return [missingAt(level)];
    return atLevel.map(({ id }) => {
      const verdict = said.get(id);
      const judgement = verdict?.judgement ?? null;
      const refusedByItself =
        judgement?.kind === 'diterima' && missing !== undefined && level > missing;
      return {
        level,
        evidence: id,
        judgement: refusedByItself ? { kind: 'revisi', reason: 'otomatis_ditolak' } : judgement,
        note: verdict?.note ?? '',
      };
    });
  });
}

function missingAt(level: number): Finding {
  return {
    level,
    evidence: null,
    judgement: { kind: 'revisi', reason: 'belum_diunggah' },
    note: '',
  };
}
