import type { Card } from './card.js';
import type { Letter, LetterEntry } from './letter.js';
import { severalSubject, tag } from './words/frame.js';

export function subjectOf(letter: Letter, cards: readonly Card[]): string {
  const [first, ...others] = cards;
  if (!first) throw new RangeError('a letter has at least one entry');
  return `${tag(letter.cycle)} ${others.length === 0 ? first.subject : several(letter, cards)}`;
}

function several({ entries }: Letter, cards: readonly Card[]): string {
  const late = entries.filter(({ daysLeft }) => daysLeft !== null && daysLeft < 0).length;
  const ranks = entries.map(rank);
  const mostUrgent = cards[ranks.indexOf(Math.min(...ranks))];
  return severalSubject(cards.length, late, mostUrgent?.mention ?? '');
}

/** What can still be met comes first, then what is late, then what has no days to count. */
function rank({ daysLeft }: LetterEntry): number {
  if (daysLeft === null) return Infinity;
  return daysLeft >= 0 ? daysLeft : 1e6 - daysLeft;
}
