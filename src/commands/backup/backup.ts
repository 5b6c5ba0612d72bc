import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import yazl from 'yazl';
import { SystemClock } from '../../domain/clock.js';
import { isUnsent } from '../../notice/unsent.js';
import type { FileStore } from '../../platform/files/file-store.js';
import { HashingStream } from '../../platform/hashing-stream.js';
import { withClient } from '../../platform/pg-client.js';
import { dumped } from './dump.js';
import { names, type Manifest } from './manifest.js';

/** For the owner alone: it holds personal data and what people sign in with. */
const mode = 0o600;

/**
 * One archive with everything that there is: the database as it is at one instant, whoever works meanwhile, and
 * the files that people have sent.
 * @throws Error when a file of the store is not what its name says
 */
export async function backUp(
  databaseUrl: string,
  store: FileStore,
  file: string,
): Promise<Manifest> {
  const unfinished = `${file}.unfinished`;
  try {
    const manifest = await withClient(databaseUrl, (client) => write(unfinished, client, store));
    await rename(unfinished, file);
    return manifest;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function write(file: string, client: pg.Client, store: FileStore): Promise<Manifest> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const archive = new yazl.ZipFile();
  const written = pipeline(archive.outputStream as Readable, createWriteStream(file, { mode }));
  const manifest = await fill(archive, client, store);
  archive.end();
  await written;
  return manifest;
}

async function fill(archive: yazl.ZipFile, client: pg.Client, store: FileStore): Promise<Manifest> {
  const about = await aboutOf(client);
  const database = await added(archive, names.database, Readable.from(dumped(client)), true);
  let files = 0;
  for await (const { sha256 } of store.list()) {
    const content = await store.open(sha256);
    const hash = await added(archive, names.evidence + sha256, content, false);
    if (hash !== sha256) throw new Error(`the file ${sha256} of the store is damaged`);
    files += 1;
  }
  const manifest: Manifest = { siklus: 1, ...about, database, files };
  archive.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), names.manifest);
  return manifest;
}

/** One after the other: the next one may come from the same connection. @returns its SHA-256 */
async function added(
  archive: yazl.ZipFile,
  name: string,
  content: Readable,
  compress: boolean,
): Promise<string> {
  const hashing = new HashingStream();
  archive.addReadStream(hashing, name, { compress });
  await pipeline(content, hashing);
  return hashing.digest();
}

async function aboutOf(
  client: pg.Client,
): Promise<Pick<Manifest, 'taken' | 'migration' | 'cycles' | 'waiting'>> {
  const { rows } = await client.query<{ migration: string; cycles: string[]; waiting: number }>(
    `SELECT (SELECT name FROM migrations ORDER BY timestamp DESC LIMIT 1) AS migration,
       ARRAY(SELECT code FROM cycle ORDER BY code) AS cycles,
       (SELECT count(*)::int FROM mail m WHERE ${isUnsent}) AS waiting`,
  );
  const [row] = rows;
  if (!row) throw new RangeError('no answer from the database');
  return { taken: new SystemClock().now().toString(), ...row };
}
