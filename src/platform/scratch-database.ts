import { randomBytes } from 'node:crypto';
import { withClient } from './pg-client.js';
import { scratchPostgres, type RunningDatabase } from './embedded/postgres.js';

/**
 * An empty database that is gone at the end: on the given server, else on one of its own. What is tried
 * out never touches what is live.
 */
export async function scratchDatabase(server: string | null): Promise<RunningDatabase> {
  if (server === null) return scratchPostgres();
  const name = `siklus_scratch_${randomBytes(6).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    stop: () => administer(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function administer(server: string, statement: string): Promise<void> {
  await withClient(server, (client) => client.query(statement));
}
