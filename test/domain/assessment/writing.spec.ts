import { describe, expect, it } from '@jest/globals';
import { extend } from '../commands.js';
import { City, refusalOf } from './city.js';
import { dinkes, save } from './deeds.js';
import { decimal } from './small-instrument.js';
import { atTheStart, returned, sent } from './stations.js';

describe('an answer', () => {
  it('holds a level, fakta and analisis, and begins the task of its unit', () => {
    const city = atTheStart().does(dinkes, save(1, { level: '4', fact: 'Ada.', analysis: 'Sah.' }));

    expect(city.dossier.answers).toEqual([
      {
        ...{ indicator: 1, state: 'draft', version: 1, level: '4', fact: 'Ada.', analysis: 'Sah.' },
        ...{ claimed: null, revised: null, updatedAt: city.now, updatedBy: dinkes },
      },
    ]);
    expect(city.task('isi/DINKES#1')?.state).toBe('in-progress');
  });

  it('is in the journal with all that was written', () => {
    const city = atTheStart()
      .does(dinkes, save(1))
      .does(dinkes, save(1, { version: 1, level: '4' }));

    const last = city.world.journal.at(-1);

    expect(last).toEqual({
      ...{ what: 'answer-saved', who: dinkes, due: city.now, recorded: city.now },
      ...{ phase: 'isi', unit: 'DINKES', assessor: null, task: 'isi/DINKES#1', why: null },
      ...{ from: '3', to: '4' },
      facts: { indicator: 1, version: 2, fact: 'Sudah diterapkan.', analysis: 'Sesuai kriteria.' },
    });
  });

  it('can be a draft without a level: unanswered is not level 1', () => {
    const city = atTheStart().does(dinkes, save(1, { level: null }));

    expect(city.dossier.answers.map(({ level }) => level)).toEqual([null]);
    expect(city.figures.belumDijawab).toEqual([1, 2, 3]);
    expect(city.figures.klaim.levels).toEqual({});
  });

  it.each(['0', '6', '3.5', '', 'tiga'])('cannot have the level %j', (level) => {
    const refusal = refusalOf(() => atTheStart().does(dinkes, save(1, { level })));

    expect(refusal).toEqual({
      code: 'level_not_allowed',
      detail: { level, allowed: 'a whole number from 1 to 5' },
    });
  });

  it('can have a part of a level where the instrument says so', () => {
    const city = atTheStart({ instrument: decimal }).does(dinkes, save(1, { level: '2.50' }));

    expect(city.dossier.answers.map(({ level }) => level)).toEqual(['2.5']);
    expect(() => city.does(dinkes, save(2, { level: '2.505' }))).toThrow('level_not_allowed');
  });

  it('belongs to an indicator of the instrument', () => {
    expect(() => atTheStart().does(dinkes, save(9))).toThrow('unknown_indicator');
  });
});

describe('two who edit at once', () => {
  const ours = save(1, { version: 0, level: '2', fact: 'Punya kami.' });

  it('are told: the second one gets what the first has stored, which stays', () => {
    const first = save(1, { level: '4', fact: 'Punya rekan.', analysis: 'Alasannya.' });
    const city = atTheStart().does(dinkes, first);
    const before = city.dossier;

    const refusal = refusalOf(() => city.does(dinkes, ours));

    expect(refusal).toEqual({
      code: 'changed_meanwhile',
      detail: {
        ...{ indicator: '1', version: '1', level: '4', by: dinkes },
        ...{ fact: 'Punya rekan.', analysis: 'Alasannya.' },
      },
    });
    expect(city.dossier).toEqual(before);
  });

  it('go on from there: who has seen the newest version can save', () => {
    const city = atTheStart().does(dinkes, save(1, { level: '4' }));

    city.does(dinkes, { ...ours, version: 1 });

    expect(city.dossier.answers.map(({ version, fact }) => [version, fact])).toEqual([
      [2, 'Punya kami.'],
    ]);
  });

  it('are told of a version that nobody has stored', () => {
    const refusal = refusalOf(() => atTheStart().does(dinkes, { ...ours, version: 7 }));

    expect(refusal.code).toBe('changed_meanwhile');
    expect(refusal.detail).toEqual({
      ...{ indicator: '1', version: '0', level: '', fact: '', analysis: '', by: '' },
    });
  });
});

describe('rule 8: what is written', () => {
  it('before its phase has opened is refused', () => {
    expect(() => City.on('2025-08-31T23:59').does(dinkes, save(1))).toThrow('not_open');
  });

  it('at the last moment counts although a tick has closed the phase since', () => {
    const city = atTheStart().does(dinkes, save(1)).later('2025-10-01T00:05');

    city.acceptedAt('2025-09-30T23:59:59').does(dinkes, save(1, { version: 1, level: '5' }));

    expect(city.task('isi/DINKES#1')?.state).toBe('lapsed');
    expect(city.dossier.answers.map(({ level }) => level)).toEqual(['5']);
  });

  it('at the deadline itself is late, whether a tick has come or not', () => {
    const city = atTheStart().later('2025-10-01T00:05').acceptedAt('2025-10-01T00:00');

    expect(() => city.does(dinkes, save(1))).toThrow('not_open');
  });

  it('within an extension is in time', () => {
    const city = atTheStart()
      .later('2025-10-02T09:00')
      .arranges(extend('isi', 'DINKES', '2025-10-05'));

    city.does(dinkes, save(1));

    expect(city.dossier.answers.map(({ state }) => state)).toEqual(['draft']);
  });

  it('once the answer is sent is refused', () => {
    expect(() => sent().does(dinkes, save(1, { version: 1 }))).toThrow('already_finished');
  });

  it('in a revision of what no review has returned is refused', () => {
    expect(() => returned().does(dinkes, save(2, { version: 1 }))).toThrow('not_returned');
  });
});
