import { describe, expect, it } from '@jest/globals';
import { gapsOf, refusalOf, type City } from './city.js';
import {
  a1,
  a3,
  accept,
  agree,
  attach,
  coordinator,
  dinkes,
  review,
  save,
  settle,
} from './deeds.js';
import { differing, otherReview, sent, twoAssessors } from './stations.js';

describe('two assessors who differ', () => {
  it('have no verified level, which the report names', () => {
    const city = differing().later('2025-12-02T09:00');

    expect(city.figures.terverifikasi.levels).toEqual({ '2': '3' });
    expect(city.sheet(coordinator, 1)?.verified).toBeNull();
    expect(gapsOf(publish(city))).toEqual([
      { kind: 'not_settled', indicator: 1, unit: null, level: null },
    ]);
  });

  it('are settled by a coordinator, with a note', () => {
    const city = differing().does(coordinator, settle(1, '2'));

    expect(city.dossier.settlements).toEqual([
      {
        ...{ phase: 'reviu', indicator: 1, level: '2', note: 'hasil pleno' },
        ...{ settledBy: coordinator, settledAt: city.now },
      },
    ]);
    expect(city.figures.terverifikasi.levels).toEqual({ '1': '2', '2': '3' });
    expect(gapsOf(publish(city.later('2025-12-02T09:00')))).toEqual([]);
  });

  it.each(['1', '4'])('are not settled at %s, which is not between the two', (level) => {
    const refusal = refusalOf(() => differing().does(coordinator, settle(1, level)));

    expect(refusal).toEqual({ code: 'level_not_allowed', detail: { level, allowed: '2–3' } });
  });

  it('are settled by nobody else', () => {
    expect(() => differing().does(a1, settle(1, '2'))).toThrow('not_allowed');
    expect(() => differing().does(dinkes, settle(1, '2'))).toThrow('not_allowed');
  });

  it('can be settled anew until the result is out', () => {
    const city = differing().does(coordinator, settle(1, '2'), settle(1, '3'));

    expect(city.figures.terverifikasi.levels).toEqual({ '1': '3', '2': '3' });
  });

  it('and differ again after the revision need it settled again', () => {
    const city = differing()
      .later('2025-11-01T09:00')
      .does(coordinator, settle(1, '2'))
      .later('2025-11-10T09:00')
      .does(dinkes, save(1, { version: 1, level: '5' }), attach(1, 4), attach(1, 5))
      .finishes(dinkes, 'revisi', { unit: 'DINKES' });
    const before = city.figures.terverifikasi.levels;

    city
      .later('2025-11-20T09:00')
      .does(a3, agree(1, otherReview))
      .does(a1, accept('e1-3'), accept('e1-4'), review(1, '4', { version: 1 }));

    expect(before).toEqual({ '1': '2', '2': '3' });
    expect(city.figures.terverifikasi.levels).toEqual({ '2': '3' });
    expect(() => city.does(coordinator, settle(1, '2'))).toThrow('level_not_allowed');
    expect(() => city.does(coordinator, settle(1, '5'))).not.toThrow();
  });

  it('count as the one who has finished when the other never does', () => {
    const city = sent({ people: twoAssessors })
      .does(a3, agree(1, otherReview), agree(2, otherReview))
      .finishes(a3, 'reviu', { unit: 'DINKES', assessor: 'A3' })
      .later('2025-12-02T09:00');

    expect(city.figures.terverifikasi.levels).toEqual({ '1': '3', '2': '3' });
    expect(gapsOf(publish(city))).toEqual([]);
  });
});

describe('two assessors who agree', () => {
  it('have nothing to be settled', () => {
    expect(() => differing().does(coordinator, settle(2, '3'))).toThrow('not_found');
  });

  it('after the revision have nothing to be settled either', () => {
    const city = differing()
      .later('2025-11-10T09:00')
      .does(dinkes, save(1, { version: 1 }))
      .finishes(dinkes, 'revisi', { unit: 'DINKES' });

    city.does(a1, agree(1)).does(a3, agree(1, otherReview));

    expect(city.figures.terverifikasi.levels).toEqual({ '1': '3', '2': '3' });
  });
});

describe('an answer that one of two assessors returns', () => {
  it('is returned, whoever finishes first', () => {
    expect(differing().dossier.answers.map(({ state }) => state)).toEqual(['returned', 'reviewed']);
  });
});

function publish(city: City) {
  return () => city.finishes(coordinator, 'lapor');
}
