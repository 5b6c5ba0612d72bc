import { describe, expect, it } from '@jest/globals';
import { figureOf, type Figure } from '../../../src/domain/assessment/figures.js';
import type { City } from './city.js';
import {
  a1,
  accept,
  agree,
  complete,
  coordinator,
  dinkes,
  dlh,
  external,
  reject,
  review,
  save,
} from './deeds.js';
import { decimal, small } from './small-instrument.js';
import { atTheStart, returned, sent, revised } from './stations.js';

describe('rule 22: the figures', () => {
  it('are 1.00 while nobody has sent anything', () => {
    const { klaim, simulasi, terverifikasi, jikaSemuaKlaimDiterima, ...lists } =
      atTheStart().figures;

    const nothing: Figure = {
      ...{ index: '1.00', exact: '1.0000', predikat: 'Kurang', levels: {}, toTarget: '3.00' },
      ...{ domains: { D1: '1.00' }, aspects: { A1: '1.00', A2: '1.00' } },
      nextPredikat: { name: 'Cukup', from: '1.80', missing: '0.80' },
    };
    expect([klaim, simulasi, terverifikasi, jikaSemuaKlaimDiterima]).toEqual(
      Array.from({ length: 4 }, () => nothing),
    );
    expect(lists).toEqual({ belumDinilai: [], nihil: [], belumDijawab: [1, 2, 3] });
  });

  it('tell claims from what was accepted: nobody has judged anything yet', () => {
    const city = sent();

    expect(summary(city)).toEqual({
      klaim: { '1': '3', '2': '3' },
      simulasi: { '1': '1', '2': '1' },
      terverifikasi: {},
      jikaSemuaKlaimDiterima: { '1': '3', '2': '3' },
      indices: ['2.40', '1.00', '1.00', '2.40'],
      belumDinilai: [1, 2],
      belumDijawab: [3],
    });
  });

  it('simulate what was accepted so far, before any review has finished', () => {
    const city = sent().does(a1, accept('e1-2'), reject('e1-3'), accept('e2-3'));

    expect(summary(city)).toEqual({
      klaim: { '1': '3', '2': '3' },
      simulasi: { '1': '2', '2': '3' },
      terverifikasi: {},
      jikaSemuaKlaimDiterima: { '1': '3', '2': '3' },
      indices: ['2.40', '2.00', '1.00', '2.40'],
      belumDinilai: [],
      belumDijawab: [3],
    });
  });

  it('take a verified level instead of the claim once there is one', () => {
    const city = returned({ target: '2.30' });

    expect(summary(city)).toEqual({
      klaim: { '1': '3', '2': '3' },
      simulasi: { '1': '2', '2': '3' },
      terverifikasi: { '1': '2', '2': '3' },
      jikaSemuaKlaimDiterima: { '1': '2', '2': '3' },
      indices: ['2.40', '2.00', '2.00', '2.00'],
      belumDinilai: [],
      belumDijawab: [3],
    });
    expect(city.figures.terverifikasi.toTarget).toBe('0.30');
  });

  it('count claims that nobody has reviewed as level 1 in the verified index only', () => {
    const city = atTheStart()
      .does(dlh, ...complete(3, '4'))
      .finishes(dlh, 'isi', { unit: 'DLH' })
      .later('2025-12-02T09:00');

    expect(city.figures.terverifikasi.index).toBe('1.00');
    expect(city.figures.jikaSemuaKlaimDiterima.index).toBe('1.60');
  });

  it('simulate no more than was claimed, whatever is accepted beyond it', () => {
    const city = atTheStart()
      .does(dinkes, ...complete(1, '3'), save(1, { version: 1, level: '2' }), ...complete(2, '1'))
      .finishes(dinkes, 'isi', { unit: 'DINKES' })
      .later('2025-10-06T09:00')
      .does(a1, accept('e1-2'), accept('e1-3'), review(1, '3'));

    expect(city.figures.simulasi.levels).toEqual({ '1': '2', '2': '1' });
  });

  it('simulate the evidence that is there now: what replaced it is not judged yet', () => {
    const city = revised();
    const before = city.figures.simulasi.levels;

    city.does(a1, agree(1));

    expect(before).toEqual({ '1': '2', '2': '3' });
    expect(city.figures.simulasi.levels).toEqual({ '1': '3', '2': '3' });
  });
});

