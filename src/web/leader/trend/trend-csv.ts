import type { YearByYear } from '../../../report/year-by-year.js';
import type { Language } from '../../language.js';
import { csvOf, tableState, type Column } from '../../parts/table.js';
import { figure } from '../../words/work.js';
import { trendWords } from './trend-words.js';

interface Line {
  readonly instrument: string;
  readonly kind: string;
  readonly code: string;
  readonly name: string;
  readonly year: number;
  readonly figure: string | null;
  readonly change: string | null;
}

/** One figure a line: so no column ever mixes two instruments. */
export function trendCsv(trend: YearByYear, language: Language): string {
  const t = trendWords[language];
  const said = (value: string | null): string => (value === null ? '' : figure(value, language));
  const columns: Column<Line>[] = [
    { key: 'instrumen', title: t.instrument, value: ({ instrument }) => instrument },
    { key: 'jenis', title: t.kind, value: ({ kind }) => kind },
    { key: 'kode', title: t.code, value: ({ code }) => code },
    { key: 'nama', title: t.name, value: ({ name }) => name },
    { key: 'tahun', title: t.year, value: ({ year }) => year },
    { key: 'nilai', title: t.figure, value: (line) => said(line.figure) },
    // A leading + or - would be taken for a formula, and made a text: a number it is not then.
    { key: 'perubahan', title: t.changed, value: ({ change }) => numberOf(change) },
  ];
  return csvOf(columns, linesOf(trend, language), tableState({}));
}

function numberOf(change: string | null): number | string {
  return change === null ? '' : Number(change);
}

function linesOf({ years, stretches }: YearByYear, language: Language): Line[] {
  const t = trendWords[language];
  return [
    ...years.map(({ year, instrument, index, change }) => {
      return {
        ...{ instrument: instrument.code, kind: t.index, code: '', name: '' },
        year,
        figure: index,
        change,
      };
    }),
    ...stretches.flatMap(({ instrument, years: ofStretch, domains, aspects, indicators }) =>
      [
        ...domains.map((row) => ({ kind: t.domain, row })),
        ...aspects.map((row) => ({ kind: t.aspect, row })),
        ...indicators.map((row) => ({ kind: t.indicator, row })),
      ].flatMap(({ kind, row: { code, name, figures, changes } }) =>
        ofStretch.flatMap((year, at): Line[] => {
          const value = figures[at] ?? null;
          if (value === null) return [];
          const change = changes[at] ?? null;
          return [{ instrument: instrument.code, kind, code, name, year, figure: value, change }];
        }),
      ),
    ),
  ];
}
