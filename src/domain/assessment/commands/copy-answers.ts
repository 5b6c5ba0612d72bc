import { authorise, type Actor } from '../actor.js';
import type { Dossier } from '../dossier.js';
import type { Desk } from '../desk.js';
import { isPresent } from '../evidence.js';
import { attachEvidence } from './evidence.js';
import { saveAnswer } from './save-answer.js';

/** What a unit starts from. */
export interface EarlierWork {
  readonly unit: string;
  /** The code of the cycle that the dossier is of. */
  readonly cycle: string;
  readonly from: Dossier;
  readonly newId: () => string;
}

/**
 * Last year's answers as a start, for what nobody has begun yet: the words, the level and the evidence,
 * whose files are in the store already.
 * @returns the indicators that were copied
 */
export function copyAnswers(desk: Desk, earlier: EarlierWork, actor: Actor): number[] {
  authorise('answer', actor.adminOf.includes(earlier.unit) ? ['lead'] : []);
  const open = desk.ledBy(earlier.unit).filter((no) => desk.answer(no) === null);
  return open.filter((no) => copyOne(desk, no, earlier, actor.name));
}

function copyOne(
  desk: Desk,
  indicator: number,
  { unit, cycle, from, newId }: EarlierWork,
  who: string,
): boolean {
  const before = from.answers.find((each) => each.indicator === indicator);
  if (!before) return false;
  const { level, fact, analysis } = before;
  saveAnswer(desk, { do: 'saveAnswer', indicator, version: 0, level, fact, analysis }, who);
  const { instrument } = desk.draft.cycle;
  for (const each of from.evidence.filter(
    (piece) => piece.indicator === indicator && isPresent(piece),
  )) {
    const carriedFrom = { cycle, instrument, indicators: [indicator] };
    const attachment = { ...each.attachment, carriedFrom };
    const command = { id: newId(), indicator, level: each.level, unit, attachment };
    attachEvidence(desk, { do: 'attachEvidence', ...command }, who);
  }
  return true;
}
