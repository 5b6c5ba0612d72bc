import type { FileHandle } from 'node:fs/promises';
import { office, plainly, together, type Found } from './found.js';

/** By the stream in the root folder that each program looks for. */
const officeStreams = [
  { stream: 'worddocument', type: 'doc', withMacros: 'docm' },
  { stream: 'workbook', type: 'xls', withMacros: 'xlsm' },
  { stream: 'book', type: 'xls', withMacros: 'xlsm' },
  { stream: 'powerpoint document', type: 'ppt', withMacros: 'pptm' },
];

const macroNames = ['vba', '_vba_project', '_vba_project_cur', 'macros'];

/**
 * Tells .doc, .xls and .ppt apart, and from installers, mails and whatever else is kept in a compound file
 * ([MS-CFB]). Only the folder is read: the package `cfb` would read all of the file into memory.
 */
export async function compoundFound(file: FileHandle): Promise<Found> {
  const entries = await entriesOf(file).catch(() => []);
  const root = rootNames(entries);
  const macros = entries.some(({ name }) => macroNames.includes(name));
  const found = officeStreams
    .filter(({ stream }) => root.has(stream))
    .map(({ type, withMacros }) => office(type, macros, withMacros));
  // An encrypted .docx is kept in a compound file too. Nobody could see what is in it, the scanner least of all.
  const other = root.has('encryptedpackage') ? 'encrypted office file' : 'compound file';
  return together(found) ?? plainly(other);
}

interface Entry {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

/** A folder is a search tree; one that was tampered with may go in circles. */
function rootNames(entries: readonly Entry[]): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<number>();
  const waiting = [entries[0]?.child];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const entry = entries[id];
    if (!entry || seen.has(id)) continue;
    seen.add(id);
    names.add(entry.name);
    waiting.push(entry.left, entry.right);
  }
  return names;
}

/** Sectors from here up are marks: the end of a chain, or none at all. */
const marks = 0xfffffffa;
const entryBytes = 128;
const mostSectors = 10_000;

async function entriesOf(file: FileHandle): Promise<Entry[]> {
  const sectors = await Sectors.of(file);
  const entries: Entry[] = [];
  for await (const sector of sectors.chain(sectors.folder)) {
    for (let at = 0; at < sector.length; at += entryBytes) {
      entries.push(entryOf(sector.subarray(at, at + entryBytes)));
    }
  }
  return entries;
}

function entryOf(bytes: Buffer): Entry {
  // The length counts the closing zero.
  const length = Math.max(0, Math.min(bytes.readUInt16LE(64), 64) - 2);
  return {
    name: bytes.toString('utf16le', 0, length).toLowerCase(),
    left: bytes.readUInt32LE(68),
    right: bytes.readUInt32LE(72),
    child: bytes.readUInt32LE(76),
  };
}

/** The file in pieces of equal size, and the table that says which piece follows which. */
class Sectors {
  private constructor(
    private readonly file: FileHandle,
    private readonly size: number,
    /** Where the pieces of the table are. */
    private readonly table: readonly number[],
    readonly folder: number,
  ) {}

  static async of(file: FileHandle): Promise<Sectors> {
    const header = await read(file, 0, 512);
    const power = header.readUInt16LE(30);
    if (power !== 9 && power !== 12) throw new Error(`sectors of 2^${power} bytes`);
    const table = numbers(header.subarray(76));
    const sectors = new Sectors(file, 2 ** power, table, header.readUInt32LE(48));
    // The header has room for the table of a file of some 7 MB; the rest of it is listed in sectors of their own.
    for (let at = header.readUInt32LE(68), left = mostSectors; at < marks && left > 0; left -= 1) {
      const more = numbers(await sectors.sector(at));
      at = more.pop() ?? marks;
      table.push(...more);
    }
    return sectors;
  }

  async *chain(first: number): AsyncGenerator<Buffer> {
    for (let at = first, left = mostSectors; at < marks && left > 0; left -= 1) {
      yield await this.sector(at);
      at = await this.after(at);
    }
  }

  private async after(sector: number): Promise<number> {
    const inOne = this.size / 4;
    const part = this.table[Math.floor(sector / inOne)];
    if (part === undefined) throw new Error(`no sector ${sector}`);
    const entry = await read(this.file, this.start(part) + (sector % inOne) * 4, 4);
    return entry.readUInt32LE();
  }

  private sector(sector: number): Promise<Buffer> {
    return read(this.file, this.start(sector), this.size);
  }

  private start(sector: number): number {
    return (sector + 1) * this.size;
  }
}

function numbers(bytes: Buffer): number[] {
  return Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32LE(index * 4));
}

async function read(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  if (bytesRead < length) throw new Error(`ends before ${at + length}`);
  return buffer;
}
