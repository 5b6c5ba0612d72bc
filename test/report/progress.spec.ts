import { describe, expect, it } from '@jest/globals';
import { progressOf, unfinished, type Progress } from '../../src/report/progress.js';
import type { City } from '../domain/assessment/city.js';
import {
  askNihil,
  attach,
  coordinator,
  complete,
  decideNihil,
  dinkes,
  external,
  save,
  withdrawNihil,
} from '../domain/assessment/deeds.js';
import { atTheStart, returned, revised, sent } from '../domain/assessment/stations.js';
import { everybody, unit } from '../domain/people.js';

function progress({ facts, instrument, dossier, now }: City): Progress {
  return progressOf(facts, instrument, dossier, now);
}

function indicator(city: City, no: number) {
  const found = progress(city).indicators.find((each) => each.indicator.no === no);
  if (!found) throw new Error(`no indicator ${no}`);
  const { state, claim, supported, verified, gaps } = found;
  return { state, claim, supported, verified, gaps: gaps.map(({ kind }) => kind) };
}

const nothing = { claim: null, supported: 1, verified: null, gaps: [] };

describe('an indicator', () => {
  it.each<[string, City, string]>([
    ['its agency', atTheStart().does(coordinator, external('3')), 'external'],
    ['nobody to answer', atTheStart({ responsibilities: [] }), 'no-lead'],
  ])('stands apart when it has %s', (_, city, state) => {
    const no = state === 'external' ? 4 : 1;

    expect(indicator(city, no).state).toBe(state);
    expect(indicator(city, no).gaps).toEqual([]);
  });

  it.each<[string, City]>([
    ['nihil-asked', atTheStart().does(dinkes, askNihil(1))],
    ['nihil', atTheStart().does(dinkes, askNihil(1)).does(coordinator, decideNihil(1, true))],
  ])('is %s, and lacks nothing', (state, city) => {
    expect(indicator(city, 1)).toEqual({ ...nothing, state });
  });

  it.each<[string, City]>([
    ['refused', atTheStart().does(dinkes, askNihil(1)).does(coordinator, decideNihil(1, false))],
    ['withdrawn', atTheStart().does(dinkes, askNihil(1), withdrawNihil(1))],
  ])('is to be answered after all when nihil was %s', (_, city) => {
    expect(indicator(city, 1)).toEqual({ ...nothing, state: 'unanswered', gaps: ['no_answer'] });
  });

  it('says what its draft lacks, level by level', () => {
    const draft = atTheStart().does(dinkes, save(1, { level: '3', analysis: ' ' }), attach(1, 2));

    expect(indicator(draft, 1)).toEqual({
      ...{ state: 'draft', claim: '3', supported: 2, verified: null },
      gaps: ['no_analysis', 'no_evidence'],
    });
  });

  it('lacks the level and the words of an answer that was only begun', () => {
    const begun = atTheStart().does(dinkes, save(1, { level: null, fact: '', analysis: '' }));

    expect(indicator(begun, 1).gaps).toEqual(['no_level', 'no_fact', 'no_analysis']);
  });

  it('has a level that covers lower ones with its evidence alone', () => {
    const covered = atTheStart().does(dinkes, save(2, { level: '3' }), attach(2, 3));

    expect(indicator(covered, 2)).toMatchObject({ supported: 3, gaps: [] });
  });

  it('goes on from state to state with what it claims and what was verified', () => {
    const whole = { claim: '3', supported: 3, gaps: [] };

    expect([
      indicator(atTheStart().does(dinkes, ...complete(1, '3')), 1),
      indicator(sent(), 1),
      indicator(returned(), 1),
      indicator(returned(), 2),
      indicator(returned().does(dinkes, save(1, { version: 1, level: null })), 1),
      indicator(revised(), 1),
    ]).toEqual([
      { ...whole, state: 'draft', verified: null },
      { ...whole, state: 'submitted', verified: null },
      { ...whole, state: 'returned', verified: '2' },
      { ...whole, state: 'reviewed', verified: '3' },
      { ...whole, state: 'revising', verified: '2', gaps: ['no_level'] },
      { ...whole, state: 'revised', verified: '2' },
    ]);
  });
});

