import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { CycleRow } from '../../src/cycle/cycle.entity.js';
import { JournalCheckService } from '../../src/cycle/journal-check.service.js';
import { JournalHeadRow, JournalRow } from '../../src/cycle/journal.entity.js';
import { JournalStore } from '../../src/cycle/journal.store.js';
import { entry } from '../../src/domain/journal.js';
import { databaseOptions, migrate } from '../../src/platform/database.js';
import type { RunningDatabase } from '../../src/platform/embedded/postgres.js';
import { freshDatabase } from '../engine/servers.js';
import { schemaDump } from './schema-dump.js';

const nothing = {
  columns: [],
  constraints: [],
  indexes: [],
  triggers: [],
  functions: [],
  sequences: [],
};

let database: RunningDatabase;
let connected: DataSource[];

beforeEach(async () => {
  database = await freshDatabase();
  connected = [];
});

afterEach(async () => {
  for (const db of connected) await db.destroy();
  await database.stop();
});

async function connect(): Promise<DataSource> {
  // The console logger would print the migration that is to fail.
  const entities = [CycleRow, JournalRow, JournalHeadRow];
  const options = { ...databaseOptions(database.url), entities, logger: 'debug' } as const;
  const db = await new DataSource(options).initialize();
  connected.push(db);
  return db;
}

async function undoAll(db: DataSource): Promise<void> {
  for (let left = db.migrations.length; left > 0; left -= 1) {
    await db.undoLastMigration({ transaction: 'each' });
  }
}

async function done(db: DataSource): Promise<string[]> {
  const rows = await db.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id');
  return rows.map(({ name }) => name);
}

/** Before these, no version was in use. */
const inUseSince = 1_764_000_038_000;

describe('the migrations', () => {
  it('only add, for processes of the version before may still run', async () => {
    const all = databaseOptions(database.url).migrations as (new () => MigrationInterface)[];
    const said: string[] = [];
    const listener = { query: (sql: string) => Promise.resolve(said.push(sql)) };
    for (const migration of all.map((each) => new each())) {
      const isMeant = Number(migration.name?.slice(-13)) >= inUseSince;
      if (isMeant) await migration.up(listener as unknown as QueryRunner);
    }

    expect(said.length).toBeGreaterThan(1);
    const taking = /\bDROP\b|\bRENAME\b|SET NOT NULL|\bALTER COLUMN\b/i;
    expect(said.filter((sql) => taking.test(sql))).toEqual([]);
  });

  it('leave nothing behind when all are undone', async () => {
    const db = await connect();
    await migrate(db);

    await undoAll(db);

    expect(await schemaDump(db)).toEqual(nothing);
  });

  it('make the same schema when they run again', async () => {
    const db = await connect();
    await migrate(db);
    const first = await schemaDump(db);

    await undoAll(db);
    await migrate(db);

    expect(first.columns.length).toBeGreaterThan(0);
    expect(await schemaDump(db)).toEqual(first);
  });

  it('do nothing to a database that has them all', async () => {
    const db = await connect();
    await migrate(db);
    const before = await done(db);

    await migrate(db);

    expect(await done(db)).toEqual(before);
  });

  it('run once when four processes start at once', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, connect));

    await Promise.all(all.map(migrate));

    const [db] = all;
    expect(db && (await done(db))).toEqual(db?.migrations.map(({ name }) => name));
  });

  it('roll back as a whole when one fails, and run when the cause is gone', async () => {
    const db = await connect();
    await db.query('CREATE TABLE notice (in_the_way text)');

    await expect(migrate(db)).rejects.toThrow('relation "notice" already exists');
    const tables = (await schemaDump(db)).columns.map((column) => column['table_name']);
    await db.query('DROP TABLE notice');
    await migrate(db);

    expect(tables).not.toContain('mail');
    expect(await done(db)).toEqual(db.migrations.map(({ name }) => name));
  });
});

describe('rule 19: what was recorded before there were hashes', () => {
  /** Two cycles of a year ago, of which one has more entries than are read at once. */
  const older = `
    INSERT INTO cycle (code, title, zone, send_at, instrument, holidays, state, blueprint)
    SELECT code, 'Siklus', 'Asia/Jakarta', '08:00', 'spbe-2020', '[]', 'active', '{}'
    FROM unnest(ARRAY['empty', 'long', 'short']) AS c (code);
    INSERT INTO journal (cycle, due, recorded, who, what, phase, "to", facts)
    SELECT CASE WHEN n % 1000 = 0 THEN 'short' ELSE 'long' END, '2024-09-01T00:00:00.123456Z', now(),
      'Bu Ketua ☕', 'phase', 'p', NULLIF(n % 3, 0), jsonb_build_object('n', n, 'b', 1.50, 'a', ARRAY[n])
    FROM generate_series(1, 2500) AS s (n)`;

  /** As it was when the migration was not there yet. */
  async function before(): Promise<DataSource> {
    const db = await connect();
    await migrate(db);
    while ((await done(db)).includes('JournalChain1764000004000')) {
      await db.undoLastMigration({ transaction: 'each' });
    }
    await db.query(older);
    return db;
  }

  it('is chained, and what is recorded from then on follows it', async () => {
    const db = await before();
    await migrate(db);
    const check = new JournalCheckService(db);
    const now = Temporal.Instant.from('2025-09-01T00:00:00Z');
    const next = entry({ what: 'settings', who: 'Bu Ketua', due: now, recorded: now });

    await db.transaction((tx) => new JournalStore(db).record(tx, 'short', [next]));

    const found = await Promise.all(['empty', 'long', 'short'].map((code) => check.verify(code)));
    expect(found.map(({ entries, flaws }) => ({ entries, flaws }))).toEqual([
      { entries: 0, flaws: [] },
      { entries: 2498, flaws: [] },
      { entries: 3, flaws: [] },
    ]);
  });

  it('cannot be changed afterwards either', async () => {
    const db = await before();
    await migrate(db);

    await expect(db.query("UPDATE journal SET who = 'x'")).rejects.toThrow('append-only');
  });

  it('is the same when the migration is undone and done again', async () => {
    const db = await before();
    const rows = (): Promise<unknown[]> => db.query('SELECT * FROM journal ORDER BY id');
    const first = await rows();
    await migrate(db);
    const chained = await rows();

    while ((await done(db)).includes('JournalChain1764000004000')) {
      await db.undoLastMigration({ transaction: 'each' });
    }
    expect(await rows()).toEqual(first);
    await migrate(db);
    expect(await rows()).toEqual(chained);
  });
});
