import { startPostgres } from './postgres.js';
import { startRedis } from './redis.js';

/** Starts the servers of a test run; each spec then makes a database of its own. */
export default async function start() {
  const { server: postgres, urlOf } = await startPostgres({ persistent: false });
  const redis = await startRedis();
  process.env.TEST_DATABASE_URL = urlOf('postgres');
  process.env.TEST_REDIS_URL = redis.url;
  globalThis.siklusServers = { postgres, redis };
}
