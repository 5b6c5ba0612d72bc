import 'reflect-metadata';
import type { INestApplicationContext, LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { ShiftedClock, SystemClock } from './domain/clock.js';
import { Ending } from './ending.js';
import { firstLink, logFirstLink } from './first-link.js';
import { greeting } from './greeting.js';
import { InputError } from './platform/input-error.js';
import { PrivateLogger } from './platform/private-logger.js';
import { readSettings, type GivenSettings, type Settings } from './platform/settings.js';
import { within } from './platform/within.js';
import { startServers, type Servers } from './servers.js';
import { databaseThere, portProblem, type Door } from './waiting-room.js';
import { prepareWeb } from './web/prepare-web.js';

/**
 * In milliseconds: less than whoever sends SIGTERM waits before SIGKILL. A Redis that is gone, or a mail server
 * that does not answer, would keep us longer; nothing is lost by it, for what is not marked is taken up again.
 */
const patienceAtEnd = 8000;
/** The same for servers of our own, which write what they have to their disk. */
const patienceForServers = 20_000;

async function main(ending: Ending): Promise<void> {
  const given = readSettings(process.env);
  const starting = startServers(given);
  ending.first(async () => {
    const servers = await starting.catch(() => null);
    await within(patienceForServers, servers?.stop() ?? Promise.resolve());
  });
  const servers = await starting;
  const settings: Settings = {
    ...given,
    databaseUrl: servers.databaseUrl,
    smtpUrl: servers.smtpUrl,
  };
  const log = loggerFor(settings);
  await databaseThere(settings.databaseUrl, doorOf(settings), { log, signal: ending.signal });
  if (!ending.signal.aborted) await serve(settings, servers, { log, ending });
}

async function serve(
  settings: Settings,
  servers: Servers,
  { log, ending }: { readonly log: LoggerService; readonly ending: Ending },
): Promise<void> {
  const starting = started(settings, servers, log);
  ending.first(async () => {
    // One that is still starting, too: its database may be gone again.
    const closed = starting.then(
      (app) => app.close(),
      () => undefined,
    );
    await within(patienceAtEnd, closed).catch((error: unknown) => {
      console.error('what was under way is left to the next process:', String(error));
    });
  });
  const app = await starting;
  if (ending.signal.aborted) return;
  const link = await firstLink(app, settings);
  if (settings.production) logFirstLink(link);
  for (const line of await greeting(app, settings, { ...servers, link })) say(line, settings, log);
}

async function started(
  settings: Settings,
  servers: Servers,
  logger: LoggerService,
): Promise<INestApplicationContext> {
  const clock = settings.production ? new SystemClock() : new ShiftedClock();
  const module = AppModule.server(settings, clock, servers.inbox);
  const options = { logger, abortOnError: false };
  const door = doorOf(settings);
  if (door === null) return NestFactory.createApplicationContext(module, options);
  const app = await NestFactory.create<NestExpressApplication>(module, options);
  prepareWeb(app);
  try {
    await app.listen(door.port, door.host);
  } catch (error) {
    await app.close();
    throw portProblem(error, door);
  }
  return app;
}

/** A worker answers nobody but whoever watches it, and only where it is told to. */
function doorOf({ role, host, port, healthPort }: GivenSettings): Door {
  if (role !== 'worker') return { host, port };
  return healthPort === null ? null : { host, port: healthPort };
}

/** Operators want every line for a machine; a newcomer wants to see only what is wrong. */
function loggerFor({ production }: Settings): LoggerService {
  return production
    ? new PrivateLogger({ json: true })
    : new PrivateLogger({ logLevels: ['warn', 'error', 'fatal'] });
}

function say(line: string, { production }: Settings, log: LoggerService): void {
  if (production) log.log(line.replace(/ +/g, ' '), 'Siklus');
  else console.log(line);
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
