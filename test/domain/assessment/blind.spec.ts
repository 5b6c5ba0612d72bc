import { describe, expect, it } from '@jest/globals';
import { actorOf } from '../../../src/domain/assessment/actor.js';
import { asSeenBy } from '../../../src/domain/assessment/blind.js';
import { figuresOf } from '../../../src/domain/assessment/figures.js';
import type { City } from './city.js';
import { a1, a2, a3, accept, agree, coordinator, dinkes, reject, review } from './deeds.js';
import { differing, otherReview, sent, twoAssessors } from './stations.js';

describe('the figures of two assessors of one unit', () => {
  it('tell neither what the other says as long as one of them is not done', () => {
    const city = oneDone();

    expect([simulated(city, a1), verified(city, a1)]).toEqual([
      { '1': '2', '2': '3' },
      { '1': '2', '2': '3' },
    ]);
    expect([simulated(city, a3), verified(city, a3)]).toEqual([{ '1': '1', '2': '3' }, {}]);
  });

  it.each([coordinator, dinkes, a2])('are whole for %s, who does not assess that unit', (who) => {
    expect(verified(oneDone(), who)).toEqual({ '1': '2', '2': '3' });
  });

  it('are whole for both once they are done', () => {
    const city = differing();

    expect(asSeenBy(actorOf(city.facts.people, a3), city.facts, city.dossier)).toEqual(
      city.dossier,
    );
  });
});

/** A1 has finished, and A3 has only begun. */
function oneDone(): City {
  return sent({ people: twoAssessors })
    .does(a1, accept('e1-2'), reject('e1-3'), review(1, '2'), agree(2))
    .does(a3, agree(2, otherReview))
    .finishes(a1, 'reviu', { unit: 'DINKES', assessor: 'A1' });
}

function simulated(city: City, who: string) {
  return figuresFor(city, who).simulasi.levels;
}

function verified(city: City, who: string) {
  return figuresFor(city, who).terverifikasi.levels;
}

function figuresFor({ facts, instrument, dossier }: City, who: string) {
  return figuresOf(facts, instrument, asSeenBy(actorOf(facts.people, who), facts, dossier));
}
