import { describe, expect, it } from '@jest/globals';
import { gapsOf, refusalOf, type City } from './city.js';
import {
  a1,
  a2,
  a3,
  accept,
  agree,
  complete,
  dinkes,
  reject,
  review,
  reviewOfDinkes,
} from './deeds.js';
import { atTheStart, otherReview, returned, sent, twoAssessors } from './stations.js';

describe('a review that is finished', () => {
  it('returns what it has a finding on, and nothing else', () => {
    const city = returned();

    expect(city.task(reviewOfDinkes)).toMatchObject({
      state: 'finished',
      levels: { '1': '2', '2': '3' },
      findings: [1],
    });
    expect(city.dossier.answers.map(({ state, claimed }) => [state, claimed])).toEqual([
      ['returned', '3'],
      ['reviewed', '3'],
    ]);
    expect(city.facts.tasks.filter(({ phase }) => phase === 'revisi').map(({ id }) => id)).toEqual([
      'revisi/DINKES#1',
    ]);
  });

  it('cannot be changed', () => {
    const city = returned();

    expect(() => city.does(a1, accept('e1-3'))).toThrow('already_finished');
    expect(() => city.does(a1, review(2, '1', { version: 1 }))).toThrow('already_finished');
  });

  it('has nothing to say of a unit that sent nothing', () => {
    const city = atTheStart().later('2025-10-06T09:00');

    city.finishes(a1, 'reviu', { unit: 'DINKES', assessor: 'A1' });

    expect(city.task(reviewOfDinkes)).toMatchObject({ state: 'finished', levels: {} });
    expect(city.figures.terverifikasi.levels).toEqual({});
  });

  it('leaves out what was sent by nobody: nihil has no verdict', () => {
    const city = atTheStart()
      .does(dinkes, ...complete(1, '2'))
      .does(dinkes, { do: 'askNihil', indicator: 2, reason: 'tidak ada' })
      .finishes(dinkes, 'isi', { unit: 'DINKES' })
      .later('2025-10-06T09:00')
      .does(a1, agree(1));

    expect(gapsOf(finish(city))).toEqual([]);
  });
});

describe('rule 18: a review is incomplete', () => {
  it.each([
    { lacks: 'a level', done: [accept('e1-2'), accept('e1-3')] },
    { lacks: 'a verdict on a piece of evidence', done: [accept('e1-2'), review(1, '2')] },
    { lacks: 'anything', done: [] },
  ])('as long as an answer lacks $lacks', ({ done }) => {
    const city = sent().does(a1, agree(2), ...done);

    expect(gapsOf(finish(city))).toEqual([
      { kind: 'no_verdict', indicator: 1, unit: null, level: null },
    ]);
  });

  it('and names every answer', () => {
    const refusal = refusalOf(finish(sent()));

    expect(refusal).toEqual({
      code: 'incomplete',
      detail: { missing: 'no_verdict (indicator 1); no_verdict (indicator 2)' },
    });
  });

  it('when evidence was refused after the level was set', () => {
    const city = sent().does(a1, agree(1), agree(2), reject('e1-2'));

    expect(gapsOf(finish(city))).toEqual([
      { kind: 'level_not_reached', indicator: 1, unit: null, level: 1 },
    ]);
  });
});

describe('rule 8: a review', () => {
  it('that was accepted before the deadline counts although a tick came since', () => {
    const city = sent().does(a1, agree(1), agree(2)).later('2025-11-01T00:05');

    city
      .acceptedAt('2025-10-31T23:59:59')
      .finishes(a1, 'reviu', { unit: 'DINKES', assessor: 'A1' });

    expect(city.figures.terverifikasi.levels).toEqual({ '1': '3', '2': '3' });
  });

  it('that nobody finished verifies nothing', () => {
    const city = sent().does(a1, agree(1), agree(2)).later('2025-11-01T00:00');

    expect(finish(city)).toThrow('not_open');
    expect(city.figures.terverifikasi.levels).toEqual({});
  });

  it('is finished by its own assessor', () => {
    const city = sent({ people: twoAssessors }).does(a1, agree(1), agree(2));

    expect(() => city.finishes(a3, 'reviu', { unit: 'DINKES', assessor: 'A1' })).toThrow(
      'not_found',
    );
    expect(() => city.finishes(dinkes, 'reviu', { unit: 'DINKES', assessor: 'A1' })).toThrow(
      'not_found',
    );
  });

  it('is worked on by its own assessor only, even where two assess one unit', () => {
    const city = sent({ people: twoAssessors });

    expect(() => city.does(a3, accept('e1-2'))).toThrow('not_found');
    expect(() => city.does(a3, accept('e1-2', otherReview))).not.toThrow();
    expect(() => city.does(a2, accept('e1-2'))).toThrow('not_found');
  });

  it('of two windows at once: the second is told what the first has stored', () => {
    const city = sent().does(a1, agree(1), review(1, '2', { version: 1, note: 'cukup' }));

    const refusal = refusalOf(() => city.does(a1, review(1, '3', { version: 1 })));

    expect(refusal).toEqual({
      code: 'changed_meanwhile',
      detail: { indicator: '1', version: '2', level: '2', note: 'cukup' },
    });
  });
});

function finish(city: City) {
  return () => city.finishes(a1, 'reviu', { unit: 'DINKES', assessor: 'A1' });
}
