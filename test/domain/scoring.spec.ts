import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadInstrument } from '../../src/assessment/instrument-file.js';
import {
  allowedLevels,
  levelOf,
  nextPredikat,
  predikatOf,
  publishedLevels,
  score,
  type Instrument,
} from '../../src/domain/scoring.js';
import { shipped } from '../config/office.js';

const spbe = loadInstrument(shipped, 'spbe-2020');
const pemdi = loadInstrument(shipped, 'pemdi-2026');

const all = (level: string) => spbe.indicators.map(() => level);

/** Four indicators of this weight and that, in two aspects of one domain. */
const small: Instrument = {
  code: 'kecil',
  title: 'Kecil',
  decimals: 2,
  domains: [{ code: 'D1', name: 'Satu', weight: 10_000 }],
  aspects: [
    { code: 'A1', name: 'Satu', weight: 3_950, domain: 'D1' },
    { code: 'A2', name: 'Dua', weight: 6_050, domain: 'D1' },
  ],
  indicators: [
    indicator(1, 1_975, 'A1'),
    indicator(2, 1_975, 'A1'),
    indicator(3, 6_000, 'A2'),
    indicator(4, 50, 'A2'),
  ],
  predikat: spbe.predikat,
};

describe('rule 21: the index', () => {
  it('is 3.00 and "Baik" when every level is 3', () => {
    expect(score(spbe, all('3'))).toEqual({
      index: '3.00',
      exact: '3.0000',
      predikat: 'Baik',
      domains: { D1: '3.00', D2: '3.00', D3: '3.00', D4: '3.00' },
      aspects: {
        A1: '3.00',
        A2: '3.00',
        A3: '3.00',
        A4: '3.00',
        A5: '3.00',
        A6: '3.00',
        A7: '3.00',
        A8: '3.00',
      },
    });
  });

  it('weighs levels by indicator, within a domain and an aspect too', () => {
    const levels = spbe.indicators.map(({ no }) => (no === 1 || no >= 32 ? '4' : '3'));

    expect(score(spbe, levels)).toEqual({
      index: '3.47',
      exact: '3.4680',
      predikat: 'Baik',
      domains: { D1: '3.10', D2: '3.00', D3: '3.00', D4: '4.00' },
      aspects: {
        A1: '3.10',
        A2: '3.00',
        A3: '3.00',
        A4: '3.00',
        A5: '3.00',
        A6: '3.00',
        A7: '4.00',
        A8: '4.00',
      },
    });
  });

  it('publishes 4.195 as 4.20, and reads the predikat from that', () => {
    const { index, exact, predikat } = score(small, ['3', '3', '5', '2']);

    expect({ index, exact, predikat }).toEqual({
      index: '4.20',
      exact: '4.1950',
      predikat: 'Memuaskan',
    });
  });

  it('keeps as many decimals as the exact figure has', () => {
    const { exact, domains } = score(small, ['3.01', '3', '5', '2']);

    expect(exact).toBe('4.196975');
    expect(domains).toEqual({ D1: '4.20' });
  });

  it('has no domains under pemdi-2026', () => {
    const { index, domains, aspects } = score(
      pemdi,
      pemdi.indicators.map(({ no }) => (no === 5 ? '1.17' : '1')),
    );

    expect({ index, domains, P3: aspects['P3'] }).toEqual({
      index: '1.01',
      domains: {},
      P3: '1.06',
    });
  });

  it('is not given for a wrong number of levels', () => {
    expect(() => score(spbe, ['3'])).toThrow('47 levels expected, not 1');
  });
});

