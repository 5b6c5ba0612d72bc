import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { InputError } from '../../platform/input-error.js';
import { limits } from './sheet.js';
import { DamagedXml, readXml, type XmlReader } from './xml.js';

/** No office program writes as many. */
const mostEntries = 5_000;

/** The parts of a workbook, unpacked only as they are read, and never more than a workbook of this kind can need. */
export class WorkbookParts {
  private left: number = limits.unpackedBytes;

  private constructor(
    private readonly file: string,
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws InputError */
  static async of(file: string, bytes: Buffer): Promise<WorkbookParts> {
    try {
      const zip = await fromBufferPromise(bytes, { autoClose: false });
      if (zip.entryCount > mostEntries) throw new Error('too many entries');
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) {
        const name = entry.fileName.toLowerCase();
        // Of two parts with one name each program may read another.
        if (entries.has(name)) throw new Error('two entries with one name');
        entries.set(name, entry);
      }
      return new WorkbookParts(file, zip, entries);
    } catch {
      // Whatever the archive's reader stumbled over, the remedy is the same.
      throw notAWorkbook(file);
    }
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** @throws InputError when there is no such part, or it cannot be read */
  async read(name: string, reader: XmlReader): Promise<void> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw notAWorkbook(this.file);
    try {
      await readXml(this.textOf(entry), reader);
    } catch (error) {
      if (error instanceof DamagedXml) throw notAWorkbook(this.file);
      throw error;
    }
  }

  private async *textOf(entry: Entry): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      const stream = await this.zip.openReadStreamPromise(entry);
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        // Counted as it comes: what an archive says about its sizes may be a lie.
        this.left -= chunk.length;
        if (this.left < 0) throw tooLarge(this.file);
        yield decoder.decode(chunk, { stream: true });
      }
      yield decoder.decode();
    } catch (error) {
      if (error instanceof InputError) throw error;
      throw notAWorkbook(this.file);
    }
  }
}

export function notAWorkbook(file: string): InputError {
  const remedy = 'open it with a spreadsheet program and save it anew as .xlsx, without a password';
  return new InputError(
    { file, line: null, field: null },
    `is damaged or no XLSX workbook: ${remedy}`,
  );
}

function tooLarge(file: string): InputError {
  const most = `${limits.unpackedBytes / 1024 / 1024} MB`;
  return new InputError(
    { file, line: null, field: null },
    `holds more than ${most} when it is unpacked: copy only the two tables into a new workbook`,
  );
}
