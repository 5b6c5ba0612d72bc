import type { Facts, Task } from '../cycle.js';
import { relationsTo, type Actor, type Relation } from './actor.js';
import { claimOf, isSent, type Answer } from './answer.js';
import type { Dossier, ExternalValue, Responsibility } from './dossier.js';
import { isPresent, supportedLevel, type Evidence } from './evidence.js';
import type { Nihil } from './nihil.js';
import type { ReviewItem } from './review.js';
import type { Indicator, Instrument } from '../scoring.js';
import { acceptedLevel, findingsOf, type Finding } from './verdict.js';
import { verifiedBy } from './verified.js';

/** One indicator as one person may see it. */
export interface Sheet {
  readonly indicator: Indicator;
  readonly responsibility: Responsibility;
  readonly relations: readonly Relation[];
  readonly answer: Answer | null;
  /** The level that the evidence would carry if all of it were accepted: shown beside the claim. */
  readonly supported: number;
  /** Old versions are among it. */
  readonly evidence: readonly Evidence[];
  readonly nihil: Nihil | null;
  readonly external: ExternalValue | null;
  readonly reviews: readonly SheetReview[];
  /** Null as long as no review of it has finished, or assessors differ. */
  readonly verified: string | null;
}

/** What one assessor says of it. */
export interface SheetReview {
  readonly phase: string;
  readonly assessor: string;
  readonly finished: boolean;
  readonly item: ReviewItem | null;
  readonly findings: readonly Finding[];
  /** The highest level that the accepted evidence carries. */
  readonly reached: number;
  /** Whether evidence was replaced after its verdict: "bukti berubah". */
  readonly changed: boolean;
}

/** Everything of a cycle that the actor may read, in the instrument's order. */
export function sheetsOf(
  facts: Facts,
  instrument: Instrument,
  dossier: Dossier,
  actor: Actor,
): Sheet[] {
  const responsibilities = new Map(dossier.responsibilities.map((each) => [each.indicator, each]));
  return instrument.indicators.flatMap((indicator) => {
    const { no } = indicator;
    const responsibility = responsibilities.get(no) ?? nobody(no);
    const relations = relationsTo(actor, responsibility, facts.people);
    if (relations.length === 0) return [];
    return [sheetOf(facts, dossier, { indicator, responsibility, relations }, actor)];
  });
}

function nobody(indicator: number): Responsibility {
  return { indicator, lead: null, supports: [], title: null };
}

function sheetOf(
  facts: Facts,
  dossier: Dossier,
  about: Pick<Sheet, 'indicator' | 'responsibility' | 'relations'>,
  actor: Actor,
): Sheet {
  const { indicator, responsibility } = about;
  const { no } = indicator;
  const isOwn = ({ indicator: of }: { readonly indicator: number }): boolean => of === no;
  const answer = dossier.answers.find(isOwn) ?? null;
  // What a unit has not sent yet is not for its assessors.
  const isSeen =
    about.relations.some((each) => each !== 'assessor') || (answer !== null && isSent(answer));
  const evidence = isSeen ? dossier.evidence.filter(isOwn) : [];
  const verified = verifiedBy(facts, dossier).find(isOwn);
  const all = reviewTasks(facts, responsibility).map((task) =>
    reviewOf(task, { indicator, answer, evidence }, dossier),
  );
  const reviews = all.filter((review) => maySee(review, all, about.relations, actor));
  // It would tell what a review says that is not for them yet.
  const isHidden = all.some(
    (each) => each.finished && each.phase === verified?.phase && !reviews.includes(each),
  );
  return {
    ...about,
    answer: isSeen ? answer : null,
    supported: supportedLevel(indicator, evidence),
    evidence,
    nihil: dossier.nihil.find(isOwn) ?? null,
    external: dossier.externals.find(isOwn) ?? null,
    reviews,
    verified: isHidden ? null : (verified?.level ?? null),
  };
}

function reviewTasks({ phases, tasks }: Facts, { lead }: Responsibility): Task[] {
  const kinds = new Map(phases.map(({ code, kind }) => [code, kind]));
  return tasks.filter(
    ({ phase, unit, state }) =>
      kinds.get(phase) === 'review' && unit === lead && lead !== null && state !== 'cancelled',
  );
}

function reviewOf(
  { id, phase, assessor, state }: Task,
  { indicator, answer, evidence }: Pick<Sheet, 'indicator' | 'answer' | 'evidence'>,
  { reviews, verdicts }: Dossier,
): SheetReview {
  const own = verdicts.filter(({ task }) => task === id);
  const item = reviews.find((each) => each.task === id && each.indicator === indicator.no) ?? null;
  const judged = new Set(own.map((each) => each.evidence));
  const claim = answer && claimOf(answer);
  const present = evidence.filter(isPresent);
  return {
    phase,
    assessor: assessor ?? '',
    finished: state === 'finished',
    item,
    findings: claim === null ? [] : findingsOf(indicator, claim, evidence, own),
    reached: acceptedLevel(indicator, evidence, own),
    changed: item?.level != null && present.some(({ id: piece }) => !judged.has(piece)),
  };
}

/**
 * Two assessors of one unit work blind until both are done, and the unit reads a review when it has
 * finished. Coordinators see everything.
 */
function maySee(
  review: SheetReview,
  all: readonly SheetReview[],
  relations: readonly Relation[],
  actor: Actor,
): boolean {
  if (relations.includes('coordinator') || review.assessor === actor.assessor) return true;
  if (!relations.includes('assessor')) return review.finished;
  const ofPhase = all.filter(({ phase }) => phase === review.phase);
  return ofPhase.every(({ finished }) => finished);
}
