import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lived } from './lived.js';
import { lives } from './lives.js';
import { isPublished, promises, textOf, type Change } from './promises.js';

describe('whatever anybody does at any time', () => {
  it('every promise is kept', () => {
    fc.assert(
      fc.property(lives, fc.boolean(), (steps, decimals) => {
        const wrongs = [...lived(steps, decimals)].flatMap(broken);

        expect(wrongs).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the lives that were tried', () => {
  it('come to everything that a cycle comes to', () => {
    const seen = new Set<string>();

    for (const steps of fc.sample(lives, { numRuns: 40, seed: 1 })) {
      for (const { after } of lived(steps, true)) {
        for (const { state } of after.dossier.answers) seen.add(state);
        for (const { state } of after.dossier.nihil) seen.add(`nihil ${state}`);
        if (after.dossier.settlements.length > 0) seen.add('settled');
        if (after.dossier.reviews.some(({ finalLevel }) => finalLevel)) seen.add('final');
        if (isPublished(after)) seen.add('published');
      }
    }

    expect([...seen].sort()).toEqual([
      ...['draft', 'final', 'nihil approved', 'nihil asked', 'nihil refused', 'nihil withdrawn'],
      ...['published', 'returned', 'reviewed', 'revised', 'revising', 'settled', 'submitted'],
    ]);
  });
});

/** What the request did wrong, by the promise that it broke. */
function broken(change: Change): string[] {
  return Object.entries(promises).flatMap(([promise, wrongIn]) =>
    wrongIn(change).map((wrong) => `${promise}: ${textOf(wrong)}`),
  );
}