describe('rule 21: exact decimal arithmetic', () => {
  const weighted = fc
    .uniqueArray(fc.integer({ min: 1, max: 9_999 }), { maxLength: 60 })
    .map((cuts) => {
      const borders = [0, ...cuts.sort((a, b) => a - b), 10_000];
      return borders.slice(1).map((border, index) => border - (borders[index] ?? 0));
    })
    .chain((weights) =>
      fc.tuple(
        fc.constant(weights),
        fc.array(fc.integer({ min: 100, max: 500 }), {
          minLength: weights.length,
          maxLength: weights.length,
        }),
      ),
    );

  it('gives the very mean, and rounds it half up', () => {
    fc.assert(
      fc.property(weighted, ([weights, levels]) => {
        const { index, exact } = score(flat(weights), levels.map(text));
        const sum = levels.reduce(
          (total, level, i) => total + BigInt(level) * weight(weights, i),
          0n,
        );

        // In millionths: the exact figure is the sum, the index the nearest hundredth, up from the half.
        expect(millionths(exact)).toBe(sum);
        expect(exact).toMatch(/^\d\.\d{4}(\d|\d?[1-9])?$/);
        const step = millionths(index) - sum;
        expect(step > -5_000n && step <= 5_000n).toBe(true);
        expect(sum >= 1_000_000n && sum <= 5_000_000n).toBe(true);
      }),
    );
  });

  it('never falls when a level rises', () => {
    fc.assert(
      fc.property(weighted, fc.nat(), ([weights, levels], at) => {
        const raised = levels.map((level, index) =>
          index === at % levels.length ? Math.min(500, level + 1) : level,
        );
        const before = score(flat(weights), levels.map(text));
        const after = score(flat(weights), raised.map(text));

        expect(millionths(after.exact) >= millionths(before.exact)).toBe(true);
        expect(millionths(after.index) >= millionths(before.index)).toBe(true);
      }),
    );
  });
});

describe('rule 21: the predikat', () => {
  it.each([
    { index: '5.00', predikat: 'Memuaskan', next: null },
    { index: '4.20', predikat: 'Memuaskan', next: null },
    { index: '4.19', predikat: 'Sangat Baik', next: { name: 'Memuaskan', from: '4.20' } },
    { index: '3.50', predikat: 'Sangat Baik', next: { name: 'Memuaskan', from: '4.20' } },
    { index: '3.49', predikat: 'Baik', next: { name: 'Sangat Baik', from: '3.50' } },
    { index: '2.59', predikat: 'Cukup', next: { name: 'Baik', from: '2.60' } },
    { index: '1.00', predikat: 'Kurang', next: { name: 'Cukup', from: '1.80' } },
  ])('of $index is $predikat', ({ index, predikat, next }) => {
    expect(predikatOf(spbe, index)).toBe(predikat);
    expect(nextPredikat(spbe, index)).toEqual(next);
  });
});

describe('rule 21: a level', () => {
  it.each([
    { instrument: spbe, text: '1', level: '1' },
    { instrument: spbe, text: '5', level: '5' },
    { instrument: pemdi, text: '1.17', level: '1.17' },
    { instrument: pemdi, text: '3.50', level: '3.5' },
    { instrument: pemdi, text: '5.00', level: '5' },
  ])('of $instrument.code can be $text', ({ instrument, text: written, level }) => {
    expect(levelOf(instrument, written)).toBe(level);
  });

  it.each(['0', '6', '3.5', '3.0', '', ' 3', '3e0', '03', '-3', 'NaN', '٣'])(
    'of spbe-2020 cannot be %j',
    (written) => {
      expect(() => levelOf(spbe, written)).toThrow('is not a whole number from 1 to 5');
    },
  );

  it.each(['0.99', '5.01', '3.505', '3,5', '3.', '.5'])('of pemdi-2026 cannot be %j', (written) => {
    expect(() => levelOf(pemdi, written)).toThrow(allowedLevels(pemdi));
  });
});

describe('rule 22: an indicator without a verified level', () => {
  it('counts as level 1 in the published result', () => {
    const levels = publishedLevels(spbe, { '2': '5', '47': '4' });

    expect(levels).toEqual(spbe.indicators.map(({ no }) => ({ 2: '5', 47: '4' })[no] ?? '1'));
    expect(score(spbe, levels).exact).toBe('1.1420');
  });
});

function indicator(no: number, weighs: number, aspect: string) {
  const kind = {
    capability: null,
    valueSource: 'evidence',
    source: null,
    ownTitle: false,
    levels: [],
  } as const;
  return { no, name: `Indikator ${no}`, weight: weighs, aspect, ...kind };
}

function flat(weights: readonly number[]): Instrument {
  return {
    ...small,
    domains: [],
    aspects: [{ code: 'A1', name: 'Satu', weight: 10_000, domain: null }],
    indicators: weights.map((weighs, index) => indicator(index + 1, weighs, 'A1')),
  };
}

function text(hundredths: number): string {
  return (hundredths / 100).toFixed(2);
}

function weight(weights: readonly number[], index: number): bigint {
  return BigInt(weights[index] ?? 0);
}

function millionths(figure: string): bigint {
  const [whole = '', decimals = ''] = figure.split('.');
  return BigInt(whole) * 1_000_000n + BigInt(decimals.padEnd(6, '0'));
}
