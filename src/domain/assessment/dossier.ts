import type { Temporal } from 'temporal-polyfill';
import type { Answer } from './answer.js';
import type { Evidence } from './evidence.js';
import type { Nihil } from './nihil.js';
import type { ReviewItem, Settlement } from './review.js';
import type { Verdict } from './verdict.js';

/** Who answers for an indicator of the city. */
export interface Responsibility {
  readonly indicator: number;
  /** The unit that sets the claim. */
  readonly lead: string | null;
  /** Units that may add evidence. */
  readonly supports: readonly string[];
  /** The city's own title of an indicator that has one, such as a public service of its choice. */
  readonly title: string | null;
}

/** A level that another agency found. */
export interface ExternalValue {
  readonly indicator: number;
  readonly level: string;
  readonly note: string;
  readonly setBy: string;
  readonly setAt: Temporal.Instant;
}

/** A word on an answer: the thread between a unit and its assessors. */
export interface Comment {
  readonly id: string;
  readonly indicator: number;
  readonly text: string;
  readonly author: string;
  readonly side: 'unit' | 'assessor' | 'coordinator';
  /** A sanggah: the unit objects to what was verified. */
  readonly objection: boolean;
  readonly at: Temporal.Instant;
}

/** What the tasks of a cycle are about: everything that its index is made of. */
export interface Dossier {
  readonly responsibilities: readonly Responsibility[];
  readonly answers: readonly Answer[];
  readonly evidence: readonly Evidence[];
  readonly nihil: readonly Nihil[];
  readonly reviews: readonly ReviewItem[];
  readonly verdicts: readonly Verdict[];
  readonly settlements: readonly Settlement[];
  readonly externals: readonly ExternalValue[];
}

export const emptyDossier: Dossier = {
  responsibilities: [],
  answers: [],
  evidence: [],
  nihil: [],
  reviews: [],
  verdicts: [],
  settlements: [],
  externals: [],
};
