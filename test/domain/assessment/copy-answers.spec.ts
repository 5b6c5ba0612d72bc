import { describe, expect, it } from '@jest/globals';
import { actorOf } from '../../../src/domain/assessment/actor.js';
import { copyAnswers } from '../../../src/domain/assessment/commands/copy-answers.js';
import type { Dossier } from '../../../src/domain/assessment/dossier.js';
import type { City } from './city.js';
import { complete, dinkes, dlh, pdf, save } from './deeds.js';
import { anotherPdf, atTheStart, revised } from './stations.js';

const lastYear = revised().dossier;

describe('answers that are copied from another cycle', () => {
  it('are drafts with their newest evidence, which claim nothing yet', () => {
    const city = atTheStart();

    const copied = copy(city, { from: lastYear });

    expect(copied).toEqual([1, 2]);
    expect(
      city.dossier.answers.map(({ state, version, level, fact, claimed, revised: again }) => {
        return { state, version, level, fact, claimed, again };
      }),
    ).toEqual([
      { ...blank, fact: 'Diperbaiki.' },
      { ...blank, fact: 'Sudah diterapkan.' },
    ]);
    expect(
      city.dossier.evidence
        .filter(({ indicator }) => indicator === 1)
        .map(({ id, level, version, attachment }) => [id, level, version, attachment]),
    ).toEqual([
      ['salinan-1', 2, 1, { ...pdf('e1-2'), carriedFrom }],
      ['salinan-2', 3, 1, { ...anotherPdf, carriedFrom }],
    ]);
  });

  it('leave alone what was begun already', () => {
    const city = atTheStart().does(dinkes, save(1, { level: '1' }));

    expect(copy(city, { from: lastYear })).toEqual([2]);
    expect(city.desk().answer(1)?.level).toBe('1');
  });

  it('are only those that the unit leads now, and that were there', () => {
    const city = atTheStart();

    expect(copy(city, { who: dlh, unit: 'DLH', from: lastYear })).toEqual([]);
  });

  it('are copied by the unit’s own admin', () => {
    expect(() => copy(atTheStart(), { who: dlh, from: lastYear })).toThrow('not_found');
  });

  it('are copied while the self-assessment is open', () => {
    const late = atTheStart().later('2025-10-01T00:00');

    expect(() => copy(late, { from: lastYear })).toThrow('not_open');
  });

  it('can be sent like any others', () => {
    const city = atTheStart();
    copy(city, {
      from: atTheStart().does(dinkes, ...complete(1, '2'), ...complete(2, '2')).dossier,
    });

    city.finishes(dinkes, 'isi', { unit: 'DINKES' });

    expect(city.figures.klaim.levels).toEqual({ '1': '2', '2': '2' });
  });
});

const carriedFrom = { cycle: 'tahun-lalu', instrument: 'kecil', indicators: [1] };
const blank = { state: 'draft', version: 1, level: '3', claimed: null, again: null };

function copy(
  city: City,
  { from, who = dinkes, unit = 'DINKES' }: { from: Dossier; who?: string; unit?: string },
): number[] {
  let copied: number[] = [];
  let count = 0;
  const newId = () => `salinan-${(count += 1)}`;
  city.change(who, (desk) => {
    const actor = actorOf(desk.draft.facts.people, who);
    copied = copyAnswers(desk, { unit, cycle: 'tahun-lalu', from, newId }, actor);
  });
  return copied;
}
