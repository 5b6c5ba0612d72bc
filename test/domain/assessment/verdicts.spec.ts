import { describe, expect, it } from '@jest/globals';
import type { AttachEvidence } from '../../../src/domain/assessment/commands/command.js';
import type { Judgement } from '../../../src/domain/assessment/verdict.js';
import { refusalOf, type City } from './city.js';
import {
  a1,
  accept,
  agree,
  attach,
  complete,
  dinkes,
  reject,
  review,
  reviewOfDinkes,
  save,
} from './deeds.js';
import { atTheStart, sent } from './stations.js';

describe('a verdict', () => {
  it.each<{ judgement: Judgement }>([
    { judgement: { kind: 'diterima' } },
    { judgement: { kind: 'revisi', reason: 'tidak_tepat' } },
    { judgement: { kind: 'revisi', reason: 'belum_diunggah' } },
    { judgement: { kind: 'revisi', reason: 'otomatis_ditolak' } },
  ])('is $judgement, with a note', ({ judgement }) => {
    const city = sent().does(a1, { ...accept('e1-2'), judgement, note: 'hal. 3' });

    expect(city.dossier.verdicts).toEqual([
      {
        ...{ task: reviewOfDinkes, evidence: 'e1-2', judgement, note: 'hal. 3' },
        ...{ judgedAt: city.now, judgedBy: a1 },
      },
    ]);
    expect(city.task(reviewOfDinkes)?.state).toBe('in-progress');
  });

  it('is in the journal with its reason', () => {
    const city = sent().does(a1, reject('e1-3', 'tidak_tepat'));

    expect(city.world.journal.at(-1)).toEqual({
      ...{ what: 'evidence-judged', who: a1, due: city.now, recorded: city.now, from: null },
      ...{ phase: 'reviu', unit: 'DINKES', assessor: 'A1', task: reviewOfDinkes },
      ...{ to: 'revisi', why: 'catatan e1-3' },
      facts: { indicator: 1, evidence: 'e1-3', level: 3, reason: 'tidak_tepat' },
    });
  });

  it('can be changed as long as the review goes on', () => {
    const city = sent().does(a1, accept('e1-2'), reject('e1-2'));

    expect(city.dossier.verdicts.map(({ judgement }) => judgement.kind)).toEqual(['revisi']);
  });

  it('is not given on what the unit has not sent', () => {
    const city = atTheStart().does(dinkes, save(1), attach(1, 2)).later('2025-10-06T09:00');

    expect(() => city.does(a1, accept('e1-2'))).toThrow('not_found');
  });

  it('is not given after the deadline, unless it was accepted before', () => {
    const city = sent().later('2025-11-01T00:05');

    expect(() => city.does(a1, accept('e1-2'))).toThrow('not_open');
    expect(() => city.acceptedAt('2025-10-31T23:59').does(a1, accept('e1-2'))).not.toThrow();
  });
});

describe('the level reached', () => {
  it.each([
    { accepted: [], reached: 1 },
    { accepted: ['e1-2'], reached: 2 },
    { accepted: ['e1-3', 'e1-4'], reached: 1 },
    { accepted: ['e1-2', 'e1-4'], reached: 2 },
    { accepted: ['e1-2', 'e1-3', 'e1-4'], reached: 4 },
  ])('of a claim of 4 with $accepted accepted is $reached', ({ accepted, reached }) => {
    const city = claimOf4().does(a1, ...accepted.map((id) => accept(id)));

    expect(reviewIn(city)?.reached).toBe(reached);
  });

  it('is the most that an assessor can set', () => {
    const city = claimOf4().does(a1, accept('e1-2'), accept('e1-4'));

    const refusal = refusalOf(() => city.does(a1, review(1, '3')));

    expect(refusal).toEqual({
      code: 'level_not_reached',
      detail: { indicator: '1', level: '3', reached: '2' },
    });
    expect(() => city.does(a1, review(1, '2'))).not.toThrow();
    expect(() => city.does(a1, review(1, '1', { version: 1 }))).not.toThrow();
  });

  it('may be above the claim when the evidence is', () => {
    const city = atTheStart()
      .does(dinkes, ...complete(1, '3'), save(1, { version: 1, level: '2' }), ...complete(2, '1'))
      .finishes(dinkes, 'isi', { unit: 'DINKES' })
      .later('2025-10-06T09:00')
      .does(a1, accept('e1-2'), accept('e1-3'), review(1, '3'));

    expect(city.dossier.reviews.map(({ level }) => level)).toEqual(['3']);
  });

  it('is above those below it where one level covers them', () => {
    const city = atTheStart()
      .does(dinkes, ...complete(1, '1'), save(2), attach(2, 3))
      .finishes(dinkes, 'isi', { unit: 'DINKES' })
      .later('2025-10-06T09:00');

    city.does(a1, accept('e2-3'), review(2, '3'));

    expect(city.dossier.reviews.map(({ level }) => level)).toEqual(['3']);
  });
});

