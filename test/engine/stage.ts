import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Temporal } from 'temporal-polyfill';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { CycleService } from '../../src/cycle/cycle.service.js';
import type { Blueprint } from '../../src/domain/commands/adopt-blueprint.js';
import { SimulatedClock } from '../../src/domain/clock.js';
import { Stepper } from '../../src/engine/stepper.js';
import { Catcher, type CaughtMail } from '../../src/notice/catcher.js';
import { MailRow, NoticeRow } from '../../src/notice/outbox.entity.js';
import type { RunningDatabase } from '../../src/platform/embedded/postgres.js';
import { readSettings, type Settings } from '../../src/platform/settings.js';
import { Answers } from './answers.js';
import { selfAssessment, september, wib } from './city.js';
import { freshDatabase } from './servers.js';

/** Engines that are stepped by hand, on one database and one mail server of the spec's own. */
export class Stage {
  readonly mails: CaughtMail[] = [];
  readonly answers = new Answers();
  readonly catcher = new Catcher(async (mail) => {
    this.mails.push(mail);
    await this.answers.given();
  });
  private readonly apps: INestApplicationContext[] = [];

  private constructor(
    readonly clock: SimulatedClock,
    private readonly database: RunningDatabase,
  ) {}

  static async open(start: Temporal.Instant): Promise<Stage> {
    const stage = new Stage(new SimulatedClock(start), await freshDatabase());
    await stage.catcher.start();
    return stage;
  }

  /** One more process, as far as the database can tell. */
  async process(
    more: Partial<Settings> = {},
    clock = this.clock,
  ): Promise<INestApplicationContext> {
    const settings = {
      ...readSettings({}),
      // Its clock jumps over what is due, as only an outage does: what was late is no news to a spec.
      outageMails: false,
      databaseUrl: this.database.url,
      smtpUrl: this.catcher.url,
      ...more,
    };
    const app = await NestFactory.createApplicationContext(AppModule.stepped(settings, clock), {
      logger: false,
      abortOnError: false,
    });
    this.apps.push(app);
    return app;
  }

  async close(): Promise<void> {
    for (const app of this.apps) await app.close();
    await this.catcher.stop();
    await this.database.stop();
  }
}

export async function load(app: INestApplicationContext, blueprint: Blueprint): Promise<void> {
  await app.get(CycleService).load(blueprint, 'uji coba');
}

/** September and all that came of it, with nothing else done, two months later. */
export async function septemberIsOver(stage: Stage): Promise<INestApplicationContext> {
  const app = await stage.process();
  await load(app, september(3, [selfAssessment]));
  while (await step(app, stage.clock, () => app.get(Stepper).settle()));
  stage.clock.moveTo(wib('2025-12-01T07:00'));
  return app;
}

/** Moves the clock to what falls due next, and does it; false when nothing does before the end. */
export async function step(
  app: INestApplicationContext,
  clock: SimulatedClock,
  live: () => Promise<unknown>,
): Promise<boolean> {
  const next = await app.get(Stepper).next();
  if (next === null) return false;
  clock.moveTo(next);
  await live();
  return true;
}

export function outbox(app: INestApplicationContext): Promise<MailRow[]> {
  return app.get(DataSource).manager.find(MailRow, { order: { seq: 'ASC' } });
}

/** As if the mail server had been away for an hour whenever there was something to send. */
export async function delayAll(app: INestApplicationContext): Promise<void> {
  await app
    .get(DataSource)
    .query(
      `UPDATE mail SET attempts = 7, sent_at = first_attempt_at + interval '1 hour' WHERE state = 'sent'`,
    );
}

/** The id of the first mail to somebody. */
export async function mailTo(app: INestApplicationContext, email: string): Promise<string> {
  return (await outbox(app)).find(({ to }) => to.email === email)?.id ?? '';
}

export function notices(app: INestApplicationContext): Promise<NoticeRow[]> {
  return app.get(DataSource).manager.find(NoticeRow, { order: { id: 'ASC' } });
}

/** Every row of the tables in which a tick leaves something. */
export async function everything(app: INestApplicationContext): Promise<Record<string, unknown[]>> {
  const db = app.get(DataSource);
  const tables = ['cycle', 'phase', 'task', 'journal', 'journal_head', 'mail', 'notice'];
  const rows = tables.map(async (table) => {
    const all = await db.query<{ row: unknown }[]>(
      `SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY to_jsonb(t)::text`,
    );
    return [table, all.map(({ row }) => row)] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}
