import { scratchDatabase } from '../../src/platform/scratch-database.js';

/** The address of a server that test/servers/start.js started. */
export function serverAt(name: 'TEST_DATABASE_URL' | 'TEST_REDIS_URL'): string {
  const url = process.env[name];
  if (url === undefined) throw new Error(`${name} is not set: test/servers/start.js did not run`);
  return url;
}

/** An empty database of the spec's own. */
export function freshDatabase() {
  return scratchDatabase(serverAt('TEST_DATABASE_URL'));
}
