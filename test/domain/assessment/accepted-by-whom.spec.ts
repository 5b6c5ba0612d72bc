import { describe, expect, it } from '@jest/globals';
import { reassignReview } from '../../../src/domain/assessment/commands/hand-over.js';
import { phase } from '../world.js';
import { year } from './city.js';
import { a1, a3, accept, agree, coordinator, reject } from './deeds.js';
import { differing, otherReview, revised, sent } from './stations.js';

describe('the simulation', () => {
  it('does not count evidence that one of two assessors refuses', () => {
    expect(differing().figures.simulasi.levels).toEqual({ '1': '2', '2': '3' });
  });

  it('follows the last review that has judged a piece', () => {
    const interview = phase('review', {
      ...{ code: 'interviu', opens: '2025-11-24', closes: '2025-12-05' },
    });
    const city = revised({ phases: [...year.slice(0, 3), interview, ...year.slice(3)] })
      .does(a1, agree(1))
      .later('2025-11-25T09:00');

    city.does(a1, reject('e1-2', 'tidak_tepat', 'interviu/DINKES/A1#1'));

    expect(city.figures.simulasi.levels).toEqual({ '1': '1', '2': '3' });
  });

  it('forgets the verdict of an assessor whose review was taken over', () => {
    const city = sent()
      .does(a1, accept('e1-2'), accept('e1-3'))
      .change(coordinator, (desk) => {
        reassignReview(desk, 'DINKES', 'A1', 'A3');
      });
    const before = city.figures.simulasi.levels;

    city.does(a3, reject('e1-3', 'tidak_tepat', otherReview));

    expect(before).toEqual({ '1': '3', '2': '1' });
    expect(city.figures.simulasi.levels).toEqual({ '1': '2', '2': '1' });
  });
});
