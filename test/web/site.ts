import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Temporal } from 'temporal-polyfill';
import { AppModule } from '../../src/app.module.js';
import type { Clock } from '../../src/domain/clock.js';
import type { Blueprint } from '../../src/domain/commands/adopt-blueprint.js';
import { SimulatedClock } from '../../src/domain/clock.js';
import { Catcher } from '../../src/notice/catcher.js';
import { Inbox } from '../../src/notice/inbox.js';
import type { RunningDatabase } from '../../src/platform/embedded/postgres.js';
import { readSettings, type Settings } from '../../src/platform/settings.js';
import { prepareWeb } from '../../src/web/prepare-web.js';
import { wib } from '../engine/city.js';
import { freshDatabase } from '../engine/servers.js';
import { load } from '../engine/stage.js';

/** The day before anything opens; where the demonstration's clock stands at first, too. */
export const beginning = wib('2025-08-31T07:00');

interface Parts {
  readonly inbox: Inbox;
  readonly database: RunningDatabase;
  readonly catcher: Catcher;
  readonly folder: string;
}

/** The whole server, as `main.ts` puts it together, on a database and a port of the spec's own. */
export class Site {
  private constructor(
    readonly app: NestExpressApplication,
    private readonly parts: Parts,
  ) {}

  /**
   * @param blueprint the only cycle; null: an empty database
   * @param start when the cycle was activated
   * @param more settings of the spec's own; without a port, any free one
   */
  static async open(
    production: boolean,
    clock: Clock,
    blueprint: Blueprint | null,
    start = beginning,
    more: Partial<Settings> = {},
  ): Promise<Site> {
    const database = await freshDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'siklus-site-'));
    const inbox = await Inbox.open(join(folder, 'inbox'));
    const catcher = new Catcher((mail) => inbox.add(mail));
    await catcher.start();
    const settings: Settings = {
      ...readSettings({ EVIDENCE_STORE: join(folder, 'evidence') }),
      production,
      databaseUrl: database.url,
      smtpUrl: catcher.url,
      dataFolder: folder,
      // A beat of its own would move what the spec looks at.
      tickSeconds: 3600,
      port: 0,
      ...more,
    };
    if (blueprint) await loaded(settings, blueprint, start);
    const app = await listening(settings, clock, production ? null : inbox);
    return new Site(app, { database, catcher, folder, inbox });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.app.getHttpServer().address() as AddressInfo).port}`;
  }

  /** What was sent so far. */
  get inbox(): Inbox {
    return this.parts.inbox;
  }

  /** The mail server, which can be told to refuse. */
  get catcher(): Catcher {
    return this.parts.catcher;
  }

  /** Redirects are answers too. */
  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, { redirect: 'manual', ...init });
  }

  async page(path: string): Promise<string> {
    return (await this.fetch(path)).text();
  }

  /** As the form sends it. */
  post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
    return this.fetch(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  async close(): Promise<void> {
    const { database, catcher, folder } = this.parts;
    await this.app.close();
    await catcher.stop();
    await database.stop();
    await rm(folder, { recursive: true });
  }
}

async function loaded(
  settings: Settings,
  blueprint: Blueprint,
  start: Temporal.Instant,
): Promise<void> {
  const module = AppModule.stepped(settings, new SimulatedClock(start));
  const app = await NestFactory.createApplicationContext(module, { logger: false });
  await load(app, blueprint);
  await app.close();
}

async function listening(
  settings: Settings,
  clock: Clock,
  inbox: Inbox | null,
): Promise<NestExpressApplication> {
  const module = AppModule.server(settings, clock, inbox);
  const app = await NestFactory.create<NestExpressApplication>(module, {
    logger: false,
    abortOnError: false,
  });
  prepareWeb(app);
  await app.listen(settings.port, '127.0.0.1');
  return app;
}

/** Where a page of the inbox leads to. */
export function linksToMails(page: string): string[] {
  return [...page.matchAll(/href="(\/demonstrasi\/surat\/[^"?]+)"/g)].flatMap(([, path]) =>
    path === undefined ? [] : [path],
  );
}
