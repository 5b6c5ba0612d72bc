import 'reflect-metadata';
import type { LoggerService } from '@nestjs/common';
import { doorOf } from './door.js';
import { Ending } from './ending.js';
import { InputError } from './platform/input-error.js';
import { PrivateLogger } from './platform/private-logger.js';
import { readSettings, type Settings } from './platform/settings.js';
import { within } from './platform/within.js';
import { startServers } from './servers.js';
import { databaseThere } from './waiting-room.js';

/** In milliseconds, for servers of our own, which write what they have to their disk. */
const patienceForServers = 20_000;

async function main(ending: Ending): Promise<void> {
  const given = readSettings(process.env);
  const starting = startServers(given);
  ending.first(async () => {
    const servers = await starting.catch(() => null);
    await within(patienceForServers, servers?.stop() ?? Promise.resolve());
  });
  // PostgreSQL starts in processes of its own: meanwhile this one loads what it will serve with.
  const [servers, { serve }] = await Promise.all([starting, import('./serving.js')]);
  const settings: Settings = {
    ...given,
    databaseUrl: servers.databaseUrl,
    smtpUrl: servers.smtpUrl,
  };
  const log = loggerFor(settings);
  await databaseThere(settings.databaseUrl, doorOf(settings), { log, signal: ending.signal });
  if (!ending.signal.aborted) await serve(settings, servers, { log, ending });
}

/** Operators want every line for a machine; a newcomer wants to see only what is wrong. */
function loggerFor({ production }: Settings): LoggerService {
  return production
    ? new PrivateLogger({ json: true })
    : new PrivateLogger({ logLevels: ['warn', 'error', 'fatal'] });
}

const ending = new Ending();
try {
  await main(ending);
} catch (error) {
  // What an end has broken off is no failure.
  if (!ending.signal.aborted) {
    console.error(error instanceof InputError ? error.message : error);
    await ending.run();
    process.exit(error instanceof InputError ? 2 : 1);
  }
}
