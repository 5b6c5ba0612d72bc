import type { Answer } from '../../domain/assessment/answer.js';
import { isPresent, type Evidence } from '../../domain/assessment/evidence.js';
import type { Entry } from '../../domain/journal.js';

/** What of the journal `lastSent` reads, of an answer that is being revised. */
export const sentKinds = [
  'answer',
  'answer-saved',
  'evidence-attached',
  'evidence-removed',
] as const;

export interface Sent {
  readonly fact: string;
  readonly analysis: string;
  readonly evidence: readonly Evidence[];
}

/**
 * An answer as its unit has sent it last; null when it never has. While it is revised, its text and its
 * evidence are already others: what was sent stands in the journal.
 * @param evidence of its indicator, old versions among it
 * @param entries of its indicator, in their order; not looked at unless it is being revised
 */
export function lastSent(
  answer: Answer,
  evidence: readonly Evidence[],
  entries: readonly Entry[],
): Sent | null {
  const { claimed, state, fact, analysis } = answer;
  if (claimed === null) return null;
  if (state !== 'revising') return { fact, analysis, evidence: evidence.filter(isPresent) };
  const sent = entries.findLastIndex(
    ({ what, to }) => what === 'answer' && (to === 'submitted' || to === 'revised'),
  );
  const saved = entries.slice(0, Math.max(sent, 0)).findLast(({ what }) => what === 'answer-saved');
  return {
    fact: textOf(saved, 'fact'),
    analysis: textOf(saved, 'analysis'),
    evidence: evidenceBefore(evidence, entries.slice(sent + 1)),
  };
}

/** By the order of the journal: a clock can stand still. */
function evidenceBefore(evidence: readonly Evidence[], since: readonly Entry[]): Evidence[] {
  const named = (kind: Entry['what']): Set<string> =>
    new Set(since.filter(({ what }) => what === kind).map((entry) => textOf(entry, 'evidence')));
  const [attached, removed] = [named('evidence-attached'), named('evidence-removed')];
  const isReplaced = ({ series, version }: Evidence): boolean =>
    evidence.some(
      (each) => each.series === series && each.version === version + 1 && attached.has(each.id),
    );
  return evidence.filter(
    (each) =>
      !attached.has(each.id) && (isPresent(each) || removed.has(each.id) || isReplaced(each)),
  );
}

function textOf(entry: Entry | undefined, field: string): string {
  const value = entry?.facts[field];
  return typeof value === 'string' ? value : '';
}
