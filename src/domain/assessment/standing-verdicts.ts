import type { Facts } from '../cycle.js';
import type { Verdict } from './verdict.js';

/**
 * What holds of all that was said of each piece of evidence: the word of the last review that has judged it,
 * without reviews that somebody was taken off. Where two assessors differ, whoever refuses it counts.
 */
export function standingVerdicts(
  { phases, tasks }: Facts,
  verdicts: readonly Verdict[],
): Verdict[] {
  const order = new Map(phases.map(({ code }, index) => [code, index]));
  const places = new Map(
    tasks
      .filter(({ state }) => state !== 'cancelled')
      .map(({ id, phase }) => [id, order.get(phase) ?? 0]),
  );
  const last = new Map<string, number>();
  for (const { task, evidence } of verdicts) {
    const place = places.get(task);
    if (place !== undefined) last.set(evidence, Math.max(place, last.get(evidence) ?? 0));
  }
  const standing = verdicts.filter(
    ({ task, evidence }) => places.has(task) && places.get(task) === last.get(evidence),
  );
  const refused = new Set(standing.filter(isRefusal).map(({ evidence }) => evidence));
  return standing.filter((each) => isRefusal(each) || !refused.has(each.evidence));
}

function isRefusal({ judgement }: Verdict): boolean {
  return judgement.kind === 'revisi';
}
