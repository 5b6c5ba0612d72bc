import { describe, expect, it } from '@jest/globals';
import { phase } from '../world.js';
import { year, type City } from './city.js';
import { a1, accept, agree, dinkes, reject, review, save } from './deeds.js';
import { revised } from './stations.js';

const interview = 'interviu/DINKES/A1#1';

const phases = [
  ...year.slice(0, 3),
  phase('review', { code: 'interviu', opens: '2025-11-24', closes: '2025-12-05' }),
  phase('revision', { code: 'revisi-2', opens: '2025-12-08', closes: '2025-12-12' }),
  phase('report', { code: 'lapor', opens: '2025-12-15', closes: '2025-12-19' }),
];

describe('a second review', () => {
  it('decides once it has finished, and not before', () => {
    const city = interviewing().does(a1, agree(2, interview), ...lower);
    const before = city.figures.terverifikasi.levels;

    city.finishes(a1, 'interviu', { unit: 'DINKES', assessor: 'A1' });

    expect(before).toEqual({ '1': '3', '2': '3' });
    expect(city.figures.terverifikasi.levels).toEqual({ '1': '2', '2': '3' });
  });

  it('judges the evidence for itself', () => {
    const city = interviewing();

    expect(() => city.does(a1, review(1, '2', { task: interview }))).toThrow('level_not_reached');
  });

  it('that returned nothing is over when it has finished, whatever was revised before it', () => {
    const city = interviewing()
      .does(a1, agree(1, interview), agree(2, interview))
      .finishes(a1, 'interviu', { unit: 'DINKES', assessor: 'A1' });

    expect(() => city.does(a1, review(1, '1', { task: interview, version: 1 }))).toThrow(
      'already_finished',
    );
  });

  it('can return an answer again, to whichever revision is open then', () => {
    const city = returnedAgain();

    expect(city.dossier.answers.map(({ state }) => state)).toEqual(['returned', 'reviewed']);
    expect(() => city.does(dinkes, save(1, { version: 2 }))).toThrow('not_open');
    expect(() =>
      city.later('2025-12-08T09:00').does(dinkes, save(1, { version: 2 })),
    ).not.toThrow();
  });

  it('waits for that revision before its level can be final', () => {
    const again = review(1, '2', { task: interview, version: 2 });
    const city = returnedAgain();

    expect(() => city.does(a1, again)).toThrow('already_finished');

    city
      .later('2025-12-08T09:00')
      .does(dinkes, save(1, { version: 2, level: '2' }))
      .finishes(dinkes, 'revisi-2', { unit: 'DINKES' })
      .does(a1, again);

    expect(city.dossier.answers[0]).toMatchObject({
      claimed: '3',
      revised: '2',
      state: 'reviewed',
    });
    expect(city.figures.terverifikasi.levels).toEqual({ '1': '2', '2': '3' });
  });
});

const lower = [
  accept('e1-2', interview),
  reject('e1-3b', 'tidak_tepat', interview),
  review(1, '2', { task: interview }),
];

function interviewing(): City {
  return revised({ phases }).does(a1, agree(1)).later('2025-11-25T09:00');
}

function returnedAgain(): City {
  return interviewing()
    .does(a1, agree(2, interview), ...lower)
    .does(a1, review(1, '2', { task: interview, version: 1, finding: true }))
    .finishes(a1, 'interviu', { unit: 'DINKES', assessor: 'A1' })
    .later('2025-12-06T09:00');
}
