import { beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkBook } from '@e965/xlsx';
import { publishedLevels, score, type Instrument } from '../../../src/domain/scoring.js';
import { reportSheet } from '../../../src/report/document/report-sheet.js';
import { reportOf } from '../../../src/report/document/report-of.js';
import { basis, pemdi, report, spbe, usual, type Verified } from './a-report.js';
import { cellAt, readWorkbook, Recomputed } from './read-sheet.js';

const [work, summary, pieces, proof] = ['Kertas kerja', 'Ringkasan', 'Bukti dukung', 'Jejak'];

let book: WorkBook;

beforeAll(async () => {
  book = readWorkbook(await reportSheet(report()));
});

const value = (sheet: string | undefined, address: string) => cellAt(book, sheet ?? '', address)?.v;

describe('the working sheet, as another program reads it', () => {
  it('has its four sheets', () => {
    expect(book.SheetNames).toEqual([work, summary, pieces, proof]);
  });

  it('has 47 rows with what the report says of each indicator', () => {
    const { indicators } = report();

    const rows = indicators.map((_, at) =>
      ['A', 'B', 'E', 'G', 'H', 'I', 'J', 'K', 'L'].map((letter) =>
        value(work, `${letter}${at + 2}`),
      ),
    );

    expect(rows).toEqual(
      indicators.map((line) => [
        line.no,
        line.title === null ? line.name : `${line.name}: ${line.title}`,
        line.aspect,
        line.lead?.name,
        Number(line.claimed),
        line.verified === null ? undefined : Number(line.verified),
        Number(line.counted),
        line.weight / 100,
        line.contribution / 1_000_000,
      ]),
    );
    expect(value(work, 'A49')).toBeUndefined();
  });

  it('has results beside its formulas, for who does not work them out', () => {
    const { index, predikat } = report().result;

    expect(cellAt(book, 'Ringkasan', 'B3')).toMatchObject({ t: 'n', v: Number(index) });
    expect(cellAt(book, 'Ringkasan', 'B3')?.f).toContain('ROUND(');
    expect(cellAt(book, 'Ringkasan', 'B4')).toMatchObject({ t: 's', v: predikat });
    expect(cellAt(book, 'Kertas kerja', 'J9')?.f).toBe('IF(ISNUMBER(I9),I9,1)');
  });

  it('keeps text that looks like a formula as text', () => {
    const texts = report()
      .indicators.flatMap(({ notes }) => notes)
      .filter((note) => note.startsWith('='));
    const cells = Object.values(book.Sheets['Kertas kerja'] ?? {}) as { t?: string; v?: unknown }[];
    const found = cells.filter(({ v }) => typeof v === 'string' && v.startsWith('=HYPERLINK'));

    expect(texts.length).toBeGreaterThan(0);
    expect(found).toHaveLength(texts.length);
    for (const cell of found) expect(cell).toMatchObject({ t: 's' });
    for (const cell of found) expect(cell).not.toHaveProperty('f');
    expect(cellAt(book, 'Bukti dukung', 'C8')).toMatchObject({ t: 's', v: '=1+1.pdf' });
    expect(cellAt(book, 'Bukti dukung', 'C8')).not.toHaveProperty('f');
  });

  it('leads to the evidence where mails would', () => {
    const id = '00000000-0000-4000-8000-000000000001';

    expect(cellAt(book, 'Kertas kerja', 'N2')).toMatchObject({
      v: '1 bukti',
      l: { Target: 'https://siklus.kota.test/opd/spbe-2025/BAPPERIDA/indikator/1' },
    });
    expect(cellAt(book, 'Bukti dukung', 'E2')).toMatchObject({
      l: { Target: `https://siklus.kota.test/opd/spbe-2025/BAPPERIDA/bukti/${id}` },
    });
  });

  it('carries the place in the journal with its whole hash, and says whether it is a draft', async () => {
    const { place } = report();
    const draft = readWorkbook(await reportSheet(report(spbe, usual, { kind: 'draft' })));

    expect([value(proof, 'B6'), value(proof, 'B7')]).toEqual([place.entries, place.hash]);
    expect(value(proof, 'B4')).toBe('Ditetapkan');
    expect(cellAt(draft, 'Jejak', 'B4')?.v).toBe('DRAF – belum ditetapkan');
    expect(cellAt(draft, 'Ringkasan', 'A2')?.v).toBe('DRAF – belum ditetapkan');
  });
});

const cities: [string, Instrument, Verified][] = [
  ['of a usual city', spbe, usual],
  ['of a city that nobody has verified', spbe, () => null],
  ['of a perfect city', spbe, () => '5'],
  ['with two decimals a level', pemdi, (no) => (1 + ((no * 37) % 401) / 100).toFixed(2)],
  // 1.0250, of which a double times 100 is 102.49999999999999.
  ['on the half, rounded up', spbe, (no) => (no === 11 ? '2' : '1')],
];

describe('the formulas, worked out by another program', () => {
  it.each(cities)('come to the published figures %s', async (_, instrument, verified) => {
    const made = report(instrument, verified);
    const { index, predikat } = made.result;

    const anew = Recomputed.of(readWorkbook(await reportSheet(made)));

    expect(anew.at('Ringkasan', 'B3')).toBe(Number(index));
    expect(anew.at('Ringkasan', 'B4')).toBe(predikat);
    const first = 8 + instrument.predikat.length + 2;
    const parts = [
      ...made.domains.map((part, at) => [first + 1 + at, part] as const),
      ...made.aspects.map((part, at) => {
        const skipped = made.domains.length === 0 ? 0 : made.domains.length + 2;
        return [first + skipped + 1 + at, part] as const;
      }),
    ];
    expect(parts.map(([row]) => anew.at('Ringkasan', `E${row}`))).toEqual(
      parts.map(([, part]) => Number(part.verified)),
    );
  });

  it.each([
    { no: 16, level: 5 },
    { no: 1, level: 1 },
    { no: 47, level: null },
  ])('follow the level of indicator $no to $level, as rule 21 has it', ({ no, level }) => {
    const anew = Recomputed.of(book);
    const given = basis();
    const levels = { ...given.figures.terverifikasi.levels, [no]: String(level ?? 1) };
    const expected = score(spbe, publishedLevels(spbe, levels));

    anew.set('Kertas kerja', `I${no + 1}`, level);

    expect(anew.at('Ringkasan', 'B3')).toBe(Number(expected.index));
    expect(anew.at('Ringkasan', 'B4')).toBe(expected.predikat);
    expect(expected.index).not.toBe(reportOf(given).result.index);
  });
});

describe('a report of the same figures', () => {
  it('is the same working sheet to the byte, whenever it is made', async () => {
    const first = await reportSheet(report());
    // ZIPs keep every other second.
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const second = await reportSheet(report());

    expect(first.equals(second)).toBe(true);
  });
});
