import { createHash, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  FileMissing,
  type FileStore,
  type FinishedFile,
} from '../../../src/platform/files/file-store.js';
import { FolderStore } from '../../../src/platform/files/folder.store.js';
import { S3Store } from '../../../src/platform/files/s3.store.js';
import { startS3, type S3Server } from './s3-server.js';
import { scratchFolder } from './scratch.js';

const folder = scratchFolder();
let server: S3Server;

/** Each kind of store, empty. */
const kinds: Record<string, () => FileStore> = {
  folder: () => new FolderStore(join(folder.path, 'evidence')),
  S3: () => new S3Store(server.settings(join(folder.path, 'incoming'))),
};

beforeEach(async () => {
  server = await startS3(join(folder.path, 's3'));
});
afterEach(() => server.stop());

/** A file that is received and checked. */
async function finished(store: FileStore, content: string | Buffer): Promise<FinishedFile> {
  const path = join(store.incoming, randomUUID());
  await mkdir(store.incoming, { recursive: true });
  await writeFile(path, content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { path, sha256, size: Buffer.byteLength(content), mime: 'application/pdf' };
}

async function all(store: FileStore): Promise<{ sha256: string; size: number }[]> {
  const found = [];
  for await (const { sha256, size } of store.list()) found.push({ sha256, size });
  return found.sort((a, b) => a.sha256.localeCompare(b.sha256));
}

const nothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

describe.each(Object.keys(kinds))('a store of files: %s', (kind) => {
  let store: FileStore;
  beforeEach(() => {
    store = kinds[kind]?.() as FileStore;
  });

  it('gives back what was put', async () => {
    const content = Buffer.alloc(3_000_000, 'bukti dukung ');
    const file = await finished(store, content);

    await store.put(file);

    expect(await store.has(file.sha256)).toBe(true);
    expect((await buffer(await store.open(file.sha256))).equals(content)).toBe(true);
    expect(await all(store)).toEqual([{ sha256: file.sha256, size: 3_000_000 }]);
  });

  it.each([
    [{ from: 2, to: 4 }, '234'],
    [{ from: 7 }, '789'],
    [{ to: 1 }, '01'],
    [{ from: 8, to: 100 }, '89'],
    [{}, '0123456789'],
  ])('gives a part of it: %j', async (range, expected) => {
    const file = await finished(store, '0123456789');
    await store.put(file);

    expect((await buffer(await store.open(file.sha256, range))).toString()).toBe(expected);
  });

  it('keeps the same content once, whoever puts it and however often', async () => {
    const files = await Promise.all(Array.from({ length: 8 }, () => finished(store, 'sama')));

    await Promise.all(files.map((file) => store.put(file)));

    expect(await all(store)).toEqual([{ sha256: files[0]?.sha256, size: 4 }]);
    expect((await buffer(await store.open(files[0]?.sha256 ?? ''))).toString()).toBe('sama');
    const waiting = await folder.files();
    expect(waiting.filter((name) => files.some(({ path }) => path.endsWith(name)))).toEqual([]);
  });

  it('removes, and does not mind when nothing is there', async () => {
    const [one, two] = [await finished(store, 'satu'), await finished(store, 'dua')];
    await store.put(one);
    await store.put(two);

    await store.remove(one.sha256);
    await store.remove(one.sha256);

    expect(await store.has(one.sha256)).toBe(false);
    expect(await all(store)).toEqual([{ sha256: two.sha256, size: 3 }]);
  });

  it('says so when a file is not there', async () => {
    expect(await store.has(nothing)).toBe(false);
    expect(await all(store)).toEqual([]);
    await expect(store.open(nothing)).rejects.toBeInstanceOf(FileMissing);
  });

  it.each(['', '../../etc/passwd', nothing.toUpperCase(), `${nothing}/`])(
    'takes nothing but a hash for a key: %j',
    async (key) => {
      await expect(store.open(key)).rejects.toThrow('not a SHA-256');
      await expect(store.has(key)).rejects.toThrow('not a SHA-256');
      await expect(store.remove(key)).rejects.toThrow('not a SHA-256');
    },
  );

  it('knows when it was put', async () => {
    await store.put(await finished(store, 'satu'));

    for await (const { at } of store.list()) {
      expect(Math.abs(at.epochMilliseconds - Date.now())).toBeLessThan(60_000);
    }
  });
});

describe('an S3 store', () => {
  it('keeps the type of a file and looks at its own prefix only', async () => {
    const store = new S3Store(server.settings(folder.path));
    const other = new S3Store(server.settings(folder.path, { prefix: '2026/' }));
    const file = await finished(other, 'lain');

    await other.put(file);

    expect(await store.has(file.sha256)).toBe(false);
    expect(await all(store)).toEqual([]);
    expect(await all(other)).toHaveLength(1);
  });

  it.each([
    ['a wrong key', { secretAccessKey: 'salah' }],
    ['no such bucket', { bucket: 'tidak-ada' }],
    ['nobody there', { endpoint: 'http://127.0.0.1:1' }],
  ])('fails clearly, and keeps the upload: %s', async (_, more) => {
    const store = new S3Store(server.settings(folder.path, more));
    const file = await finished(store, 'satu');

    const error = await store.put(file).catch((caught: unknown) => caught);

    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(FileMissing);
    expect(String(error)).not.toContain('salah');
    expect(await folder.files()).toContain(file.path.split('/').at(-1));
    await expect(store.open(file.sha256)).rejects.not.toBeInstanceOf(FileMissing);
  });
});
