import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type EntityMetadata } from 'typeorm';
import { noticeKinds, silenceableKinds } from '../../src/domain/notice-kind.js';
import { databaseOptions, migrate } from '../../src/platform/database.js';
import type { RunningDatabase } from '../../src/platform/embedded/postgres.js';
import { entities } from './entities.js';
import { freshDatabase } from '../engine/servers.js';

let database: RunningDatabase;
let db: DataSource;

beforeAll(async () => {
  database = await freshDatabase();
  db = await new DataSource({ ...databaseOptions(database.url), entities }).initialize();
  await migrate(db);
  await db.query(someRows);
});

afterAll(async () => {
  await db.destroy();
  await database.stop();
});

const someRows = `
  INSERT INTO cycle (code, title, zone, send_at, instrument, holidays, state, blueprint)
  VALUES ('c', 'Siklus', 'Asia/Jakarta', '08:00', 'spbe-2020', '[]', 'active', '{}');
  INSERT INTO phase (cycle, code, position, title, kind, opens, closes, reminders, requires, state)
  VALUES ('c', 'p', 0, 'Tahap', 'briefing', '2025-09-01', '2025-09-30', '[]', '[]', 'open');
  INSERT INTO unit (cycle, code, position, name, admins, retired) VALUES ('c', 'U', 0, 'Unit', '[]', false);
  INSERT INTO journal (cycle, due, recorded, who, what, facts, number, hash)
  VALUES ('c', now(), now(), 'siklus', 'phase', '{}', 1, '');
  INSERT INTO mail (id, cycle, "to", cc, planned_at, next_attempt_at, outstanding)
  VALUES ('00000000-0000-4000-8000-000000000001', 'c', '{}', '[]', now(), now(), '{}')`;

const notice = (address: string, occurrence: string): string => `
  INSERT INTO notice (mail, cycle, address, occurrence, kind, phase, deadline, recipient, facts)
  VALUES ('00000000-0000-4000-8000-000000000001', 'c', '${address}', '${occurrence}', 'opened', 'p',
    now(), '{}', '{}')`;

const task = (id: string, state: string): string => `
  INSERT INTO task (cycle, id, phase, unit, state, deadline, deadline_date, opened_at, notice_at,
    deadline_since, levels, findings, excused)
  VALUES ('c', '${id}', 'p', 'U', '${state}', now(), now(), now(), now(), now(), '{}', '[]', false)`;

/** Runs it in a transaction that is taken back. */
async function tried(...statements: string[]): Promise<string> {
  const session = db.createQueryRunner();
  await session.startTransaction();
  try {
    for (const statement of statements) await session.query(statement);
    return 'done';
  } catch (error) {
    return (error as Error).message;
  } finally {
    await session.rollbackTransaction();
    await session.release();
  }
}

/** Name, type and nullability of each column, as the code believes they are. */
function believed({ columns }: EntityMetadata): string[] {
  return columns
    .map((column) => {
      const type = column.isArray ? 'ARRAY' : db.driver.normalizeType(column);
      return `${column.databaseName} ${type} ${column.isNullable ? 'or null' : 'always'}`;
    })
    .sort();
}

