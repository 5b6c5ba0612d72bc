import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { PassThrough, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import yazl from 'yazl';
import { SystemClock } from '../../domain/clock.js';
import type { FileStore } from '../../platform/files/file-store.js';
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
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const unfinished = `${file}.unfinished`;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const archive = new yazl.ZipFile();
    const written = pipeline(
      archive.outputStream as Readable,
      createWriteStream(unfinished, { mode, flags: 'w' }),
    );
    const manifest = await fill(archive, client, store);
    archive.end();
    await written;
    await rename(unfinished, file);
    return manifest;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function fill(archive: yazl.ZipFile, client: pg.Client, store: FileStore): Promise<Manifest> {
  const about = await aboutOf(client);
  const hash = createHash('sha256');
  const dump = Readable.from(dumped(client)).pipe(
    new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    }),
  );
  await added(archive, names.database, dump, true);
  const database = hash.digest('hex');
  let files = 0;
  for await (const { sha256 } of store.list()) {
    await added(archive, names.evidence + sha256, checked(await store.open(sha256), sha256), false);
    files += 1;
  }
  const manifest: Manifest = { siklus: 1, ...about, database, files };
  archive.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), names.manifest);
  return manifest;
}

/** One after the other: the next one may come from the same connection. */
async function added(
  archive: yazl.ZipFile,
  name: string,
  content: Readable,
  compress: boolean,
): Promise<void> {
  const through = new PassThrough();
  archive.addReadStream(through, name, { compress });
  await pipeline(content, through);
}

function checked(content: Readable, sha256: string): Readable {
  const hash = createHash('sha256');
  return content.pipe(
    new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        done(null, chunk);
      },
      flush(done) {
        const isSame = hash.digest('hex') === sha256;
        done(isSame ? null : new Error(`the file ${sha256} of the store is damaged`));
      },
    }),
  );
}

async function aboutOf(
  client: pg.Client,
): Promise<Pick<Manifest, 'taken' | 'migration' | 'cycles' | 'waiting'>> {
  const { rows } = await client.query<{ migration: string; cycles: string[]; waiting: number }>(
    `SELECT (SELECT name FROM migrations ORDER BY timestamp DESC LIMIT 1) AS migration,
       ARRAY(SELECT code FROM cycle ORDER BY code) AS cycles,
       (SELECT count(*)::int FROM mail WHERE state IN ('waiting', 'claimed')) AS waiting`,
  );
  const [row] = rows;
  if (!row) throw new RangeError('no answer from the database');
  return { taken: new SystemClock().now().toString(), ...row };
}
