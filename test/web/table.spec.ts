import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import {
  arranged,
  csvOf,
  tableState,
  tableView,
  type Column,
  type TableState,
} from '../../src/web/parts/table.js';

interface Row {
  readonly name: string;
  readonly count: number;
}

const columns: readonly Column<Row>[] = [
  { key: 'nama', title: 'Nama', value: ({ name }) => name },
  { key: 'jumlah', title: 'Jumlah', value: ({ count }) => count },
];

const rows: readonly Row[] = [
  { name: 'Dinas 10', count: 9 },
  { name: 'dinas 9', count: 10 },
  { name: 'Dinas Kesehatan', count: 2 },
];

const asItComes: TableState = { search: '', sort: '', descending: false };

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('=1+1', '+62', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '"', ',', '', ' '),
);
const anyRows = fc.array(fc.record({ name: anyText, count: fc.integer() }), { maxLength: 20 });
const anyState: fc.Arbitrary<TableState> = fc.record({
  search: fc.oneof(fc.constant(''), anyText),
  sort: fc.constantFrom('', 'nama', 'jumlah', 'lain', '__proto__'),
  descending: fc.boolean(),
});

function namesIn(state: Partial<TableState>): string[] {
  return arranged(columns, rows, { ...asItComes, ...state }).map(({ name }) => name);
}

describe('the address of a table', () => {
  it.each([
    { query: {}, state: asItComes },
    { query: { urut: 'nama' }, state: { ...asItComes, sort: 'nama' } },
    { query: { urut: '-nama' }, state: { ...asItComes, sort: 'nama', descending: true } },
    { query: { cari: ' dinas ' }, state: { ...asItComes, search: 'dinas' } },
    { query: { cari: ['a', 'b'], urut: { a: 'b' } }, state: asItComes },
  ])('is read: $query', ({ query, state }) => {
    expect(tableState(query)).toEqual(state);
  });

  it('is read whatever it says, and kept short', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (cari, urut) => {
        expect(tableState({ cari, urut }).search.length).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('says again what was read from it', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (search, descending) => {
        const state = tableState({ cari: search, urut: descending ? '-jumlah' : 'jumlah' });
        const view = { caption: 'Tabel', path: '/t', columns, rows, state, empty: '' };
        const page = tableView({ ...view, language: 'id' }).toString();

        const [, href = ''] = /href="([^"]*format=csv)"/.exec(page) ?? [];
        const query = new URL(href.replaceAll('&amp;', '&'), 'http://a.test').searchParams;
        const read = tableState({ cari: query.get('cari'), urut: query.get('urut') });
        expect(read).toEqual(state);
      }),
    );
  });
});

describe('a table', () => {
  it('is sorted as people count, whatever the case', () => {
    expect(namesIn({ sort: 'nama' })).toEqual(['dinas 9', 'Dinas 10', 'Dinas Kesehatan']);
    expect(namesIn({ sort: 'jumlah' })).toEqual(['Dinas Kesehatan', 'Dinas 10', 'dinas 9']);
    expect(namesIn({ sort: 'jumlah', descending: true })).toEqual([
      'dinas 9',
      'Dinas 10',
      'Dinas Kesehatan',
    ]);
  });

  it('stays in its order for a column that it does not have', () => {
    expect(namesIn({ sort: 'constructor', descending: true })).toEqual(
      rows.map(({ name }) => name),
    );
  });

  it('is searched in every column, whatever the case', () => {
    expect(namesIn({ search: 'KESEHATAN' })).toEqual(['Dinas Kesehatan']);
    expect(namesIn({ search: '10' })).toEqual(['Dinas 10', 'dinas 9']);
    expect(namesIn({ search: 'tidak ada' })).toEqual([]);
  });

  it('loses and makes up no row by being sorted, and leaves its rows as they are', () => {
    fc.assert(
      fc.property(anyRows, anyState, (all, state) => {
        const before = [...all];
        const found = arranged(columns, all, { ...state, sort: '' });
        const sorted = arranged(columns, all, state);

        expect(new Set(sorted)).toEqual(new Set(found));
        expect(sorted.length).toBe(found.length);
        expect(all).toEqual(before);
      }),
    );
  });

  it('counts up or down by its numbers', () => {
    fc.assert(
      fc.property(anyRows, fc.boolean(), (all, descending) => {
        const counts = arranged(columns, all, { search: '', sort: 'jumlah', descending }).map(
          ({ count }) => (descending ? -count : count),
        );

        expect(counts).toEqual([...counts].sort((a, b) => a - b));
      }),
    );
  });
});

describe('the CSV of a table', () => {
  it('has no cell that a spreadsheet takes for a formula, and every other one as it is', () => {
    fc.assert(
      fc.property(anyRows, anyState, (all, state) => {
        const cells: string[][] = parse(csvOf(columns, all, state), { bom: true });

        const shown = arranged(columns, all, state);
        expect(cells).toEqual([
          ['Nama', 'Jumlah'],
          ...shown.map(({ name, count }) => [
            /^[=+\-@\t\r\n]/.test(name) ? `'${name}` : name,
            String(count),
          ]),
        ]);
      }),
    );
  });
});
