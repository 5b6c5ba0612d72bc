import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { DataSource } from 'typeorm';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { databaseOptions, migrate } from '../../platform/database.js';
import type { FileStore } from '../../platform/files/file-store.js';
import { InputError } from '../../platform/input-error.js';
import { withClient } from '../../platform/pg-client.js';
import { loadDump, tablesOf } from './dump.js';
import { names, readManifest, type Manifest } from './manifest.js';

/**
 * Puts a backup into an empty database: the schema as it was, the data in one transaction, and then the migrations
 * that came since.
 * @throws InputError when the archive is none of ours or damaged, or the database is not empty: then nothing changed
 */
export async function restore(
  databaseUrl: string,
  store: FileStore,
  file: string,
): Promise<Manifest> {
  const archive = await opened(file);
  try {
    const entries = new Map<string, Entry>();
    for await (const entry of archive.eachEntry()) entries.set(entry.fileName, entry);
    const manifest = readManifest(await textOf(archive, entries.get(names.manifest)), file);
    const database = entries.get(names.database);
    if (!database) throw damaged(file, names.database);
    if ((await hashOf(archive, database)) !== manifest.database) {
      throw damaged(file, names.database);
    }
    await checkFiles(archive, entries, manifest, file);
    await checkEmpty(databaseUrl);
    await migrated(databaseUrl, manifest.migration, file);
    await loaded(databaseUrl, await archive.openReadStreamPromise(database));
    await migrated(databaseUrl, null, file);
    for (const entry of evidenceOf(entries)) await putBack(archive, entry, store);
    return manifest;
  } finally {
    archive.close();
  }
}

async function opened(file: string): Promise<ZipFile> {
  return openPromise(file, { autoClose: false }).catch((error: unknown) => {
    throw new InputError({ file, line: null, field: null }, `cannot be read: ${String(error)}`);
  });
}

function damaged(file: string, field: string): InputError {
  return new InputError({ file, line: null, field }, 'is missing or damaged; take another backup');
}

async function textOf(archive: ZipFile, entry: Entry | undefined): Promise<string> {
  return entry ? text(await archive.openReadStreamPromise(entry)) : '';
}

/** Null: it cannot even be unpacked. */
async function hashOf(archive: ZipFile, entry: Entry): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(await archive.openReadStreamPromise(entry), hash);
    return hash.digest('hex');
  } catch {
    return null;
  }
}

function evidenceOf(entries: ReadonlyMap<string, Entry>): Entry[] {
  return [...entries.values()].filter(({ fileName }) => fileName.startsWith(names.evidence));
}

/** Before anything is written. */
async function checkFiles(
  archive: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  { files }: Manifest,
  file: string,
): Promise<void> {
  const evidence = evidenceOf(entries);
  if (evidence.length !== files) throw damaged(file, names.evidence);
  for (const entry of evidence) {
    const sha256 = await hashOf(archive, entry);
    if (`${names.evidence}${sha256}` !== entry.fileName) throw damaged(file, entry.fileName);
  }
}

async function checkEmpty(url: string): Promise<void> {
  const tables = await withClient(url, tablesOf);
  if (tables.length === 0) return;
  const problem = 'is not empty: create a new database, and set DATABASE_URL to it';
  throw new InputError({ file: 'environment', line: null, field: 'DATABASE_URL' }, problem);
}

/** @param until the last of them; null: all */
async function migrated(url: string, until: string | null, file: string): Promise<void> {
  const options = databaseOptions(url);
  const all = options.migrations as (new () => { name: string })[];
  const last = until === null ? all.length - 1 : all.findIndex((each) => new each().name === until);
  if (last < 0) {
    const problem = `is of a newer Siklus, whose database has ${until}: update Siklus first`;
    throw new InputError({ file, line: null, field: names.manifest }, problem);
  }
  const db = new DataSource({ ...options, migrations: all.slice(0, last + 1) });
  await db.initialize();
  try {
    await migrate(db);
  } finally {
    await db.destroy();
  }
}

async function loaded(url: string, dump: Readable): Promise<void> {
  await withClient(url, async (client) => {
    const tables = await tablesOf(client);
    await client.query('BEGIN');
    // Rules for what people do; a row that was there before was checked when it came.
    for (const { name } of tables) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
    await loadDump(client, dump);
    for (const { name } of tables) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
    await client.query('COMMIT');
  });
}

async function putBack(archive: ZipFile, entry: Entry, store: FileStore): Promise<void> {
  const sha256 = entry.fileName.slice(names.evidence.length);
  if (await store.has(sha256)) return;
  await mkdir(store.incoming, { recursive: true });
  const path = join(store.incoming, randomUUID());
  try {
    await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(path));
    await store.put({
      path,
      sha256,
      size: entry.uncompressedSize,
      mime: 'application/octet-stream',
    });
  } finally {
    await rm(path, { force: true });
  }
}
