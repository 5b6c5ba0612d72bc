import { describe, expect, it } from '@jest/globals';
import { localInstant } from '../world.js';
import { gapsOf, refusalOf, type City } from './city.js';
import { askNihil, attach, complete, dinkes, dlh, save } from './deeds.js';
import { atTheStart, sent } from './stations.js';

describe('a self-assessment that is sent', () => {
  it('claims a level for every indicator of the unit, and lets nobody edit it any more', () => {
    const city = sent();

    expect(
      city.dossier.answers.map(({ state, level, claimed }) => [state, level, claimed]),
    ).toEqual([
      ['submitted', '3', '3'],
      ['submitted', '3', '3'],
    ]);
    expect(city.task('isi/DINKES#1')).toMatchObject({
      state: 'finished',
      levels: { '1': '3', '2': '3' },
      findings: [],
    });
  });

  it('leaves each answer’s move in the journal', () => {
    const city = sent();

    const moves = city.world.journal.filter(({ what }) => what === 'answer');

    expect(moves.map(({ from, to, facts }) => ({ from, to, facts }))).toEqual([
      { from: 'draft', to: 'submitted', facts: { indicator: 1, level: '3' } },
      { from: 'draft', to: 'submitted', facts: { indicator: 2, level: '3' } },
    ]);
  });

  it('needs no evidence for level 1, which is still an answer', () => {
    const city = atTheStart()
      .does(dlh, save(3, { level: '1' }))
      .finishes(dlh, 'isi', { unit: 'DLH' });

    expect(city.figures.klaim.levels).toEqual({ '3': '1' });
    expect(city.figures.belumDijawab).toEqual([1, 2]);
  });

  it('of a unit that leads nothing has nothing to say', () => {
    const city = atTheStart({ responsibilities: [] }).finishes(dlh, 'isi', { unit: 'DLH' });

    expect(city.task('isi/DLH#1')?.levels).toEqual({});
  });

  it('is sent once', () => {
    expect(() => sent().finishes(dinkes, 'isi', { unit: 'DINKES' })).toThrow('already_finished');
  });
});

describe('rule 18: a self-assessment is incomplete', () => {
  it('and names every gap', () => {
    const city = atTheStart().does(
      dinkes,
      save(1, { level: '4', fact: '', analysis: ' \n' }),
      attach(1, 3),
    );

    expect(gapsOf(send(city))).toEqual([
      { kind: 'no_fact', indicator: 1, unit: null, level: null },
      { kind: 'no_analysis', indicator: 1, unit: null, level: null },
      { kind: 'no_evidence', indicator: 1, unit: null, level: 2 },
      { kind: 'no_evidence', indicator: 1, unit: null, level: 4 },
      { kind: 'no_answer', indicator: 2, unit: null, level: null },
    ]);
  });

  it('and says so in words', () => {
    const city = atTheStart().does(dinkes, save(1, { level: '2' }));

    const refusal = refusalOf(() => city.finishes(dinkes, 'isi', { unit: 'DINKES' }));

    expect(refusal).toEqual({
      code: 'incomplete',
      detail: { missing: 'no_evidence (indicator 1, level 2); no_answer (indicator 2)' },
    });
  });

  it('without a level, which is one gap and not five', () => {
    const city = atTheStart().does(dinkes, save(1, { level: null }), ...complete(2, '2'));

    expect(gapsOf(send(city))).toEqual([
      { kind: 'no_level', indicator: 1, unit: null, level: null },
    ]);
  });

  it('with evidence only where a lower level is proved by the claimed one: no gap', () => {
    const city = atTheStart().does(dinkes, ...complete(1, '2'), save(2), attach(2, 3));

    expect(gapsOf(send(city))).toEqual([]);
  });

  it('when evidence was removed again', () => {
    const remove = { do: 'removeEvidence', evidence: 'e1-2' } as const;
    const city = atTheStart().does(dinkes, ...complete(1, '2'), ...complete(2, '2'), remove);

    expect(gapsOf(send(city))).toEqual([
      { kind: 'no_evidence', indicator: 1, unit: null, level: 2 },
    ]);
  });

  it('but not for what is asked to be nihil', () => {
    const city = atTheStart().does(dinkes, ...complete(1, '2'), askNihil(2));

    expect(gapsOf(send(city))).toEqual([]);
  });

  it('and then nothing of it is sent', () => {
    const city = atTheStart().does(dinkes, ...complete(1, '3'));

    expect(() => city.finishes(dinkes, 'isi', { unit: 'DINKES' })).toThrow('incomplete');
    expect(city.dossier.answers.map(({ state }) => state)).toEqual(['draft']);
    expect(city.task('isi/DINKES#1')?.state).toBe('in-progress');
  });
});

describe('rule 8: a self-assessment that is sent in time', () => {
  it('counts although a tick has let it lapse since', () => {
    const city = atTheStart()
      .does(dinkes, ...complete(1, '3'), ...complete(2, '3'))
      .later('2025-10-01T00:05');

    city.acceptedAt('2025-09-30T23:59:59').finishes(dinkes, 'isi', { unit: 'DINKES' });

    expect(city.task('isi/DINKES#1')?.state).toBe('finished');
    expect(city.dossier.answers.map(({ claimed }) => claimed)).toEqual(['3', '3']);
  });

  it('is late at the deadline, and claims nothing', () => {
    const city = atTheStart()
      .does(dinkes, ...complete(1, '3'), ...complete(2, '3'))
      .later(localInstant('2025-10-01T00:00', 'Asia/Jakarta'));

    expect(() => city.finishes(dinkes, 'isi', { unit: 'DINKES' })).toThrow('not_open');
    expect(city.figures.klaim.levels).toEqual({});
  });
});

function send(city: City) {
  return () => city.finishes(dinkes, 'isi', { unit: 'DINKES' });
}
