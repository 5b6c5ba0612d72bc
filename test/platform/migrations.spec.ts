import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
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
  const options = { ...databaseOptions(database.url), logger: 'debug' } as const;
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

describe('the migrations', () => {
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