describe('findings', () => {
  it('refuse by themselves what stands above a level that was not accepted', () => {
    const city = claimOf4().does(a1, accept('e1-2'), reject('e1-3'), accept('e1-4'));

    expect(reviewIn(city)?.findings).toEqual([
      { level: 2, evidence: 'e1-2', judgement: { kind: 'diterima' }, note: '' },
      {
        ...{ level: 3, evidence: 'e1-3', note: 'catatan e1-3' },
        judgement: { kind: 'revisi', reason: 'tidak_tepat' },
      },
      {
        ...{ level: 4, evidence: 'e1-4', note: '' },
        judgement: { kind: 'revisi', reason: 'otomatis_ditolak' },
      },
    ]);
  });

  it('keep what is accepted beside a refused piece of its own level', () => {
    const city = claimOf4(attach(1, 3, { id: 'lagi' }));

    city.does(a1, accept('e1-2'), accept('e1-3'), reject('lagi'));

    expect(
      reviewIn(city)?.findings.map(({ evidence, judgement }) => [evidence, judgement]),
    ).toEqual([
      ['e1-2', { kind: 'diterima' }],
      ['e1-3', { kind: 'diterima' }],
      ['lagi', { kind: 'revisi', reason: 'tidak_tepat' }],
      ['e1-4', null],
    ]);
  });

  it('keep it too where that level covers those below, which have no evidence', () => {
    const city = atTheStart()
      .does(dinkes, ...complete(1, '1'), save(2), attach(2, 3), attach(2, 3, { id: 'lagi' }))
      .finishes(dinkes, 'isi', { unit: 'DINKES' })
      .later('2025-10-06T09:00')
      .does(a1, accept('e2-3'), reject('lagi'));

    const findings = city.sheet(a1, 2)?.reviews[0]?.findings;

    expect(findings?.map(({ judgement }) => judgement)).toEqual([
      { kind: 'diterima' },
      { kind: 'revisi', reason: 'tidak_tepat' },
    ]);
  });
});

describe('an assessor who agrees', () => {
  it('accepts all evidence and the claim in one go', () => {
    const city = sent().does(a1, agree(1));

    expect(city.dossier.verdicts.map(({ evidence, judgement }) => [evidence, judgement])).toEqual([
      ['e1-2', { kind: 'diterima' }],
      ['e1-3', { kind: 'diterima' }],
    ]);
    expect(city.dossier.reviews).toEqual([
      {
        ...{ task: reviewOfDinkes, phase: 'reviu', indicator: 1, assessor: 'A1', version: 1 },
        ...{ level: '3', note: '', finding: false, finalLevel: null, finalNote: '' },
        updatedAt: city.now,
      },
    ]);
  });
});

function claimOf4(...also: AttachEvidence[]): City {
  return atTheStart()
    .does(dinkes, ...complete(1, '4'), ...also, ...complete(2, '1'))
    .finishes(dinkes, 'isi', { unit: 'DINKES' })
    .later('2025-10-06T09:00');
}

function reviewIn(city: City) {
  return city.sheet(a1, 1)?.reviews[0];
}
