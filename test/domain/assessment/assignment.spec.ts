import { describe, expect, it } from '@jest/globals';
import { retireUnit } from '../commands.js';
import { everybody, unit } from '../people.js';
import { phase } from '../world.js';
import { City, gapsOf, refusalOf, year, type Setting } from './city.js';
import { coordinator, dinkes, dlh, external, lead, save } from './deeds.js';
import { atTheStart } from './stations.js';

const assignment = phase('assignment', {
  ...{ code: 'penetapan', opens: '2025-08-01', closes: '2025-08-29' },
});

describe('rule 18: an assignment is incomplete', () => {
  it('and names what has no lead and who has no assessor', () => {
    const people = everybody({ assignments: [{ assessor: 'A1', unit: 'DINKES' }] });
    const city = assigning({ people, responsibilities: [] }).does(coordinator, lead(2, 'DLH'));

    expect(gapsOf(finish(city))).toEqual([
      { kind: 'no_lead', indicator: 1, unit: null, level: null },
      { kind: 'no_lead', indicator: 3, unit: null, level: null },
      { kind: 'no_assessor', indicator: null, unit: 'DLH', level: null },
    ]);
    expect(refusalOf(finish(city)).detail).toEqual({
      missing: 'no_lead (indicator 1); no_lead (indicator 3); no_assessor (DLH)',
    });
  });

  it('when the lead was retired', () => {
    const city = assigning().arranges(retireUnit('DLH'));

    expect(gapsOf(finish(city))).toEqual([
      { kind: 'no_lead', indicator: 3, unit: null, level: null },
    ]);
  });

  it.each([
    { without: 'review', missing: ['no_lead', 'no_lead', 'no_lead'] },
    { without: 'self-assessment', missing: ['no_assessor', 'no_assessor'] },
  ])('only as far as the cycle needs it: without $without', ({ without, missing }) => {
    const phases = [assignment, ...year.filter(({ kind }) => kind !== without)];
    const city = assigning({
      phases,
      people: everybody({ assignments: [] }),
      responsibilities: [],
    });

    expect(gapsOf(finish(city)).map(({ kind }) => kind)).toEqual(missing);
  });

  it('no more once everything has its place', () => {
    const city = assigning().finishes(coordinator, 'penetapan');

    expect(city.task('penetapan#1')?.state).toBe('finished');
  });
});

describe('the lead of an indicator', () => {
  it('is set with its supports, each once, and recorded', () => {
    const city = atTheStart({ responsibilities: [] }).does(
      coordinator,
      lead(1, 'DINKES', { supports: ['DLH', 'DINKES', 'DLH'] }),
    );

    expect(city.dossier.responsibilities).toEqual([
      { indicator: 1, lead: 'DINKES', supports: ['DLH'], title: null },
    ]);
    expect(city.world.journal.at(-1)).toMatchObject({
      ...{ what: 'indicator-assigned', who: coordinator, from: null, to: 'DINKES' },
      facts: { indicator: 1, supports: ['DLH'], title: null },
    });
  });

  it('can change in mid-course: what was written stays, for the new one to go on', () => {
    const city = atTheStart().does(dinkes, save(1)).does(coordinator, lead(1, 'DLH'));

    expect(() => city.does(dinkes, save(1, { version: 1 }))).toThrow('not_found');

    city.does(dlh, save(1, { version: 1, level: '4' }));

    expect(city.dossier.answers.map(({ version, level }) => [version, level])).toEqual([[2, '4']]);
  });

  it.each(['BPBD', 'RETIRED'])('is a unit that takes part, which %s does not', (code) => {
    const units = [...everybody().units, unit('RETIRED', { retired: true })];
    const city = atTheStart({ people: everybody({ units }) });

    expect(() => city.does(coordinator, lead(1, code))).toThrow('unknown_unit');
    expect(() => city.does(coordinator, lead(1, 'DLH', { supports: [code] }))).toThrow(
      'unknown_unit',
    );
  });
});

describe('a title of its own', () => {
  it('is for the indicators that have one', () => {
    const city = atTheStart().does(coordinator, lead(3, 'DLH', { title: 'JKN-CEKAT' }));

    expect(city.desk().responsibility(3).title).toBe('JKN-CEKAT');
    expect(() => city.does(coordinator, lead(1, 'DLH', { title: 'SIAPEL' }))).toThrow(
      'title_not_allowed',
    );
  });
});

describe('an external value', () => {
  it('is set by a coordinator, with where it was read', () => {
    const city = atTheStart().does(coordinator, external('2'), external('4'));

    expect(city.dossier.externals).toEqual([
      { indicator: 4, level: '4', note: 'surat BPS', setBy: coordinator, setAt: city.now },
    ]);
    expect(city.world.journal.at(-1)).toMatchObject({
      ...{ what: 'external-set', from: '2', to: '4', why: 'surat BPS' },
    });
  });

  it('has no lead, and an indicator with evidence has no external value', () => {
    const own = { do: 'setExternal', indicator: 1, level: '3', note: '' } as const;

    expect(() => atTheStart().does(coordinator, lead(4, 'DLH'))).toThrow('external_value');
    expect(() => atTheStart().does(coordinator, own)).toThrow('not_external');
  });
});

function assigning(setting: Setting = {}): City {
  return City.on('2025-08-04T09:00', { phases: [assignment, ...year], ...setting });
}

function finish(city: City) {
  return () => city.finishes(coordinator, 'penetapan');
}
