import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { score } from '../../../src/domain/scoring.js';
import {
  furtherWays,
  waysToTarget,
  type Merit,
  type Way,
} from '../../../src/domain/target/ways-to-target.js';
import { best, reaching, smallOnes, type Small, type Tried } from './tried-out.js';

// A failure prints the seed and the smallest instrument that shows it.
const thousand = { numRuns: 1_000 };

describe('the ways to a target', () => {
  it('are the very best ones, as trying out everything finds them', () => {
    fc.assert(
      fc.property(smallOnes, (small) => {
        expect(found(small)).toEqual(expected(small));
      }),
      thousand,
    );
  });

  it('come to the index that they say, at the effort and with the units that they say', () => {
    fc.assert(
      fc.property(smallOnes, (small) => {
        const ways = waysToTarget(small.instrument, small.question);
        if (ways.state !== 'possible') return;

        for (const way of ways.ways) {
          const levels = levelsOf(small, way);
          const same = reaching(small).find((each) => each.levels.join() === levels.join());
          expect({ ...way, effort: same?.effort, units: same?.units }).toEqual({
            ...way,
            score: score(small.instrument, levels),
          });
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the instruments that were tried', () => {
  it('have ways of every merit, those that are best in several things, and none at all', () => {
    const seen = fc
      .sample(smallOnes, { numRuns: 300, seed: 1 })
      .map((small) => waysToTarget(small.instrument, small.question))
      .flatMap((ways) => (ways.state === 'possible' ? ways.ways.map(meritsOf) : [ways.state]));

    expect([...new Set(seen)]).toEqual(
      expect.arrayContaining([
        ...['reached', 'impossible', 'effort', 'indicators', 'other-aspects'],
        ...['effort,indicators,units', 'indicators,units', 'units,other-aspects'],
      ]),
    );
  });
});

function meritsOf({ merits }: Way): string {
  return merits.join();
}

type Answer = string | Partial<Record<Merit, string[]>>;

function found(small: Small): Answer {
  const ways = waysToTarget(small.instrument, small.question);
  if (ways.state === 'reached') return `reached ${ways.score.index}`;
  if (ways.state === 'impossible') return `impossible, at most ${ways.best.index}`;
  const levels: Partial<Record<Merit, string[]>> = {};
  for (const way of ways.ways) {
    for (const merit of way.merits) (levels[merit] ??= []).push(levelsOf(small, way).join());
  }
  // One that is best in something else as well stands there.
  levels['other-aspects']?.sort();
  return levels;
}

function expected(small: Small): Answer {
  const { instrument, question } = small;
  const ways = reaching(small);
  const standing = score(instrument, question.levels);
  if (ways.some(({ effort }) => effort === 0)) return `reached ${standing.index}`;
  if (ways.length === 0) return `impossible, at most ${score(instrument, all(small)).index}`;
  const further = otherAspects(small, ways);
  return {
    ...named('effort', [best('effort', small, ways)]),
    ...named('indicators', [best('indicators', small, ways)]),
    ...named('units', [best('units', small, ways)]),
    ...named('other-aspects', further),
  };
}

/** Each time without all that go up in the same aspects as one before. */
function otherAspects(small: Small, ways: readonly Tried[]): Tried[] {
  const taken: Tried[] = [];
  let left = ways;
  while (left.length > 0 && taken.length <= furtherWays) {
    const next = best('effort', small, left);
    if (!next) break;
    taken.push(next);
    left = left.filter(({ aspects }) => aspects !== next.aspects);
  }
  return taken.slice(1);
}

function named(merit: Merit, ways: readonly (Tried | undefined)[]) {
  const levels = ways.flatMap((way) => (way ? [way.levels.join()] : []));
  return levels.length === 0 ? {} : { [merit]: levels.sort() };
}

function all({ question: { levels, efforts } }: Small): string[] {
  return levels.map((level, index) => {
    const { highest = 5 } = efforts[String(index + 1)] ?? {};
    return highest > Number(level) ? String(highest) : level;
  });
}

function levelsOf({ question }: Small, { raises }: Way): string[] {
  return question.levels.map(
    (level, index) => raises.find(({ indicator }) => indicator === index + 1)?.to ?? level,
  );
}
