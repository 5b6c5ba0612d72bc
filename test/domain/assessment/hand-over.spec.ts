import { describe, expect, it } from '@jest/globals';
import { reassignReview } from '../../../src/domain/assessment/commands/hand-over.js';
import { gapsOf, type City } from './city.js';
import { a1, a3, accept, agree, coordinator, reject, review } from './deeds.js';
import { otherReview, returned, sent } from './stations.js';

describe('a review that is taken over', () => {
  it('goes on with the verdicts and levels that were given', () => {
    const city = handedOver(sent().does(a1, agree(1), accept('e2-3')));

    expect(city.sheet(a3, 1)?.reviews).toMatchObject([
      { assessor: 'A3', reached: 3, item: { task: otherReview, assessor: 'A3', level: '3' } },
    ]);
    expect(gapsOf(finish(city))).toEqual([
      { kind: 'no_verdict', indicator: 2, unit: null, level: null },
    ]);
  });

  it('is recorded, indicator by indicator', () => {
    const city = handedOver(sent().does(a1, agree(1)));

    expect(city.world.journal.at(-1)).toMatchObject({
      ...{ what: 'review-handed-over', who: coordinator, assessor: 'A3' },
      ...{ from: 'reviu/DINKES/A1#1', to: otherReview, facts: { indicator: 1 } },
    });
  });

  it('is the new assessor’s alone', () => {
    const city = handedOver(sent().does(a1, agree(1)));

    expect(() => city.does(a1, accept('e1-2'))).toThrow('not_found');
    expect(() => city.does(a3, reject('e1-3', 'tidak_tepat', otherReview))).not.toThrow();
    expect(() => city.does(a3, review(1, '2', { task: otherReview, version: 1 }))).not.toThrow();
  });

  it('stays with who has finished it', () => {
    const city = handedOver(returned());

    expect(city.dossier.reviews.map(({ assessor }) => assessor)).toEqual(['A1', 'A1']);
    expect(city.figures.terverifikasi.levels).toEqual({ '1': '2', '2': '3' });
  });
});

function handedOver(city: City): City {
  return city.change(coordinator, (desk) => {
    reassignReview(desk, 'DINKES', 'A1', 'A3');
  });
}

function finish(city: City) {
  return () => city.finishes(a3, 'reviu', { unit: 'DINKES', assessor: 'A3' });
}
