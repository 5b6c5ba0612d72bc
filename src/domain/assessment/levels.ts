import type { Indicator } from '../scoring.js';

/** Level 1 is where everybody stands: it needs no evidence. */
const lowest = 1;
const highest = 5;

type Graded = Pick<Indicator, 'levels'>;

/** The levels that a claim needs evidence for: all from 2 up to it, a part of a level like the whole of it. */
export function neededLevels(indicator: Graded, claim: string): number[] {
  const top = Math.ceil(Number(claim));
  const needed = wholeLevels().filter((level) => level <= top);
  const covering = needed.findLast((level) => coversLower(indicator, level));
  return needed.filter((level) => covering === undefined || level >= covering);
}

/**
 * Levels are cumulative: the highest one at and below which everything holds. What holds at a level that
 * covers lower ones holds below it too.
 */
export function reachedLevel(indicator: Graded, holds: (level: number) => boolean): number {
  const covering = wholeLevels().findLast((level) => coversLower(indicator, level) && holds(level));
  const missing = wholeLevels().find((level) => level > (covering ?? lowest) && !holds(level));
  return (missing ?? highest + 1) - 1;
}

/** Those that evidence can be attached to. */
export function wholeLevels(): number[] {
  return Array.from({ length: highest - lowest }, (_, index) => lowest + 1 + index);
}

function coversLower({ levels }: Graded, level: number): boolean {
  return levels.find((each) => each.level === level)?.coversLower ?? false;
}