describe('the distance', () => {
  it('to the target and to the next predikat are two things', () => {
    const figure = figureOf(small, '4.00', { '1': '4', '2': '4', '3': '4', '4': '2' });

    expect(figure).toMatchObject({
      ...{ index: '3.80', predikat: 'Sangat Baik', toTarget: '0.20' },
      nextPredikat: { name: 'Memuaskan', from: '4.20', missing: '0.40' },
    });
  });

  it('is nothing beyond the target and the highest predikat', () => {
    const figure = figureOf(small, '4.00', { '1': '5', '2': '5', '3': '5', '4': '5' });

    expect(figure).toMatchObject({ index: '5.00', toTarget: '0.00', nextPredikat: null });
  });

  it('is counted from the published figure: 4.195 is 4.20 and Memuaskan', () => {
    const figure = figureOf(decimal, '4.20', { '1': '4.25', '2': '4.15', '3': '4.25', '4': '4' });

    expect(figure).toMatchObject({
      ...{ index: '4.20', exact: '4.1950', predikat: 'Memuaskan' },
      ...{ toTarget: '0.00', nextPredikat: null },
    });
  });

  it('to no target is none', () => {
    expect(figureOf(small, null, {}).toTarget).toBeNull();
  });
});

describe('an external value', () => {
  it('is claimed and verified at once, and is never "belum dijawab"', () => {
    const city = atTheStart().does(coordinator, external('4'));

    expect(summary(city)).toEqual({
      klaim: { '4': '4' },
      simulasi: { '4': '4' },
      terverifikasi: { '4': '4' },
      jikaSemuaKlaimDiterima: { '4': '4' },
      indices: ['1.30', '1.30', '1.30', '1.30'],
      belumDinilai: [],
      belumDijawab: [1, 2, 3],
    });
  });

  it('has the decimals of the instrument', () => {
    const city = atTheStart({ instrument: decimal }).does(coordinator, external('1.17'));

    expect(city.figures.terverifikasi).toMatchObject({
      ...{ levels: { '4': '1.17' }, exact: '1.0170', index: '1.02' },
    });
    expect(() => atTheStart().does(coordinator, external('1.17'))).toThrow('level_not_allowed');
  });
});

describe('a part of a level', () => {
  it('is carried only by the whole level above it', () => {
    const city = atTheStart({ instrument: decimal })
      .does(dinkes, ...complete(1, '2.5'), ...complete(2, '1'))
      .finishes(dinkes, 'isi', { unit: 'DINKES' })
      .later('2025-10-06T09:00')
      .does(a1, accept('e1-2'));
    const before = city.figures.simulasi.levels;

    expect(() => city.does(a1, review(1, '2.5'))).toThrow('level_not_reached');

    city.does(a1, agree(1));

    expect(before).toEqual({ '1': '2', '2': '1' });
    expect(city.figures.simulasi.levels).toEqual({ '1': '2.5', '2': '1' });
    expect(city.dossier.reviews.map(({ level }) => level)).toEqual(['2.5']);
  });
});

function summary({ figures }: City) {
  const { klaim, simulasi, terverifikasi, jikaSemuaKlaimDiterima } = figures;
  const all = [klaim, simulasi, terverifikasi, jikaSemuaKlaimDiterima];
  return {
    klaim: klaim.levels,
    simulasi: simulasi.levels,
    terverifikasi: terverifikasi.levels,
    jikaSemuaKlaimDiterima: jikaSemuaKlaimDiterima.levels,
    indices: all.map(({ index }) => index),
    belumDinilai: figures.belumDinilai,
    belumDijawab: figures.belumDijawab,
  };
}
