import type { Temporal } from 'temporal-polyfill';
import { reachedLevel } from './levels.js';
import type { Indicator } from '../scoring.js';

/** What was attached: a file that the store holds under its SHA-256, or a link that nobody follows for us. */
export type Attachment = (
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly sha256: string;
      /** In bytes. */
      readonly size: number;
      /** By content, such as `application/pdf`. */
      readonly type: string;
    }
  | { readonly kind: 'link'; readonly name: string; readonly url: string }
) & { readonly carriedFrom?: CarriedFrom };

/** Where evidence comes from that was taken over from an earlier cycle. */
export interface CarriedFrom {
  readonly cycle: string;
  readonly instrument: string;
  readonly indicators: readonly number[];
}

/** A bukti dukung for one level of an indicator. Changes make new versions; nothing is overwritten. */
export interface Evidence {
  readonly id: string;
  readonly indicator: number;
  /** 2 to 5. */
  readonly level: number;
  /** The unit that attached it: the lead, or one that supports it. */
  readonly unit: string;
  /** The same for all versions of one piece of evidence. */
  readonly series: string;
  /** From 1. */
  readonly version: number;
  readonly attachment: Attachment;
  readonly attachedAt: Temporal.Instant;
  readonly attachedBy: string;
  /** Taken away, or replaced by a newer version. */
  readonly removedAt: Temporal.Instant | null;
}

export function isPresent({ removedAt }: Evidence): boolean {
  return removedAt === null;
}

/** The level that the evidence would carry if all of it were accepted. */
export function supportedLevel(indicator: Indicator, evidence: readonly Evidence[]): number {
  const levels = new Set(ofIndicator(indicator, evidence).map(({ level }) => level));
  return reachedLevel(indicator, (level) => levels.has(level));
}

/** What of it is there now. */
export function ofIndicator(
  { no }: Pick<Indicator, 'no'>,
  evidence: readonly Evidence[],
): Evidence[] {
  return evidence.filter((each) => each.indicator === no && isPresent(each));
}
