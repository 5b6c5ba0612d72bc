import { createHash } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { csvText } from '../../platform/csv-text.js';
import type { FileStore } from '../../platform/files/file-store.js';
import { indexWorkbook } from './pack-index.js';
import { answerText, indexRows, missingText, type FileState } from './pack-texts.js';
import { answerName } from './pack-names.js';
import type { PortalIndicator, PortalPack } from './portal.js';

/** Where files are read from; nothing else of a store is needed. */
export type FileSource = Pick<FileStore, 'open'>;

/**
 * The pack as one archive, written while it is read: never more than a piece of one file is held. A file that
 * the store has lost, or gives away damaged, is named in the lists and stops nothing.
 */
export function packFile(pack: PortalPack, files: FileSource): Readable {
  const zip = new ZipFile();
  const output = new PassThrough();
  zip.outputStream.pipe(output);
  const stop = new AbortController();
  // Who goes away in the middle of it waits for no file.
  output.once('close', () => stop.abort());
  const fail = (error: unknown): void => {
    output.destroy(error instanceof Error ? error : new Error(String(error)));
  };
  zip.on('error', fail);
  new PackWriter(zip, files, stop.signal).write(pack).catch((error: unknown) => {
    if (!stop.signal.aborted) fail(error);
  });
  return output;
}

class PackWriter {
  private readonly states = new Map<string, FileState>();

  constructor(
    private readonly zip: ZipFile,
    private readonly files: FileSource,
    private readonly signal: AbortSignal,
  ) {}

  /** First the files: the lists say what has become of them. */
  async write({ cycle, indicators, journal }: PortalPack): Promise<void> {
    // The same state of things is the same archive.
    const mtime = new Date(journal.at.epochMilliseconds);
    const addText = (text: string, path: string): void => {
      this.zip.addBuffer(Buffer.from(text), path, { mtime });
    };
    for (const indicator of indicators) {
      await this.addFiles(indicator, mtime);
      const { folder, aspect, no } = indicator;
      const name = answerName({ aspect: aspect.code, no, year: cycle.year });
      addText(answerText(indicator, this.states), `${folder}/${name}`);
    }
    const index = indexRows(indicators, this.states);
    addText(csvText(index), 'daftar.csv');
    this.zip.addBuffer(await indexWorkbook(index, journal.at), 'daftar.xlsx', { mtime });
    const missing = missingText(indicators, this.states);
    if (missing !== null) addText(missing, 'BERKAS-HILANG.txt');
    this.zip.end();
  }

  private async addFiles({ folder, evidence }: PortalIndicator, mtime: Date): Promise<void> {
    for (const { id, name, file } of evidence) {
      if (file === null) continue;
      const state = await this.addFile(file.sha256, `${folder}/${name}`, mtime);
      this.states.set(id, state);
    }
  }

  private async addFile(sha256: string, path: string, mtime: Date): Promise<FileState> {
    this.signal.throwIfAborted();
    let content: Readable;
    try {
      content = await this.files.open(sha256);
    } catch {
      return 'missing';
    }
    const read = { state: 'whole' as FileState };
    const checked = Readable.from(whole(content, sha256, read), { objectMode: false });
    // Evidence is packed by its own format already.
    this.zip.addReadStream(checked, path, { mtime, compress: false });
    try {
      await finished(checked, { signal: this.signal });
    } finally {
      content.destroy();
      checked.destroy();
    }
    return read.state;
  }
}

/** What a store gives, to its end; says when that is not what was put into it. */
async function* whole(
  content: Readable,
  sha256: string,
  read: { state: FileState },
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of content) {
      hash.update(chunk as Buffer);
      yield chunk as Buffer;
    }
  } catch {
    read.state = 'broken';
    return;
  }
  if (hash.digest('hex') !== sha256) read.state = 'broken';
}
