import { describe, expect, it } from '@jest/globals';
import { waysToTarget, type Way, type Ways } from '../../../src/domain/target/ways-to-target.js';
import { cityAt, pemdi, spbe } from './city.js';

describe('the way of least effort', () => {
  it('raises the heaviest indicators first, and says to what it comes', () => {
    const [least] = possible(waysToTarget(spbe, cityAt('3.06')));

    expect(least).toEqual({
      merits: ['effort', 'indicators', 'units'],
      effort: 2,
      units: 1,
      raises: [{ ...raise(42, 'A8', { from: '3', to: '5', contribution: '+0.0600' }), effort: 2 }],
      score: expect.objectContaining({ index: '3.06', exact: '3.0600', predikat: 'Baik' }),
    });
  });

  it('reaches a goal as soon as the published index does', () => {
    const [least] = possible(waysToTarget(spbe, cityAt('3.03')));

    // 2.75 hundredths round up to three.
    expect(least?.raises).toEqual([
      raise(42, 'A8', { from: '3', to: '4', contribution: '+0.0300' }),
    ]);
    expect(possible(waysToTarget(spbe, cityAt('3.03', heavy(42, 47))))[0]?.raises).toEqual([
      raise(32, 'A7', { from: '3', to: '4', contribution: '+0.0275' }),
    ]);
  });

  it('goes round what the coordinator calls heavy, and leaves alone what must not go up', () => {
    const efforts = {
      ...heavy(32, 41).efforts,
      ...Object.fromEntries(range(42, 46).map((no) => [no, { effort: 1, highest: 3 }])),
      47: { effort: 1, highest: 4 },
    };

    const [least] = possible(waysToTarget(spbe, cityAt('3.08', { efforts })));

    expect(least?.raises).toEqual([
      { ...raise(11, 'A2', { from: '3', to: '5', contribution: '+0.0500' }), effort: 2 },
      raise(47, 'A8', { from: '3', to: '4', contribution: '+0.0300' }),
    ]);
  });
});

describe('a level with decimals', () => {
  it('rises to the next whole one, which is one step', () => {
    const levels = pemdi.indicators.map(({ no }) => (no === 1 ? '3.5' : '5'));
    const leads = { '1': 'DINKOMINFO' };

    const ways = waysToTarget(pemdi, { levels, goal: '5.00', efforts: {}, leads });

    expect(possible(ways)).toEqual([
      {
        merits: ['effort', 'indicators', 'units'],
        effort: 2,
        units: 1,
        raises: [
          {
            ...raise(1, 'DINKOMINFO', { from: '3.5', to: '5', contribution: '+0.0750' }),
            effort: 2,
          },
        ],
        score: expect.objectContaining({ index: '5.00', predikat: 'Memuaskan' }),
      },
    ]);
  });

  it('of another agency stays where it is, unless the coordinator says otherwise', () => {
    const levels = pemdi.indicators.map(() => '4');
    const question = { levels, goal: '5.00', efforts: {}, leads: {} };
    const external = pemdi.indicators.filter(({ valueSource }) => valueSource === 'external');
    const efforts = Object.fromEntries(
      external.map(({ no }) => [String(no), { effort: 1, highest: 5 }]),
    );

    expect(waysToTarget(pemdi, question)).toMatchObject({
      state: 'impossible',
      best: { index: '4.86' },
    });
    expect(possible(waysToTarget(pemdi, { ...question, efforts }))[0]?.raises).toHaveLength(20);
  });
});

describe('the other ways', () => {
  it('need the fewest indicators, the fewest units, and other aspects', () => {
    const leads = Object.fromEntries(
      spbe.indicators.map(({ no }) => [String(no), no <= 31 ? 'DINKOMINFO' : `SEKTOR${no}`]),
    );

    const ways = possible(waysToTarget(spbe, cityAt('3.17', { leads })));

    expect(
      ways.map(({ merits, effort, units, raises }) => {
        const aspects = new Set(
          raises.map(({ indicator }) => spbe.indicators[indicator - 1]?.aspect),
        );
        return { merits: merits.join(), effort, units, aspects: [...aspects].join() };
      }),
    ).toEqual([
      { merits: 'effort,indicators', effort: 6, units: 3, aspects: 'A8' },
      { merits: 'units', effort: 7, units: 1, aspects: 'A2' },
      // The same effort, a smaller surplus.
      { merits: 'other-aspects', effort: 6, units: 3, aspects: 'A7,A8' },
      { merits: 'other-aspects', effort: 6, units: 3, aspects: 'A2,A8' },
    ]);
  });
});

describe('a goal', () => {
  it('that is reached already asks for nothing', () => {
    expect(waysToTarget(spbe, cityAt('3.00'))).toMatchObject({
      state: 'reached',
      score: { index: '3.00' },
    });
  });

  it('that nothing comes to is said to be out of reach, with what is the most', () => {
    const efforts = Object.fromEntries(range(1, 46).map((no) => [no, { effort: 1, highest: 3 }]));

    expect(waysToTarget(spbe, cityAt('3.07', { efforts }))).toMatchObject({
      state: 'impossible',
      best: { index: '3.06', exact: '3.0600' },
    });
  });
});

function possible(ways: Ways): readonly Way[] {
  if (ways.state !== 'possible') throw new Error(ways.state);
  return ways.ways;
}

function raise(
  indicator: number,
  lead: string,
  more: { readonly from: string; readonly to: string; readonly contribution: string },
) {
  return { indicator, lead, effort: 1, ...more };
}

function heavy(from: number, to: number) {
  return {
    efforts: Object.fromEntries(range(from, to).map((no) => [no, { effort: 9, highest: 5 }])),
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