describe('a unit', () => {
  const units = (city: City) =>
    Object.fromEntries(progress(city).units.map((each) => [each.unit.code, each] as const));

  it('has the indicators that it leads, not those that it supports', () => {
    const { DINKES, DLH } = units(atTheStart());

    expect(DINKES?.indicators.map((each) => each.indicator.no)).toEqual([1, 2]);
    expect(DLH?.indicators.map((each) => each.indicator.no)).toEqual([3]);
  });

  it('has its tasks in the order of the phases, and its reviews beside them', () => {
    const { DINKES } = units(returned());

    expect(DINKES?.tasks.map(({ phase, state }) => [phase, state])).toEqual([
      ['isi', 'finished'],
      ['revisi', 'todo'],
    ]);
    expect(DINKES?.reviews.map(({ phase, state }) => [phase, state])).toEqual([
      ['reviu', 'finished'],
    ]);
  });

  it('is late for its own task, not for that of its assessor', () => {
    const { DINKES, DLH } = units(sent().later('2025-11-10T09:00'));

    expect([DINKES?.isLate, DINKES?.reviews.map(({ state }) => state)]).toEqual([
      false,
      ['lapsed'],
    ]);
    expect(DLH?.isLate).toBe(true);
  });

  it('is not there once it is retired', () => {
    const people = everybody({ units: [unit('DINKES'), unit('DLH', { retired: true })] });

    expect(Object.keys(units(atTheStart({ people })))).toEqual(['DINKES']);
  });
});

describe('what is left to do', () => {
  it.each([
    { at: '2025-09-29T23:59', daysLeft: 1 },
    { at: '2025-09-30T00:00', daysLeft: 0 },
    { at: '2025-09-30T23:59', daysLeft: 0 },
  ])('counts days by the calendar of the city: at $at there are $daysLeft', ({ at, daysLeft }) => {
    const [own] = progress(atTheStart().later(at)).units;

    expect(unfinished(own?.tasks ?? []).map((task) => task.daysLeft)).toEqual([daysLeft]);
  });

  it('is late from the deadline on, the longest first', () => {
    const { late } = progress(sent().later('2025-11-10T09:00'));

    expect(late.map(({ phase, unit: of, assessor }) => [phase, of, assessor])).toEqual([
      ['isi', 'DLH', null],
      ['reviu', 'DINKES', 'A1'],
      ['reviu', 'DLH', 'A2'],
    ]);
    expect(late.map(({ daysLeft }) => daysLeft)).toEqual([-41, -10, -10]);
  });

  it('is not late when it was put off, and is again when that is over', () => {
    const city = atTheStart().later('2025-10-06T09:00');
    const act = { do: 'extend', phase: 'isi', unit: 'DINKES', reason: 'banjir' } as const;
    const late = () => progress(city).late.filter(({ unit: of }) => of === 'DINKES');

    const before = late().map(({ daysLeft }) => daysLeft);
    city.arranges({ ...act, closes: '2025-10-10' });
    const during = late();
    city.later('2025-10-13T09:00');

    expect([before, during, late().map(({ daysLeft }) => daysLeft)]).toEqual([[-6], [], [-3]]);
  });

  it('is shared by the coordinators where no unit has it', () => {
    const { shared } = progress(revised().later('2025-12-02T09:00'));

    expect(shared.map(({ phase, state }) => [phase, state])).toEqual([['lapor', 'todo']]);
  });

  it('is nothing when everything is finished', () => {
    const own = progress(revised()).units.find(({ unit: { code } }) => code === 'DINKES');

    expect(unfinished(own?.tasks ?? [])).toEqual([]);
  });
});
