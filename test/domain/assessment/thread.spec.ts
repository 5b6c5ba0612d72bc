import { describe, expect, it } from '@jest/globals';
import { a1, coordinator, dinkes, dlh, talk } from './deeds.js';
import { returned, sent } from './stations.js';

describe('a comment', () => {
  it.each([
    { who: dinkes, side: 'unit' },
    { who: dlh, side: 'unit' },
    { who: a1, side: 'assessor' },
    { who: coordinator, side: 'coordinator' },
  ])('of $who is said from the side of the $side', ({ who, side }) => {
    const written = sent().does(who, talk(1)).world.journal.at(-1);

    expect(written).toMatchObject({
      ...{ what: 'commented', who, unit: 'DINKES' },
      facts: { indicator: 1, comment: 'k1', side, objection: false },
    });
  });

  it('changes nothing that the index is made of', () => {
    const city = sent();
    const before = city.dossier;

    city.does(a1, talk(1));

    expect(city.dossier).toEqual(before);
  });
});

describe('an objection', () => {
  const objection = talk(1, { objection: true });

  it('is the unit’s, to what a finished review says', () => {
    const city = returned().does(dinkes, objection);

    expect(city.world.journal.at(-1)).toMatchObject({
      ...{ what: 'commented', who: dinkes },
      facts: { indicator: 1, comment: 'k1', side: 'unit', objection: true },
    });
  });

  it('is not made before a review has finished, nor by another side', () => {
    expect(() => sent().does(dinkes, objection)).toThrow('not_open');
    expect(() => returned().does(a1, objection)).toThrow('not_allowed');
    expect(() => returned().does(coordinator, objection)).toThrow('not_allowed');
  });
});
