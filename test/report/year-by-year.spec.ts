import { describe, expect, it } from '@jest/globals';
import { loadInstrument } from '../../src/assessment/instrument-file.js';
import { publishedLevels, score, type Instrument } from '../../src/domain/scoring.js';
import { trendOf } from '../../src/report/trend.js';
import { latestPair, stretchesOf, type KnownYear } from '../../src/report/year-by-year.js';
import { shipped } from '../config/office.js';

const old = loadInstrument(shipped, 'spbe-2020');
const fresh = loadInstrument(shipped, 'pemdi-2026');

/** Every level 3 but these. */
function known(year: number, instrument: Instrument, but: Record<string, string> = {}): KnownYear {
  const all = instrument.indicators.map(({ no }) => [String(no), '3'] as const);
  const levels = { ...Object.fromEntries(all), ...but };
  const published = score(instrument, publishedLevels(instrument, levels));
  const detail = { levels, published };
  return {
    year,
    instrument,
    index: published.index,
    source: 'imported',
    detail,
    noted: null,
    computed: null,
  };
}

function noted(year: number, index: string): KnownYear {
  return {
    year,
    instrument: old,
    index,
    source: 'noted',
    detail: null,
    noted: null,
    computed: null,
  };
}

describe('the years side by side', () => {
  it('have what each indicator, aspect and domain changed by', () => {
    const years = trendOf([known(2023, old, { 1: '2' }), known(2024, old, { 1: '4', 11: '1' })]);

    const [stretch] = stretchesOf(years);

    expect(stretch?.years).toEqual([2023, 2024]);
    expect(stretch?.domains.slice(0, 2)).toEqual([
      { code: 'D1', name: 'Kebijakan SPBE', figures: ['2.90', '3.10'], changes: [null, '+0.20'] },
      { code: 'D2', name: 'Tata Kelola SPBE', figures: ['3.00', '2.80'], changes: [null, '-0.20'] },
    ]);
    expect(stretch?.aspects[1]).toMatchObject({ code: 'A2', figures: ['3.00', '2.50'] });
    expect(stretch?.indicators[0]).toMatchObject({ figures: ['2', '4'], changes: [null, '+2.00'] });
    expect(stretch?.indicators[10]).toMatchObject({ changes: [null, '-2.00'] });
  });

  it('count an indicator without a level as 1, as its result did', () => {
    const { detail, ...year } = known(2024, old);
    const { 5: _, ...levels } = detail?.levels ?? {};
    const published = score(old, publishedLevels(old, levels));

    const [stretch] = stretchesOf(trendOf([{ ...year, detail: { levels, published } }]));

    expect(stretch?.indicators[4]?.figures).toEqual(['1']);
  });

  it('say nothing of a year of which only the index is known, nor of what changed since', () => {
    const years = trendOf([noted(2022, '3.10'), known(2023, old), known(2024, old, { 1: '4' })]);

    const [stretch] = stretchesOf(years);

    expect(stretch?.indicators[0]).toMatchObject({
      figures: [null, '3', '4'],
      changes: [null, null, '+1.00'],
    });
    expect(stretch && latestPair(stretch)).toBe(2);
  });

  it('stand apart where another instrument begins, with no change worked out over the break', () => {
    const years = trendOf([known(2024, old), known(2025, old), known(2026, fresh)]);

    const stretches = stretchesOf(years);

    expect(stretches.map(({ instrument, years: own }) => [instrument.code, own])).toEqual([
      ['spbe-2020', [2024, 2025]],
      ['pemdi-2026', [2026]],
    ]);
    const changes = [stretches[1]?.aspects, stretches[1]?.indicators]
      .flatMap((rows) => rows ?? [])
      .flatMap((row) => row.changes);
    expect(changes.filter((change) => change !== null)).toEqual([]);
    expect(years.map(({ change }) => change)).toEqual([null, '+0.00', null]);
  });

  it('stand apart too where the weights of an instrument were corrected', () => {
    const [first, second, ...others] = old.indicators;
    if (!first || !second) throw new Error('no indicators');
    const indicators = [
      { ...first, weight: first.weight + 10 },
      { ...second, weight: second.weight - 10 },
      ...others,
    ];

    const years = trendOf([known(2024, old), known(2025, { ...old, indicators })]);

    expect(years.map(({ breaks, change }) => [breaks, change])).toEqual([
      [false, null],
      [true, null],
    ]);
  });
});
