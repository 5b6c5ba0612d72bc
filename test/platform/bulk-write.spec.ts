import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { DataSource } from 'typeorm';
import { SilencedRow } from '../../src/people/silenced.entity.js';
import { entitiesOf } from '../../src/platform/bulk-read.js';
import { insertAll, upsertAll } from '../../src/platform/bulk-write.js';
import { databaseOptions, migrate } from '../../src/platform/database.js';
import type { RunningDatabase } from '../../src/platform/embedded/postgres.js';
import { freshDatabase } from '../engine/servers.js';

/** One more than a statement takes. */
const many = 20_001;

let database: RunningDatabase;
let db: DataSource;

beforeEach(async () => {
  database = await freshDatabase();
  db = await new DataSource({
    ...databaseOptions(database.url),
    entities: [SilencedRow],
  }).initialize();
  await migrate(db);
});

afterEach(async () => {
  await db.destroy();
  await database.stop();
});

function rows(since: string): SilencedRow[] {
  return Array.from({ length: many }, (_, index) => ({
    email: `${index}@kota.test`,
    kind: 'comment',
    since: Temporal.Instant.from(since),
  }));
}

async function stored() {
  return db.query<unknown[]>(
    `SELECT count(*)::int, min(since AT TIME ZONE 'UTC')::text, max(since AT TIME ZONE 'UTC')::text
     FROM silenced_notice`,
  );
}

describe('rows in bulk', () => {
  it('are all there, also when there are more than one statement takes', async () => {
    await insertAll(db.manager, SilencedRow, rows('2025-09-01T08:00:00.123987Z'));

    const since = '2025-09-01 08:00:00.123';
    expect(await stored()).toEqual([{ count: many, min: since, max: since }]);
  });

  it('take the place of those that were there, the last one too', async () => {
    await insertAll(db.manager, SilencedRow, rows('2025-09-01T08:00:00Z'));
    await upsertAll(db.manager, SilencedRow, rows('2025-09-02T08:00:00Z'));

    const since = '2025-09-02 08:00:00';
    expect(await stored()).toEqual([{ count: many, min: since, max: since }]);
  });
});

describe('rows that a statement returns', () => {
  it('are the entities that TypeORM finds', async () => {
    await insertAll(db.manager, SilencedRow, rows('2025-09-01T08:00:00.123987Z').slice(0, 3));
    const returned = await db.query<Record<string, unknown>[]>(
      'SELECT * FROM silenced_notice ORDER BY email',
    );

    const found = await db.manager.find(SilencedRow, { order: { email: 'ASC' } });
    expect(found).toHaveLength(3);
    expect(entitiesOf(db, SilencedRow, returned)).toEqual(found);
  });

  it('have nothing for a column that is not among them', async () => {
    await insertAll(db.manager, SilencedRow, rows('2025-09-01T08:00:00Z').slice(0, 1));
    const returned = await db.query<Record<string, unknown>[]>('SELECT kind FROM silenced_notice');

    expect(entitiesOf(db, SilencedRow, returned)).toEqual([{ kind: 'comment' }]);
  });
});
