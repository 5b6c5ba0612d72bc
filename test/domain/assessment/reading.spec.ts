import { describe, expect, it } from '@jest/globals';
import { sheetsOf } from '../../../src/domain/assessment/reading.js';
import { actorOf } from '../../../src/domain/assessment/actor.js';
import type { City } from './city.js';
import {
  a1,
  a2,
  a3,
  accept,
  agree,
  attach,
  complete,
  coordinator,
  dinkes,
  dlh,
  headOfDinkes,
  reject,
  review,
  save,
  stranger,
} from './deeds.js';
import {
  atTheStart,
  differing,
  otherReview,
  returned,
  revised,
  sent,
  twoAssessors,
} from './stations.js';

describe('a sheet', () => {
  it.each([
    { who: coordinator, reads: [1, 2, 3, 4] },
    { who: dinkes, reads: [1, 2] },
    { who: headOfDinkes, reads: [1, 2] },
    { who: dlh, reads: [1, 3] },
    { who: a1, reads: [1, 2] },
    { who: a2, reads: [3] },
    { who: a3, reads: [] },
    { who: stranger, reads: [] },
  ])('is there for $who of $reads', ({ who, reads }) => {
    expect(readBy(atTheStart(), who)).toEqual(reads);
  });

  it('shows its unit the draft, and its assessor nothing of it', () => {
    const city = atTheStart().does(dinkes, save(1), attach(1, 2));

    expect(city.sheet(dinkes, 1)).toMatchObject({ answer: { level: '3' }, supported: 2 });
    expect(city.sheet(dinkes, 1)?.evidence).toHaveLength(1);
    expect(city.sheet(a1, 1)).toMatchObject({ answer: null, supported: 1, evidence: [] });
  });

  it('shows the level that the evidence supports beside the claim', () => {
    const city = atTheStart().does(dinkes, ...complete(1, '2'), attach(1, 4), save(1, again));

    expect(city.sheet(dinkes, 1)).toMatchObject({ answer: { level: '4' }, supported: 2 });
  });

  it('shows old versions of evidence', () => {
    const ids = revised()
      .sheet(a1, 1)
      ?.evidence.map(({ id }) => id);

    expect(ids).toEqual(['e1-2', 'e1-3', 'e1-3b']);
  });

  it('tells an assessor that evidence has changed since the verdict', () => {
    const changed = (city: City) => city.sheet(a1, 1)?.reviews.map((each) => each.changed);

    expect(changed(returned())).toEqual([false]);
    expect(changed(revised())).toEqual([true]);
    expect(changed(revised().does(a1, agree(1)))).toEqual([false]);
  });
});

describe('a review', () => {
  it('is read by the unit when it has finished, and not before', () => {
    const city = sent().does(a1, accept('e1-2'), reject('e1-3'), review(1, '2'), agree(2));
    const before = city.sheet(dinkes, 1);

    city.finishes(a1, 'reviu', { unit: 'DINKES', assessor: 'A1' });

    const after = city.sheet(dinkes, 1);
    expect([before?.reviews, before?.verified]).toEqual([[], null]);
    expect(after?.reviews.map(({ item, reached }) => [item?.level, reached])).toEqual([['2', 2]]);
    expect(after?.verified).toBe('2');
  });

  it('is read by its assessor and by coordinators from the start', () => {
    const city = sent().does(a1, accept('e1-2'));

    expect(city.sheet(a1, 1)?.reviews).toEqual(city.sheet(coordinator, 1)?.reviews);
    expect(city.sheet(a1, 1)?.reviews).toHaveLength(1);
  });
});

describe('two assessors of one unit', () => {
  it('work blind until both are done: not even the level is seen', () => {
    const city = oneDone();

    expect(city.sheet(a3, 1)?.reviews.map(({ assessor }) => assessor)).toEqual(['A3']);
    expect(city.sheet(a3, 1)?.verified).toBeNull();
    expect(city.sheet(a1, 1)?.verified).toBe('2');
    expect(city.sheet(coordinator, 1)?.verified).toBe('2');
  });

  it('see each other’s review once both are done', () => {
    const assessors = differing()
      .sheet(a3, 1)
      ?.reviews.map(({ assessor }) => assessor);

    expect(assessors).toEqual(['A1', 'A3']);
  });

  it('do not keep the unit waiting for the findings of the one who has finished', () => {
    const city = oneDone();

    const own = city.sheet(dinkes, 1);

    expect(own?.answer?.state).toBe('returned');
    expect(own?.reviews.map(({ assessor }) => assessor)).toEqual(['A1']);
    expect(own?.verified).toBe('2');
  });
});

const again = { version: 1, level: '4' };

/** A1 has finished with a finding, and A3 has only begun. */
function oneDone(): City {
  return sent({ people: twoAssessors })
    .does(a1, accept('e1-2'), reject('e1-3'), review(1, '2', { finding: true }), agree(2))
    .does(a3, agree(2, otherReview))
    .finishes(a1, 'reviu', { unit: 'DINKES', assessor: 'A1' });
}

function readBy(city: City, who: string): number[] {
  const { facts, instrument, dossier } = city;
  const sheets = sheetsOf(facts, instrument, dossier, actorOf(facts.people, who));
  return sheets.map(({ indicator }) => indicator.no);
}
