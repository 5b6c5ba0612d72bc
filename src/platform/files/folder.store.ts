import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Temporal } from 'temporal-polyfill';
import {
  checkedHash,
  FileMissing,
  type ByteRange,
  type FileStore,
  type FinishedFile,
  type StoredFile,
} from './file-store.js';

/** A folder of one's own or one that several machines mount: `ab/cd/abcd…`, so that no folder grows too large. */
export class FolderStore implements FileStore {
  /** Below the same folder, so on the same file system: only there is a rename all or nothing. */
  readonly incoming: string;

  constructor(private readonly folder: string) {
    this.incoming = join(folder, 'incoming');
  }

  async put({ path, sha256 }: FinishedFile): Promise<void> {
    const target = this.pathOf(sha256);
    await toDisk(path);
    await mkdir(dirname(target), { recursive: true });
    // Over one that is there already, too: it is the same, unless the disk damaged it.
    await rename(path, target);
    // The name is on the disk when its folder is, and that folder's name when the one above is.
    for (const above of [dirname(target), dirname(dirname(target)), this.folder]) {
      await toDisk(above);
    }
  }

  async open(sha256: string, { from, to }: ByteRange = {}): Promise<Readable> {
    const file = await unlessMissing(open(this.pathOf(sha256)));
    if (!file) throw new FileMissing(sha256);
    return file.createReadStream({
      ...(from === undefined ? {} : { start: from }),
      ...(to === undefined ? {} : { end: to }),
    });
  }

  async has(sha256: string): Promise<boolean> {
    return (await unlessMissing(stat(this.pathOf(sha256)))) !== null;
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
  }

  async *list(): AsyncGenerator<StoredFile> {
    for await (const path of filesBelow(this.folder, 2)) {
      const found = await unlessMissing(stat(path));
      // Somebody may have removed it since its folder was read.
      if (!found) continue;
      const at = Temporal.Instant.fromEpochMilliseconds(Math.floor(found.mtimeMs));
      yield { sha256: basename(path), size: found.size, at };
    }
  }

  private pathOf(sha256: string): string {
    const name = checkedHash(sha256);
    return join(this.folder, name.slice(0, 2), name.slice(2, 4), name);
  }
}

/** Shards are folders of two digits; whatever else is there is not ours. */
async function* filesBelow(folder: string, depth: number): AsyncGenerator<string> {
  const wanted = depth > 0 ? /^[0-9a-f]{2}$/ : /^[0-9a-f]{64}$/;
  for (const name of (await unlessMissing(readdir(folder))) ?? []) {
    if (!wanted.test(name)) continue;
    const path = join(folder, name);
    if (depth > 0) yield* filesBelow(path, depth - 1);
    else yield path;
  }
}

async function toDisk(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function unlessMissing<T>(asked: Promise<T>): Promise<T | null> {
  return asked.catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
}
