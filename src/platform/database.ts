import { TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import type { DynamicModule } from '@nestjs/common';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Cycles1764000000000 } from '../../migrations/1764000000000-cycles.js';
import { Journal1764000001000 } from '../../migrations/1764000001000-journal.js';
import { Outbox1764000002000 } from '../../migrations/1764000002000-outbox.js';
import { Demonstration1764000003000 } from '../../migrations/1764000003000-demonstration.js';
import { JournalChain1764000004000 } from '../../migrations/1764000004000-journal-chain.js';
import { Assessment1764000005000 } from '../../migrations/1764000005000-assessment.js';
import { SignIn1764000006000 } from '../../migrations/1764000006000-sign-in.js';
import { CalendarFeeds1764000007000 } from '../../migrations/1764000007000-calendar-feeds.js';
import { SilencedNotices1764000008000 } from '../../migrations/1764000008000-silenced-notices.js';
import { History1764000010000 } from '../../migrations/1764000010000-history.js';
import { TimelineVersions1764000011000 } from '../../migrations/1764000011000-timeline-versions.js';
import { RetiredAssessors1764000012000 } from '../../migrations/1764000012000-retired-assessors.js';
import { LookedForEntries1764000021000 } from '../../migrations/1764000021000-looked-for-entries.js';
import { ExtensionRequests1764000022000 } from '../../migrations/1764000022000-extension-requests.js';
import { EarlierCalendars1764000023000 } from '../../migrations/1764000023000-earlier-calendars.js';
import { CycleFeeds1764000024001 } from '../../migrations/1764000024001-cycle-feeds.js';
import { ScopedTokens1764000025000 } from '../../migrations/1764000025000-scoped-tokens.js';
import { JointLeave1764000027000 } from '../../migrations/1764000027000-joint-leave.js';
import { Escalation1764000028000 } from '../../migrations/1764000028000-escalation.js';
import { Webhooks1764000030000 } from '../../migrations/1764000030000-webhooks.js';
import { WhatIf1764000032000 } from '../../migrations/1764000032000-what-if.js';
import { Reports1764000033000 } from '../../migrations/1764000033000-reports.js';
import { ProgressEntries1764000035000 } from '../../migrations/1764000035000-progress-entries.js';
import { PublicResults1764000035001 } from '../../migrations/1764000035001-public-results.js';
import { EarlierResults1764000036000 } from '../../migrations/1764000036000-earlier-results.js';
import { MailAlerts1764000037000 } from '../../migrations/1764000037000-mail-alerts.js';
import { Anonymising1764000038000 } from '../../migrations/1764000038000-anonymising.js';
import { DelayedMails1764000039000 } from '../../migrations/1764000039000-delayed-mails.js';
import { Archive1764000040000 } from '../../migrations/1764000040000-archive.js';
import { NextDue1764000041000 } from '../../migrations/1764000041000-next-due.js';

/** Any number that no other advisory lock of ours uses as its only key. */
const migrating = 1_764_000_000;

export function databaseOptions(url: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    migrations: [
      Cycles1764000000000,
      Journal1764000001000,
      Outbox1764000002000,
      Demonstration1764000003000,
      JournalChain1764000004000,
      Assessment1764000005000,
      SignIn1764000006000,
      CalendarFeeds1764000007000,
      SilencedNotices1764000008000,
      History1764000010000,
      TimelineVersions1764000011000,
      RetiredAssessors1764000012000,
      LookedForEntries1764000021000,
      ExtensionRequests1764000022000,
      EarlierCalendars1764000023000,
      CycleFeeds1764000024001,
      ScopedTokens1764000025000,
      JointLeave1764000027000,
      Escalation1764000028000,
      Webhooks1764000030000,
      WhatIf1764000032000,
      Reports1764000033000,
      ProgressEntries1764000035000,
      PublicResults1764000035001,
      EarlierResults1764000036000,
      MailAlerts1764000037000,
      Anonymising1764000038000,
      DelayedMails1764000039000,
      Archive1764000040000,
      NextDue1764000041000,
    ],
    extra: { max: 10, application_name: 'siklus' },
  };
}

/** @param retryAttempts how often, every three seconds, to try a database that is not there yet */
export function databaseModule(url: string, retryAttempts: number): DynamicModule {
  return TypeOrmModule.forRootAsync({
    useFactory: (): TypeOrmModuleOptions => ({
      ...databaseOptions(url),
      autoLoadEntities: true,
      retryAttempts,
    }),
    dataSourceFactory: async (options) => {
      if (!options) throw new RangeError('no database options');
      const db = await new DataSource(options).initialize();
      await migrate(db);
      return db;
    },
  });
}

/** Two processes that start at once: the second waits, and finds nothing left to do. */
export async function migrate(db: DataSource): Promise<void> {
  const session = db.createQueryRunner();
  await session.connect();
  try {
    await session.query('SELECT pg_advisory_lock($1)', [migrating]);
    await db.runMigrations({ transaction: 'each' });
  } finally {
    await session.query('SELECT pg_advisory_unlock($1)', [migrating]);
    await session.release();
  }
}
