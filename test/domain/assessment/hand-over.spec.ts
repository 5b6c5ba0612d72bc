import { describe, expect, it } from '@jest/globals';
import { reassignReview } from '../../../src/domain/assessment/commands/hand-over.js';
import { gapsOf, type City } from './city.js';
import {
  a1,
  a2,
  a3,
  accept,
  agree,
  complete,
  coordinator,
  dinkes,
  reject,
  review,
} from './deeds.js';
import { atTheStart, otherReview, returned, revised, sent } from './stations.js';

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

describe('a revision whose assessor has left', () => {
  it('is judged again by who reviews the unit now', () => {
    const city = handedOver(revised()).does(
      a3,
      accept('e1-3b'),
      review(1, '3', { version: 1, note: 'Sudah tepat.' }),
    );

    expect(city.figures.terverifikasi.levels).toEqual({ '1': '3', '2': '3' });
  });

  it('is nobody else’s', () => {
    expect(() => handedOver(revised()).does(a2, accept('e1-3b'))).toThrow('not_found');
  });
});

describe('an answer that was sent after its review had finished', () => {
  it('can be judged all the same, and what is set is final', () => {
    const city = atTheStart()
      .arranges({
        do: 'extend',
        phase: 'isi',
        unit: 'DINKES',
        closes: '2025-10-10',
        reason: 'sakit',
      })
      .later('2025-10-02T09:00')
      .finishes(a1, 'reviu', { unit: 'DINKES', assessor: 'A1' })
      .does(dinkes, ...complete(1, '3'), ...complete(2, '3'))
      .finishes(dinkes, 'isi', { unit: 'DINKES' })
      .does(a1, agree(1));

    expect(city.figures.terverifikasi.levels).toEqual({ '1': '3' });
    expect(() => city.does(a1, agree(1))).toThrow('already_finished');
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
