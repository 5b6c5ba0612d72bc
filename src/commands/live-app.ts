import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { AppModule } from '../app.module.js';
import { ShiftedClock, SystemClock } from '../domain/clock.js';
import { embeddedPostgres } from '../platform/embedded/postgres.js';
import type { GivenSettings } from '../platform/settings.js';

/** Does one thing to the live data, whether the server runs or not; what it causes is left to the server's ticks. */
export async function withLiveApp<T>(
  given: GivenSettings,
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  return withDatabase(given, async (databaseUrl) => {
    const settings = {
      ...given,
      databaseUrl,
      // A command line sends nothing.
      smtpUrl: given.smtpUrl ?? 'smtp://127.0.0.1',
      redisUrl: null,
      role: 'web',
    } as const;
    const clock = given.production ? new SystemClock() : new ShiftedClock();
    const module = AppModule.command(settings, clock);
    const app = await NestFactory.createApplicationContext(module, {
      logger: ['error', 'fatal'],
      abortOnError: false,
    });
    try {
      return await work(app);
    } finally {
      await app.close();
    }
  });
}

/** The installation's own, or the embedded one, which is started if it does not run. */
export async function withDatabase<T>(
  given: GivenSettings,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const embedded = given.databaseUrl === null ? await embeddedPostgres(given.dataFolder) : null;
  try {
    return await work(embedded?.url ?? given.databaseUrl ?? '');
  } finally {
    await embedded?.stop();
  }
}
