import type { INestApplicationContext } from '@nestjs/common';
import { expect } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { Office } from './office.js';

/**
 * Every row of the database but those of tokens, which the office hands out as it asks; and not when
 * somebody was last there, which a slow machine notes in the middle of a test.
 */
export async function allRows(app: INestApplicationContext): Promise<Record<string, unknown[]>> {
  const db = app.get(DataSource);
  const tables = await db.query<{ name: string }[]>(
    `SELECT tablename AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename NOT IN ('api_token', 'token_event') ORDER BY tablename`,
  );
  const rows = tables.map(async ({ name }) => {
    const all = await db.query<{ row: unknown }[]>(
      `SELECT to_jsonb(t) - 'last_seen_at' AS row FROM "${name}" t ORDER BY to_jsonb(t)::text`,
    );
    return [name, all.map(({ row }) => row)] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}

/** For what is refused: every row stays as it is. */
export async function changingNothing<T>(office: Office, work: () => Promise<T>): Promise<T> {
  const before = await allRows(office.site.app);
  const done = await work();
  expect(await allRows(office.site.app)).toEqual(before);
  return done;
}
