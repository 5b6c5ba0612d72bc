import type { Temporal } from 'temporal-polyfill';
import type { Judgement } from '../../domain/assessment/verdict.js';

/** Where the answer of an indicator stands, as far as the portal is concerned. */
export type PortalState = 'sent' | 'revising' | 'not-sent' | 'nihil' | 'external' | 'no-lead';

/** One piece of evidence, as it was sent. */
export interface PortalEvidence {
  readonly id: string;
  readonly level: number;
  /** The unit that attached it. */
  readonly unit: string;
  /** As the portal wants it: `A1-I1_SK Tim_2025.pdf`; a link keeps its own name. */
  readonly name: string;
  readonly original: string;
  /** Null of a link. */
  readonly file: { readonly sha256: string; readonly size: number; readonly type: string } | null;
  /** Null of a file. */
  readonly url: string | null;
  /** What finished reviews say of it; null when none has. */
  readonly judgement: Judgement | null;
  readonly note: string;
}

/** What one assessor says of an answer, or a coordinator who settled it. */
export interface PortalNote {
  readonly by: string;
  readonly phase: string;
  readonly level: string | null;
  readonly text: string;
}

export interface PortalIndicator {
  readonly no: number;
  /** `D1 A1 ID-1`, as the instrument's own sheets call it. */
  readonly key: string;
  readonly domain: Part | null;
  readonly aspect: Part;
  readonly name: string;
  /** The city's own, where it has one; else the name. */
  readonly title: string;
  readonly lead: Part | null;
  readonly state: PortalState;
  readonly claimed: string | null;
  readonly verified: string | null;
  /** As they were sent last; nothing that is still being written. */
  readonly fact: string;
  readonly analysis: string;
  readonly evidence: readonly PortalEvidence[];
  readonly notes: readonly PortalNote[];
  /** In the archive: `01_Kebijakan Internal Arsitektur SPBE` */
  readonly folder: string;
}

export interface Part {
  readonly code: string;
  readonly name: string;
}

/** What is typed over into the portal of the ministry, in its order. */
export interface PortalPack {
  readonly cycle: { readonly code: string; readonly title: string; readonly year: number | null };
  /** Of what state of things it speaks. */
  readonly journal: {
    readonly entries: number;
    readonly hash: string;
    readonly at: Temporal.Instant;
  };
  readonly indicators: readonly PortalIndicator[];
}

/** Only these; empty: all of them. */
export interface PortalFilter {
  readonly domain: string;
  /** That leads. */
  readonly unit: string;
}

export function packName(
  { cycle }: Pick<PortalPack, 'cycle'>,
  { domain, unit }: PortalFilter,
): string {
  return `${['portal', cycle.code, domain, unit].filter(Boolean).join('-')}.zip`;
}
