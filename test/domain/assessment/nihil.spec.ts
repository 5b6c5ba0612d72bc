import { describe, expect, it } from '@jest/globals';
import { mails, superseded } from '../reading.js';
import { phase } from '../world.js';
import { refusalOf, year, type City } from './city.js';
import { askNihil, coordinator, decideNihil, dinkes, dlh, lead, withdrawNihil } from './deeds.js';
import { atTheStart, sent } from './stations.js';

const reminding = [
  phase('self-assessment', {
    ...{ code: 'isi', opens: '2025-09-01', closes: '2025-09-30' },
    reminders: ['H-7', 'H-1', 'H+1', 'H+3'],
  }),
  ...year.slice(1),
];

describe('a nihil request', () => {
  it('is asked by the lead with a reason, and decided by a coordinator with a note', () => {
    const city = atTheStart().does(dinkes, askNihil(1));
    const asked = city.dossier.nihil;

    city.does(coordinator, decideNihil(1, true));

    const first = {
      ...{ indicator: 1, unit: 'DINKES', state: 'asked', reason: 'bukan kewenangan kota' },
      ...{ askedBy: dinkes, askedAt: city.now, decidedBy: null, decisionNote: '' },
    };
    const decided = { state: 'approved', decidedBy: coordinator, decisionNote: 'sesuai perda' };
    expect(asked).toEqual([first]);
    expect(city.dossier.nihil).toEqual([{ ...first, ...decided }]);
  });

  it('leaves every move in the journal', () => {
    const city = atTheStart()
      .does(dinkes, askNihil(1))
      .does(coordinator, decideNihil(1, false))
      .does(dinkes, askNihil(1), withdrawNihil(1));

    const moves = city.world.journal.filter(({ what }) => what === 'nihil');

    expect(moves.map(({ who, from, to, why }) => [who, from, to, why])).toEqual([
      [dinkes, null, 'asked', 'bukan kewenangan kota'],
      [coordinator, 'asked', 'refused', 'sesuai perda'],
      [dinkes, 'refused', 'asked', 'bukan kewenangan kota'],
      [dinkes, 'asked', 'withdrawn', null],
    ]);
  });

  it('that is decided cannot be decided the same way again', () => {
    const city = atTheStart().does(dinkes, askNihil(1)).does(coordinator, decideNihil(1, true));

    expect(() => city.does(coordinator, decideNihil(1, true))).toThrow('already_decided');
    expect(() => city.does(dinkes, askNihil(1))).toThrow('already_decided');
  });

  it('that nobody made can be neither decided nor withdrawn', () => {
    const missing = { code: 'not_found', detail: { indicator: '1' } };

    expect(refusalOf(() => atTheStart().does(coordinator, decideNihil(1, true)))).toEqual(missing);
    expect(refusalOf(() => atTheStart().does(dinkes, withdrawNihil(1)))).toEqual(missing);
  });

  it('is made while the answer can be written, and not later', () => {
    expect(() => sent().does(dinkes, askNihil(1))).toThrow('already_finished');
    expect(() => atTheStart().later('2025-10-01T00:00').does(dinkes, askNihil(1))).toThrow(
      'not_open',
    );
  });

  it.each([dlh, coordinator])('is not made by %s', (who) => {
    expect(() => atTheStart().does(who, askNihil(1))).toThrow('not_allowed');
  });

  it('is not decided by who made it', () => {
    const city = atTheStart().does(dinkes, askNihil(1));

    expect(() => city.does(dinkes, decideNihil(1, true))).toThrow('not_allowed');
  });
});

describe('nihil in the figures', () => {
  it('is counted apart from what is not answered yet', () => {
    const city = atTheStart().does(dinkes, askNihil(1));
    const asked = city.figures;

    city.does(coordinator, decideNihil(1, true));

    expect([asked.nihil, asked.belumDijawab]).toEqual([[], [1, 2, 3]]);
    expect([city.figures.nihil, city.figures.belumDijawab]).toEqual([[1], [2, 3]]);
    expect(city.figures.klaim.levels).toEqual({});
  });
});

describe('a unit whose every indicator is nihil', () => {
  it('is excused: no reminder and no overdue notice goes to it', () => {
    const city = excused().later('2025-10-10T09:00');

    expect(city.task('isi/DINKES#1')?.excused).toBe(true);
    expect(mails(city.world, { to: dinkes, since: '2025-09-02' })).toEqual([]);
    expect(mails(city.world, { to: dlh, since: '2025-09-02' })).toHaveLength(4);
  });

  it('is not excused by what is only asked, refused, or approved in part', () => {
    const city = atTheStart({ phases: reminding })
      .does(dinkes, askNihil(1), askNihil(2))
      .does(coordinator, decideNihil(1, true), decideNihil(2, false));

    expect(city.task('isi/DINKES#1')?.excused).toBe(false);
  });

  it('is reminded again once one of them is withdrawn', () => {
    const city = excused().later('2025-09-24T09:00').does(dinkes, withdrawNihil(2));

    city.later('2025-10-10T09:00');

    expect(mails(city.world, { to: dinkes, since: '2025-09-02' })).toEqual([
      '2025-09-29T08:00 admin@dinkes.test: reminder H-1 isi DINKES 1',
      '2025-10-01T08:00 admin@dinkes.test: overdue H+1 isi DINKES -1',
      '2025-10-03T08:00 admin@dinkes.test: overdue H+3 isi DINKES -3',
    ]);
  });

  it('is reminded again once it leads something else', () => {
    const city = excused().does(coordinator, lead(3, 'DINKES'));

    expect(city.task('isi/DINKES#1')?.excused).toBe(false);
    expect(city.task('isi/DLH#1')?.excused).toBe(false);
  });

  it('is spared a reminder that was planned before and has not gone yet', () => {
    const city = atTheStart({ phases: reminding }).does(dinkes, askNihil(1), askNihil(2));
    city.world.setPost('down');
    city.later('2025-09-23T08:00');

    city.does(coordinator, decideNihil(1, true), decideNihil(2, true));
    city.world.setPost('up');
    city.later('2025-09-29T08:00');

    expect(superseded(city.world)).toEqual(['admin@dinkes.test: reminder H-7 isi DINKES']);
    expect(mails(city.world, { to: dinkes, since: '2025-09-02' })).toEqual([]);
  });

  it('may still finish its task', () => {
    const city = excused().finishes(dinkes, 'isi', { unit: 'DINKES' });

    expect(city.task('isi/DINKES#1')).toMatchObject({ state: 'finished', levels: {} });
  });
});

describe('nihil that moves with its indicator', () => {
  it('to another unit is withdrawn by that one, which is then reminded again', () => {
    const city = atTheStart({ responsibilities: [] })
      .does(coordinator, lead(1, 'DINKES'))
      .does(dinkes, askNihil(1))
      .does(coordinator, decideNihil(1, true), lead(1, 'DLH'));
    const before = city.task('isi/DLH#1')?.excused;

    city.does(dlh, withdrawNihil(1));

    expect(before).toBe(true);
    expect(city.task('isi/DLH#1')?.excused).toBe(false);
    expect(city.task('isi/DINKES#1')?.excused).toBe(false);
  });
});

function excused(): City {
  return atTheStart({ phases: reminding })
    .does(dinkes, askNihil(1), askNihil(2))
    .does(coordinator, decideNihil(1, true), decideNihil(2, true));
}
