import { describe, expect, it } from '@jest/globals';
import { gapsOf, refusalOf, type City } from './city.js';
import { a1, accept, agree, attach, dinkes, dlh, reject, review, save } from './deeds.js';
import { returned, revised, sent } from './stations.js';

describe('a revision', () => {
  it('can change only what was returned', () => {
    const city = returned().does(dinkes, save(1, { version: 1 }), attach(1, 4));

    expect(city.dossier.answers.map(({ state }) => state)).toEqual(['revising', 'reviewed']);
    expect(() => city.does(dinkes, save(2, { version: 1 }))).toThrow('not_returned');
    expect(() => city.does(dinkes, attach(2, 4))).toThrow('not_returned');
  });

  it('is not open before its phase', () => {
    const city = sent()
      .does(a1, accept('e1-2'), reject('e1-3'), review(1, '2', { finding: true }), agree(2))
      .finishes(a1, 'reviu', { unit: 'DINKES', assessor: 'A1' });

    expect(() => city.does(dinkes, save(1, { version: 1 }))).toThrow('not_open');
  });

  it('leaves the claim as it was, and keeps its own level beside it', () => {
    const city = returned()
      .does(dinkes, save(1, { version: 1, level: '2' }))
      .finishes(dinkes, 'revisi', { unit: 'DINKES' });

    expect(answersOf(city)).toEqual([
      { state: 'revised', claimed: '3', revised: '2' },
      { state: 'reviewed', claimed: '3', revised: null },
    ]);
    expect(city.task('revisi/DINKES#1')?.levels).toEqual({ '1': '2' });
    expect(city.figures.klaim.levels).toEqual({ '1': '2', '2': '3' });
  });

  it('is incomplete as long as a returned answer was not touched', () => {
    expect(gapsOf(finish(returned()))).toEqual([
      { kind: 'not_revised', indicator: 1, unit: null, level: null },
    ]);
  });

  it('is incomplete like a self-assessment when evidence is missing', () => {
    const city = returned().does(
      dinkes,
      { do: 'removeEvidence', evidence: 'e1-3' },
      save(1, { version: 1, fact: ' ' }),
    );

    expect(gapsOf(finish(city))).toEqual([
      { kind: 'no_fact', indicator: 1, unit: null, level: null },
      { kind: 'no_evidence', indicator: 1, unit: null, level: 3 },
    ]);
  });

  it('is locked once it is sent', () => {
    expect(() => revised().does(dinkes, save(1, { version: 2 }))).toThrow('already_finished');
  });

  it('that lapsed revises nothing: the review’s level stands', () => {
    const city = returned()
      .does(dinkes, save(1, { version: 1, level: '5' }))
      .later('2025-12-01T09:00');

    expect(answersOf(city)[0]).toEqual({ state: 'revising', claimed: '3', revised: null });
    expect(city.figures.terverifikasi.levels).toEqual({ '1': '2', '2': '3' });
    expect(() => city.does(a1, review(1, '1', { version: 1 }))).toThrow('already_finished');
  });

  it('is the lead’s: a supporting unit may only attach', () => {
    const city = returned().does(dlh, attach(1, 4, { id: 'dlh', unit: 'DLH' }));

    expect(answersOf(city)[0]?.state).toBe('revising');
    expect(() => city.does(dlh, save(1, { version: 1 }))).toThrow('not_allowed');
  });
});

describe('the review of a revision', () => {
  it('sets the final level beside the first one', () => {
    const city = revised().does(
      a1,
      accept('e1-3b'),
      review(1, '3', { version: 1, note: 'sudah tepat' }),
    );

    expect(city.dossier.reviews.filter(({ indicator }) => indicator === 1)).toEqual([
      {
        ...{ task: 'reviu/DINKES/A1#1', phase: 'reviu', indicator: 1, assessor: 'A1', version: 2 },
        ...{ level: '2', note: '', finding: true, finalLevel: '3', finalNote: 'sudah tepat' },
        updatedAt: city.now,
      },
    ]);
    expect(answersOf(city)[0]).toEqual({ state: 'reviewed', claimed: '3', revised: '3' });
    expect(city.figures.terverifikasi.levels).toEqual({ '1': '3', '2': '3' });
  });

  it('cannot set more than the new evidence carries', () => {
    expect(() => revised().does(a1, review(1, '3', { version: 1 }))).toThrow('level_not_reached');
  });

  it('cannot take the evidence away from under the final level', () => {
    const city = revised().does(a1, accept('e1-3b'), review(1, '3', { version: 1 }));

    expect(() => city.does(a1, reject('e1-3b'))).toThrow('level_not_reached');
    expect(() => city.does(a1, review(1, '2', { version: 2 }), reject('e1-3b'))).not.toThrow();
  });

  it('is only of what came back revised', () => {
    expect(() => revised().does(a1, review(2, '1', { version: 1 }))).toThrow('already_finished');
    expect(() => revised().does(a1, reject('e2-3'))).toThrow('already_finished');
  });

  it('has to wait until the unit has sent it', () => {
    const city = returned().does(dinkes, save(1, { version: 1 }));

    expect(() => city.does(a1, review(1, '1', { version: 1 }))).toThrow('already_finished');
  });

  it('goes on after the revision has closed, until the result is out', () => {
    const city = revised().later('2025-12-02T09:00').does(a1, agree(1));

    expect(city.figures.terverifikasi.levels).toEqual({ '1': '3', '2': '3' });
  });

  it('in two windows at once: the second is told the final level that is stored', () => {
    const city = revised().does(
      a1,
      accept('e1-3b'),
      review(1, '3', { version: 1, note: 'sudah tepat' }),
    );

    const refusal = refusalOf(() => city.does(a1, review(1, '2', { version: 1 })));

    expect(refusal).toEqual({
      code: 'changed_meanwhile',
      detail: { indicator: '1', version: '2', level: '3', note: 'sudah tepat' },
    });
  });
});

function answersOf(city: City) {
  return city.dossier.answers.map(({ state, claimed, revised }) => ({ state, claimed, revised }));
}

function finish(city: City) {
  return () => city.finishes(dinkes, 'revisi', { unit: 'DINKES' });
}