async function actual({ tableName }: EntityMetadata): Promise<string[]> {
  const rows = await db.query<{ name: string; type: string; nullable: string }[]>(
    `SELECT column_name AS name, data_type AS type, is_nullable AS nullable
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
    [tableName],
  );
  return rows
    .map(({ name, type, nullable }) => {
      return `${name} ${type} ${nullable === 'YES' ? 'or null' : 'always'}`;
    })
    .sort();
}

describe('the tables', () => {
  it.each(entities.map((entity) => [entity.name, entity] as const))(
    'have the columns of %s, no more and no less',
    async (_, entity) => {
      const metadata = db.getMetadata(entity);

      expect(believed(metadata)).toEqual(await actual(metadata));
    },
  );

  it('are all known to the code', async () => {
    const rows = await db.query<{ name: string }[]>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    );

    const known = entities.map((entity) => db.getMetadata(entity).tableName);
    // They inherit from tables of the code, and are read with them.
    const archives = ['journal_archive', 'mail_archive', 'notice_archive'];
    expect(rows.map(({ name }) => name).sort()).toEqual(
      [...known, ...archives, 'migrations'].sort(),
    );
  });

  it('are keyed as the code believes', async () => {
    const rows = await db.query<{ table: string; keys: string[] }[]>(
      `SELECT conrelid::regclass::text AS table,
         (SELECT array_agg(attname::text ORDER BY attname) FROM pg_attribute
          WHERE attrelid = conrelid AND attnum = ANY (conkey)) AS keys
       FROM pg_constraint WHERE contype = 'p' AND connamespace = 'public'::regnamespace`,
    );
    const keys = new Map(rows.map((row) => [row.table, row.keys]));

    for (const entity of entities) {
      const { tableName, primaryColumns } = db.getMetadata(entity);
      const believedKeys = primaryColumns.map(({ databaseName }) => databaseName).sort();
      expect([tableName, believedKeys]).toEqual([tableName, keys.get(tableName)]);
    }
  });
});

describe('rule 19: the journal', () => {
  it.each([
    "UPDATE journal SET who = 'somebody else'",
    'UPDATE journal SET who = who WHERE false',
    'DELETE FROM journal',
    'DELETE FROM journal WHERE id < 0',
    'TRUNCATE journal',
    'TRUNCATE cycle CASCADE',
    `INSERT INTO journal (id, cycle, due, recorded, who, what, facts, number, hash) OVERRIDING SYSTEM VALUE
     VALUES (1, 'c', now(), now(), 'siklus', 'phase', '{}', 2, '') ON CONFLICT (id) DO UPDATE SET who = 'x'`,
    `MERGE INTO journal j USING cycle c ON c.code = j.cycle WHEN MATCHED THEN DELETE`,
  ])('refuses %s', async (statement) => {
    expect(await tried(statement)).toBe('the journal is append-only');
  });

  it('has each place once in a cycle', async () => {
    const again = `INSERT INTO journal (cycle, due, recorded, who, what, facts, number, hash)
      VALUES ('c', now(), now(), 'siklus', 'phase', '{}', 1, '')`;

    expect(await tried(again)).toMatch(/"journal_number"/);
  });

  it('refuses a cycle to be deleted from under it', async () => {
    expect(await tried("DELETE FROM cycle WHERE code = 'c'")).toMatch(/foreign key constraint/);
  });
});

describe('rule 13: the outbox', () => {
  it('holds an occurrence once for each recipient', async () => {
    const twice = await tried(notice('a@example.test', 'H-3'), notice('a@example.test', 'H-3'));
    const apart = await tried(notice('a@example.test', 'H-3'), notice('b@example.test', 'H-3'));
    const later = await tried(notice('a@example.test', 'H-3'), notice('a@example.test', 'H-1'));

    expect(twice).toMatch(/"notice_planned_once"/);
    expect([apart, later]).toEqual(['done', 'done']);
  });

  it('has no claimed mail without a claimer, nor a claimer of any other', async () => {
    const byNobody = await tried("UPDATE mail SET state = 'claimed'");
    const unclaimed = await tried('UPDATE mail SET claimed_by = 1');

    expect([byNobody, unclaimed]).toEqual(Array(2).fill(expect.stringContaining('"mail_claimed"')));
  });

  it('has no notice without its mail', async () => {
    expect(await tried(notice('a@example.test', 'H-3'), 'DELETE FROM mail')).toMatch(
      /foreign key constraint/,
    );
  });
});

describe('the table of tasks', () => {
  it('has one task of a bearer in a phase, cancelled ones apart', async () => {
    const twice = await tried(task('1', 'todo'), task('2', 'finished'));
    const again = await tried(task('1', 'cancelled'), task('2', 'todo'));

    expect(twice).toMatch(/"task_once"/);
    expect(again).toBe('done');
  });
});

describe('the table of answers', () => {
  const answer = `
    INSERT INTO answer (cycle, indicator, state, version, level, fact, analysis, claimed, updated_at, updated_by)
    VALUES ('c', 1, 'submitted', 1, '3', '', '', '3', now(), 'a')`;

  it('does not let a claim change after it was sent', async () => {
    const same = await tried(answer, `UPDATE answer SET state = 'returned', level = '4'`);
    const other = await tried(answer, `UPDATE answer SET claimed = '4'`);

    expect(same).toBe('done');
    expect(other).toMatch('a claim does not change after it was sent');
  });
});

describe('the table of results', () => {
  const result = `
    INSERT INTO result (cycle, phase, published_at, published_by, frozen)
    VALUES ('c', 'p', now(), 'a', '{}')`;

  it.each(['UPDATE result SET published_at = now()', 'DELETE FROM result'])(
    'keeps what was published: %s',
    async (change) => {
      expect(await tried(result, change)).toMatch('a published result is frozen');
    },
  );
});

describe('the table of what people do without', () => {
  const silence = (email: string, kind: string): string =>
    `INSERT INTO silenced_notice (email, kind, since) VALUES ('${email}', '${kind}', now())`;

  it('holds the kinds that may be silenced, and no others', async () => {
    const fates = await Promise.all(
      noticeKinds.map(
        async (kind) => [kind, await tried(silence('a@example.test', kind))] as const,
      ),
    );

    const held = fates.filter(([, fate]) => fate === 'done').map(([kind]) => kind);
    expect(held).toEqual(silenceableKinds);
  });

  it('knows an address in one spelling', async () => {
    expect(await tried(silence('A@example.test', 'comment'))).toMatch(/"silenced_notice_email"/);
  });
});

describe('the tables of the sign-in', () => {
  const link = (path: string): string => `
    INSERT INTO one_time_link (hash, email, path, created_at, expires_at)
    VALUES ('h', 'a@example.test', '${path}', now(), now())`;

  it('know an address in one spelling', async () => {
    const account = `INSERT INTO account (email, created_at) VALUES ('A@example.test', now())`;

    expect(await tried(account)).toMatch(/"account_email"/);
  });

  it.each(['https://jahat.test', '//jahat.test', 'kerja', ''])(
    'hold no link that would lead to %s',
    async (path) => {
      expect(await tried(link(path))).toMatch(/"one_time_link_path"/);
      expect(await tried(link('/kerja/spbe-2025'))).toBe('done');
    },
  );
});
