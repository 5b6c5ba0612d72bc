import type { Indicator, IndicatorLevel, Instrument } from '../../../src/domain/scoring.js';

/** Four indicators: 2 has a level 3 that covers lower ones, 3 a title of its own, 4 comes from elsewhere. */
export const small: Instrument = {
  code: 'kecil',
  title: 'Kecil',
  decimals: 0,
  domains: [{ code: 'D1', name: 'Satu', weight: 10_000 }],
  aspects: [
    { code: 'A1', name: 'Satu', weight: 7_000, domain: 'D1' },
    { code: 'A2', name: 'Dua', weight: 3_000, domain: 'D1' },
  ],
  indicators: [
    indicator(1, 4_000, 'A1'),
    indicator(2, 3_000, 'A1', { levels: [covering(3)] }),
    indicator(3, 2_000, 'A2', { ownTitle: true }),
    indicator(4, 1_000, 'A2', { valueSource: 'external', source: 'BPS' }),
  ],
  predikat: [
    { name: 'Memuaskan', from: '4.20' },
    { name: 'Sangat Baik', from: '3.50' },
    { name: 'Baik', from: '2.60' },
    { name: 'Cukup', from: '1.80' },
    { name: 'Kurang', from: '1.00' },
  ],
};

/** The same with parts of levels, as under `pemdi-2026`. */
export const decimal: Instrument = { ...small, code: 'kecil-desimal', decimals: 2 };

export function indicator(
  no: number,
  weight: number,
  aspect: string,
  more: Partial<Indicator> = {},
): Indicator {
  return {
    no,
    name: `Indikator ${no}`,
    weight,
    aspect,
    capability: null,
    valueSource: 'evidence',
    source: null,
    ownTitle: false,
    levels: [],
    ...more,
  };
}

export function covering(level: number): IndicatorLevel {
  return { level, criterion: '', fulfilment: '', evidence: '', coversLower: true };
}
