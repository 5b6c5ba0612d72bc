import { describe, expect, it } from '@jest/globals';
import type { AssessmentCommand } from '../../../src/domain/assessment/commands/command.js';
import { extend } from '../commands.js';
import type { City } from './city.js';
import {
  a1,
  a2,
  accept,
  agree,
  askNihil,
  attach,
  complete,
  coordinator,
  decideNihil,
  dinkes,
  dlh,
  external,
  lead,
  review,
  save,
  settle,
  talk,
  withdrawNihil,
} from './deeds.js';
import { revised } from './stations.js';

describe('after the result is out', () => {
  it.each<{ who: string; command: AssessmentCommand }>([
    { who: dlh, command: save(3, { version: 1 }) },
    { who: dlh, command: attach(3, 2) },
    { who: dlh, command: askNihil(3) },
    { who: dinkes, command: withdrawNihil(1) },
    { who: coordinator, command: decideNihil(1, true) },
    { who: a1, command: accept('e1-3b') },
    { who: a1, command: review(1, '2', { version: 1 }) },
    { who: a1, command: agree(1) },
    { who: coordinator, command: settle(1, '2') },
    { who: coordinator, command: lead(3, 'DINKES') },
    { who: coordinator, command: external('5') },
    { who: dinkes, command: talk(1) },
  ])('nothing changes: $command.do is refused', ({ who, command }) => {
    const city = published();
    const before = city.figures;

    expect(() => city.does(who, command)).toThrow('already_finished');
    expect(city.figures).toEqual(before);
  });

  it('whoever is late may still say that it is done, which claims nothing', () => {
    const city = published().finishes(dlh, 'isi', { unit: 'DLH' });

    expect(city.task('isi/DLH#1')).toMatchObject({ state: 'finished', levels: {} });
    expect(city.figures.klaim.levels).toEqual({ '1': '3', '2': '3' });
    expect(city.dossier.answers.find(({ indicator }) => indicator === 3)?.claimed).toBeNull();
  });

  it('a review that is finished late verifies nothing', () => {
    const city = nearlyPublished()
      .arranges(extend('reviu', 'DLH', '2025-12-19'))
      .does(dlh, attach(3, 2, { id: 'lagi' }))
      .finishes(dlh, 'isi', { unit: 'DLH' })
      .does(a2, agree(3, 'reviu/DLH/A2#1'))
      .finishes(coordinator, 'lapor');
    const before = city.figures;

    city.finishes(a2, 'reviu', { unit: 'DLH', assessor: 'A2' });

    expect(city.task('reviu/DLH/A2#1')).toMatchObject({ state: 'finished', levels: {} });
    expect(city.figures).toEqual(before);
  });

  it('it is not published again', () => {
    expect(() => published().finishes(coordinator, 'lapor')).toThrow('already_finished');
  });
});

describe('before the result is out', () => {
  it('the same unit can still write, for it has an extension', () => {
    const city = nearlyPublished();

    expect(() => city.does(dlh, attach(3, 3))).not.toThrow();
  });

  it('a coordinator publishes what was verified, and nobody else does', () => {
    const city = nearlyPublished();

    expect(() => city.finishes(dinkes, 'lapor')).toThrow('not_found');
    expect(published().world.journal.at(-1)).toMatchObject({ what: 'published', phase: 'lapor' });
  });
});

/** DLH has an extension beyond the publication, and a draft. */
function nearlyPublished(): City {
  return revised()
    .later('2025-12-02T09:00')
    .arranges(extend('isi', 'DLH', '2025-12-19'))
    .does(dlh, ...complete(3, '2'), { do: 'removeEvidence', evidence: 'e3-2' });
}

function published(): City {
  return nearlyPublished().finishes(coordinator, 'lapor').later('2025-12-03T09:00');
}
