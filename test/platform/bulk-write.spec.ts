import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { AbstractLogger, DataSource } from 'typeorm';
import { SilencedRow } from '../../src/people/silenced.entity.js';
import {
  insertAll,
  insertion,
  upsertAll,
  upsertion,
  writeAll,
} from '../../src/platform/bulk-write.js';
import { databaseOptions, migrate } from '../../src/platform/database.js';
import type { RunningDatabase } from '../../src/platform/embedded/postgres.js';
import { freshDatabase } from '../engine/servers.js';

const atOnce = 20_000;
/** One more than a statement takes. */
const many = atOnce + 1;

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

function rows(since: string, count = many): SilencedRow[] {
  return Array.from({ length: count }, (_, index) => ({
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

class Listener extends AbstractLogger {
  constructor(private readonly said: string[]) {
    super();
  }

  protected override writeLog(): void {}

  override logQuery(statement: string): void {
    this.said.push(statement);
  }
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

  it.each([
    { count: 1, statements: 'one statement', said: 1 },
    { count: atOnce, statements: 'one statement', said: 1 },
    { count: many, statements: 'two statements', said: 2 },
  ])('are said in $statements when there are $count', async ({ count, said }) => {
    const heard: string[] = [];
    db.setOptions({ logger: new Listener(heard) });

    await insertAll(db.manager, SilencedRow, rows('2025-09-01T08:00:00Z', count));

    expect(heard.filter((each) => each.startsWith('INSERT'))).toHaveLength(said);
  });

  it('keep what they share apart from what each has of its own', async () => {
    const at = (since: string) => Temporal.Instant.from(since);
    const given = [
      { email: 'a@kota.test', kind: 'comment', since: at('2025-09-01T08:00:00Z') },
      { email: 'b@kota.test', kind: 'comment', since: at('2025-09-01T08:00:00Z') },
      { email: 'a@kota.test', kind: 'unassigned', since: at('2025-09-02T08:00:00Z') },
    ] as SilencedRow[];

    await insertAll(db.manager, SilencedRow, given.slice(0, 2));
    await upsertAll(db.manager, SilencedRow, given.slice(1));

    const order = { since: 'ASC', email: 'ASC' } as const;
    expect(await db.manager.find(SilencedRow, { order })).toEqual(given);
  });

  it('of several tables are written one after the other, the later ones over the earlier', async () => {
    await writeAll(db.manager, [
      insertion(SilencedRow, ['2025-09-01T08:00:00Z'], ([since]) => rows(String(since), 3)),
      upsertion(SilencedRow, ['2025-09-02T08:00:00Z'], ([since]) => rows(String(since))),
    ]);

    const since = '2025-09-02 08:00:00';
    expect(await stored()).toEqual([{ count: many, min: since, max: since }]);
  });

  it('fail with what the database says, whatever was being made ready meanwhile', async () => {
    const twice = rows('2025-09-01T08:00:00Z', 2);

    const written = writeAll(db.manager, [
      insertion(SilencedRow, [...twice, ...twice], (some) => some),
      insertion(SilencedRow, twice, async (some) => {
        await setTimeout(50);
        return some;
      }),
    ]);

    await expect(written).rejects.toThrow('duplicate key');
    expect(await stored()).toEqual([{ count: 0, min: null, max: null }]);
  });
});
