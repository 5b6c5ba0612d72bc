import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { formalDate } from '../../src/report/minutes/formal-date.js';
import { numberRanges } from '../../src/report/minutes/number-ranges.js';
import { numberWords } from '../../src/report/minutes/number-words.js';

describe('a number in words', () => {
  it.each([
    [0, 'nol'],
    [9, 'sembilan'],
    [10, 'sepuluh'],
    [11, 'sebelas'],
    [12, 'dua belas'],
    [19, 'sembilan belas'],
    [20, 'dua puluh'],
    [21, 'dua puluh satu'],
    [31, 'tiga puluh satu'],
    [99, 'sembilan puluh sembilan'],
    [100, 'seratus'],
    [101, 'seratus satu'],
    [111, 'seratus sebelas'],
    [110, 'seratus sepuluh'],
    [215, 'dua ratus lima belas'],
    [1000, 'seribu'],
    [1011, 'seribu sebelas'],
    [1999, 'seribu sembilan ratus sembilan puluh sembilan'],
    [2000, 'dua ribu'],
    [2025, 'dua ribu dua puluh lima'],
    [10_000, 'sepuluh ribu'],
    [11_000, 'sebelas ribu'],
    [100_000, 'seratus ribu'],
    [123_456, 'seratus dua puluh tiga ribu empat ratus lima puluh enam'],
  ])('%i is %s', (value, text) => {
    expect(numberWords(value)).toBe(text);
  });

  it('has a word of its own for every number of four digits', () => {
    const all = Array.from({ length: 10_000 }, (_, value) => numberWords(value));

    expect(new Set(all).size).toBe(10_000);
    expect(all.filter((text) => / {2}|satu (puluh|belas|ratus|ribu)/.test(text))).toEqual([]);
  });

  it.each([-1, 1.5, 1_000_000])('is refused for %d, which nobody writes out', (value) => {
    expect(() => numberWords(value)).toThrow(RangeError);
  });
});

describe('a date in words', () => {
  it.each([
    [
      '2025-09-30',
      'Selasa tanggal tiga puluh bulan September tahun dua ribu dua puluh lima (30-09-2025)',
    ],
    ['2026-01-01', 'Kamis tanggal satu bulan Januari tahun dua ribu dua puluh enam (01-01-2026)'],
  ])('%s is %s', (date, text) => {
    expect(formalDate(Temporal.PlainDate.from(date))).toBe(text);
  });
});

describe('a list of numbers', () => {
  it.each([
    [[], ''],
    [[5], '5'],
    [[1, 2], '1–2'],
    [[1, 2, 3, 5, 7, 8], '1–3, 5, 7–8'],
  ])('of %j is %s', (numbers, text) => {
    expect(numberRanges(numbers)).toBe(text);
  });
});
