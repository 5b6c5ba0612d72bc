import type { Facts, Levels, Phase } from '../cycle.js';
import { isAfter } from '../instants.js';
import type { Dossier } from './dossier.js';
import { levelOfItem, type ReviewItem } from './review.js';

/** What the reviews of a cycle came to for one indicator. */
export interface Verified {
  readonly indicator: number;
  readonly phase: string;
  /** Null while assessors differ and nobody has settled it. */
  readonly level: string | null;
  readonly items: readonly ReviewItem[];
}

/**
 * The last review that has a level for an indicator decides. Only finished reviews count, and of each what it
 * ended with, and what was judged again: one that finishes when the result is out ends with nothing.
 */
export function verifiedBy(facts: Facts, dossier: Dossier): Verified[] {
  const finished = new Map(
    facts.tasks.filter(({ state }) => state === 'finished').map(({ id, levels }) => [id, levels]),
  );
  const counts = ({ task, indicator, finalLevel }: ReviewItem): boolean => {
    const levels = finished.get(task);
    return levels !== undefined && (finalLevel !== null || Object.hasOwn(levels, indicator));
  };
  const items = dossier.reviews.filter((each) => counts(each) && levelOfItem(each) !== null);
  const indicators = [...new Set(items.map(({ indicator }) => indicator))].sort((a, b) => a - b);
  return indicators.flatMap((indicator) => {
    const own = items.filter((each) => each.indicator === indicator);
    const last = facts.phases.findLast(({ code }) => own.some(({ phase }) => phase === code));
    return last ? [inPhase(last, indicator, own, dossier)] : [];
  });
}

export function verifiedLevels(facts: Facts, dossier: Dossier): Levels {
  const found = verifiedBy(facts, dossier).flatMap(({ indicator, level }) =>
    level === null ? [] : [[String(indicator), level] as const],
  );
  const external = dossier.externals.map(({ indicator, level }) => [String(indicator), level]);
  return Object.fromEntries([...found, ...external]) as Levels;
}

function inPhase(
  { code }: Phase,
  indicator: number,
  own: readonly ReviewItem[],
  { settlements }: Dossier,
): Verified {
  const items = own.filter(({ phase }) => phase === code);
  const levels = new Set(items.map(levelOfItem));
  // Who has set another level since, after a revision, was not heard in it.
  const settled = settlements.find(
    (each) =>
      each.phase === code &&
      each.indicator === indicator &&
      !items.some(({ updatedAt }) => isAfter(updatedAt, each.settledAt)),
  );
  const agreed = levels.size === 1 ? [...levels][0] : settled?.level;
  return { indicator, phase: code, level: agreed ?? null, items };
}
