import { describe, expect, it } from '@jest/globals';
import { chooseLokus } from '../../../src/domain/assessment/commands/choose-lokus.js';
import { everybody, unit } from '../people.js';
import type { City } from './city.js';
import { coordinator, dinkes, save } from './deeds.js';
import { atTheStart } from './stations.js';

const people = everybody({ units: [unit('DINKES'), unit('DLH'), unit('BPBD', { retired: true })] });

describe('the lokus', () => {
  it('is who takes part: others are retired, and who was comes back', () => {
    const city = choosing(['DLH', 'BPBD']);

    expect(partIn(city)).toEqual(['DLH', 'BPBD']);
    expect(city.facts.tasks.map(({ id, state }) => [id, state])).toEqual([
      ['isi/DINKES#1', 'cancelled'],
      ['isi/DLH#1', 'todo'],
      ['isi/BPBD#1', 'todo'],
    ]);
  });

  it('keeps what a unit has written that no longer takes part', () => {
    const city = choosing(['DLH'], atTheStart({ people }).does(dinkes, save(1)));

    expect(city.dossier.answers.map(({ indicator }) => indicator)).toEqual([1]);
    expect(() => city.does(dinkes, save(1, { version: 1 }))).toThrow('not_found');
  });

  it('that is the same again changes nothing', () => {
    const city = atTheStart({ people });
    const entries = city.world.journal.length;

    choosing(['DINKES', 'DLH'], city);

    expect(city.world.journal).toHaveLength(entries);
  });

  it('has no unit that the cycle does not know', () => {
    expect(() => choosing(['DLH', 'RSUD'])).toThrow('unknown_unit');
  });
});

function choosing(codes: string[], city = atTheStart({ people })): City {
  return city.change(coordinator, (desk) => {
    chooseLokus(desk, codes);
  });
}

function partIn({ facts }: City): string[] {
  return facts.people.units.filter(({ retired }) => !retired).map(({ code }) => code);
}
