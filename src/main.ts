import 'reflect-metadata';
import { ConsoleLogger, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { ShiftedClock, SystemClock } from './domain/clock.js';
import { firstLink, logFirstLink } from './first-link.js';
import { greeting } from './greeting.js';
import { InputError } from './platform/input-error.js';
import { readSettings, type Settings } from './platform/settings.js';
import { within } from './platform/within.js';
import { startServers, type Servers } from './servers.js';
import { prepareWeb } from './web/prepare-web.js';

/**
 * In milliseconds: less than whoever sends SIGTERM waits before SIGKILL. A Redis that is gone, or a mail server
 * that does not answer, would keep us longer; nothing is lost by it, for what is not marked is taken up again.
 */
const patienceAtEnd = 8000;

async function main(): Promise<void> {
  const given = readSettings(process.env);
  const servers = await startServers(given);
  const settings: Settings = {
    ...given,
    databaseUrl: servers.databaseUrl,
    smtpUrl: servers.smtpUrl,
  };
  try {
    await serve(settings, servers);
  } catch (error) {
    await servers.stop();
    throw error;
  }
}

async function serve(settings: Settings, servers: Servers): Promise<void> {
  const clock = settings.production ? new SystemClock() : new ShiftedClock();
  const logger = loggerFor(settings);
  const module = AppModule.server(settings, clock, servers.inbox);
  const options = { logger, abortOnError: false };
  const app =
    settings.role === 'worker'
      ? await NestFactory.createApplicationContext(module, options)
      : await listening(
          await NestFactory.create<NestExpressApplication>(module, options),
          settings,
        );
  stopOnSignal(async () => {
    await within(patienceAtEnd, app.close()).catch((error: unknown) => {
      console.error('what was under way is left to the next process:', String(error));
    });
    await servers.stop();
  });
  const link = await firstLink(app, settings);
  if (settings.production) logFirstLink(link);
  for (const line of await greeting(app, settings, { ...servers, link })) console.log(line);
}

async function listening(app: NestExpressApplication, settings: Settings) {
  prepareWeb(app);
  try {
    await app.listen(settings.port, settings.host);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    const problem = `${settings.host}:${settings.port} is taken: stop what listens there, or set PORT`;
    throw new InputError({ file: 'environment', line: null, field: 'PORT' }, problem);
  }
  return app;
}

/** What is under way ends first: the servers go last. A second signal waits for the same end. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}

/** Operators want every line for a machine; a newcomer wants to see only what is wrong. */
function loggerFor({ production }: Settings): LoggerService {
  return production
    ? new ConsoleLogger({ json: true })
    : new ConsoleLogger({ logLevels: ['warn', 'error', 'fatal'] });
}

try {
  await main();
} catch (error) {
  console.error(error instanceof InputError ? error.message : error);
  process.exit(error instanceof InputError ? 2 : 1);
}
