import type { INestApplicationContext, LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { doorOf } from './door.js';
import { ShiftedClock, SystemClock } from './domain/clock.js';
import type { Ending } from './ending.js';
import { firstLink, logFirstLink } from './first-link.js';
import { greeting } from './greeting.js';
import type { Settings } from './platform/settings.js';
import { within } from './platform/within.js';
import type { Servers } from './servers.js';
import { portProblem } from './waiting-room.js';
import { prepareWeb } from './web/prepare-web.js';

/**
 * In milliseconds: less than whoever sends SIGTERM waits before SIGKILL. A Redis that is gone, or a mail server
 * that does not answer, would keep us longer; nothing is lost by it, for what is not marked is taken up again.
 */
const patienceAtEnd = 8000;

/** The application itself. Nearly all modules come with this file, which main.js therefore loads by the way. */
export async function serve(
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

function say(line: string, { production }: Settings, log: LoggerService): void {
  if (production) log.log(line.replace(/ +/g, ' '), 'Siklus');
  else console.log(line);
}
