import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { packFile, type FileSource } from '../../src/report/portal/pack-file.js';
import type { PortalIndicator, PortalPack } from '../../src/report/portal/portal.js';
import { at } from './minutes-sample.js';
import { zipEntries } from './zip-entries.js';

const megabyte = 1024 * 1024;
const contents = Array.from({ length: 8 }, (_, index) => Buffer.alloc(4 * megabyte, index + 65));
const hashes = contents.map((content) => createHash('sha256').update(content).digest('hex'));

/** Says how many files are open at once, and how far they were read. */
class CountingSource implements FileSource {
  open_ = 0;
  most = 0;
  opened = 0;

  open(sha256: string): Promise<Readable> {
    const content = contents[hashes.indexOf(sha256)] ?? Buffer.alloc(0);
    const pieces = Array.from({ length: 64 }, (_, index) =>
      content.subarray((index * content.length) / 64, ((index + 1) * content.length) / 64),
    );
    this.opened += 1;
    this.open_ += 1;
    this.most = Math.max(this.most, this.open_);
    const stream = Readable.from(pieces);
    stream.once('close', () => (this.open_ -= 1));
    return Promise.resolve(stream);
  }
}

function pack(): PortalPack {
  const evidence = hashes.map((sha256, index) => ({
    ...{ id: `${index}`, level: 2, unit: 'DINKES', name: `bukti-${index}.pdf` },
    ...{ original: `=cmd|${index}.pdf`, url: null, judgement: null, note: '' },
    file: { sha256, size: 4 * megabyte, type: 'application/pdf' },
  }));
  const indicator: PortalIndicator = {
    ...{ no: 1, key: 'D1 A1 ID-1', domain: null, aspect: { code: 'A1', name: 'Aspek' } },
    ...{ name: 'Satu', title: 'Satu', lead: null, state: 'sent', claimed: '2', verified: null },
    ...{ fact: '=HYPERLINK("x")', analysis: '', evidence, notes: [], folder: '01_Satu' },
  };
  return {
    cycle: { code: 'spbe-2025', title: 'SPBE', year: 2025 },
    journal: { entries: 1, hash: '0'.repeat(64), at: at('2025-10-01T08:00') },
    indicators: [indicator],
  };
}

async function settled(): Promise<void> {
  for (let turns = 0; turns < 200; turns += 1) await turn();
}

function rowOf(sheet: ExcelJS.Worksheet | undefined, row: number): string[] {
  return Array.from({ length: 18 }, (_, index) => sheet?.getRow(row).getCell(index + 1).text ?? '');
}

describe('the archive of the pack', () => {
  it('holds every file whole, and opens one at a time', async () => {
    const source = new CountingSource();

    const entries = await zipEntries(await buffer(packFile(pack(), source)));

    expect([...entries.keys()]).toEqual([
      ...hashes.map((_, index) => `01_Satu/bukti-${index}.pdf`),
      '01_Satu/A1-I1_Jawaban_2025.txt',
      ...['daftar.csv', 'daftar.xlsx'],
    ]);
    expect(entries.get('01_Satu/bukti-7.pdf')?.equals(contents[7] ?? Buffer.alloc(0))).toBe(true);
    // A spreadsheet must take no name for a formula.
    expect(entries.get('daftar.csv')?.toString()).toContain(",'=cmd|7.pdf,");
    expect([source.opened, source.most, source.open_]).toEqual([8, 1, 0]);
  });

  it('has the list as a workbook too, whose texts are no formulas', async () => {
    const entries = await zipEntries(await buffer(packFile(pack(), new CountingSource())));

    const workbook = new ExcelJS.Workbook();
    const [content = Buffer.alloc(0)] = [entries.get('daftar.xlsx')];
    await workbook.xlsx.load(new Uint8Array(content).buffer);
    const [sheet] = workbook.worksheets;
    const csv = entries.get('daftar.csv')?.toString().split('\r\n') ?? [];
    expect(sheet?.rowCount).toBe(csv.filter((line) => line !== '').length);
    expect(rowOf(sheet, 1)).toEqual(csv[0]?.replace('\ufeff', '').split(','));
    expect(rowOf(sheet, 9).slice(11, 14)).toEqual(['bukti-7.pdf', '=cmd|7.pdf', `${4 * megabyte}`]);
    expect(sheet?.getCell('M9').type).toBe(ExcelJS.ValueType.String);
  });

  it('reads no further than somebody takes it', async () => {
    const source = new CountingSource();

    const output = packFile(pack(), source);
    await settled();

    expect(source.opened).toBe(1);
    output.destroy();
  });

  it('lets go of the store when whoever takes it goes away', async () => {
    const source = new CountingSource();
    const output = packFile(pack(), source);
    await settled();

    output.destroy();
    await settled();

    expect([source.opened, source.open_]).toEqual([1, 0]);
  });
});
