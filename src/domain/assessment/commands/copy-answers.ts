import { authorise, type Actor } from '../actor.js';
import type { Dossier } from '../dossier.js';
import type { Desk } from '../desk.js';
import { isPresent } from '../evidence.js';
import { attachEvidence } from './evidence.js';
import { saveAnswer } from './save-answer.js';

/**
 * Last year's answers as a start, for what nobody has begun yet: the words, the level and the evidence,
 * whose files are in the store already.
 * @returns the indicators that were copied
 */
export function copyAnswers(
  desk: Desk,
  { unit, from, newId }: { unit: string; from: Dossier; newId: () => string },
  actor: Actor,
): number[] {
  authorise('answer', actor.adminOf.includes(unit) ? ['lead'] : []);
  const open = desk.ledBy(unit).filter((no) => desk.answer(no) === null);
  return open.filter((no) => copyOne(desk, no, { unit, from, newId }, actor.name));
}

function copyOne(
  desk: Desk,
  indicator: number,
  { unit, from, newId }: { unit: string; from: Dossier; newId: () => string },
  who: string,
): boolean {
  const before = from.answers.find((each) => each.indicator === indicator);
  if (!before) return false;
  const { level, fact, analysis } = before;
  saveAnswer(desk, { do: 'saveAnswer', indicator, version: 0, level, fact, analysis }, who);
  for (const each of from.evidence.filter(
    (piece) => piece.indicator === indicator && isPresent(piece),
  )) {
    const { level: of, attachment } = each;
    const command = { id: newId(), indicator, level: of, unit, attachment };
    attachEvidence(desk, { do: 'attachEvidence', ...command }, who);
  }
  return true;
}
