import type { EntityManager } from 'typeorm';
import { rewritings, type Kind, type Pseudonym } from './patterns.js';
import type { Somebody } from './somebody.js';

/** A column that may name somebody: any that holds words. */
interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: 'text' | 'jsonb' | 'text[]';
}

/** What only lets somebody in, or is only theirs: it goes with them. */
const theirs: Readonly<Record<string, string>> = {
  session: 'lower(email) = $1',
  one_time_link: 'lower(email) = $1',
  api_token: 'lower(email) = $1',
  account: 'lower(email) = $1',
  calendar_feed: 'lower(email) = $1',
  silenced_notice: 'lower(email) = $1',
  sign_in_limit: "lower(key) LIKE '% ' || $1",
};

/** @returns how many rows went, by table */
export async function removeTheirs(tx: EntityManager, email: string): Promise<Map<string, number>> {
  const removed = new Map<string, number>();
  for (const [table, where] of Object.entries(theirs)) {
    const rows = await tx.query<unknown[]>(
      `WITH gone AS (DELETE FROM ${table} WHERE ${where} RETURNING 1) SELECT FROM gone`,
      [email],
    );
    if (rows.length > 0) removed.set(table, rows.length);
  }
  return removed;
}

/** Where a name stands in a column beside that of its address, it is its bearer's whoever else bears it. */
const named = ['coordinator', 'assessor', 'sekda'] as const;

export async function renameBeside(tx: EntityManager, email: string, name: string): Promise<void> {
  for (const table of named) {
    await tx.query(`UPDATE ${table} SET name = $2 WHERE lower(email) = $1`, [email, name]);
  }
}

/**
 * Every table but that of the migrations, whatever a later version adds: nothing has to be kept in mind. What is
 * archived is reached through the table that it came from.
 */
export async function wordColumns(tx: EntityManager): Promise<Map<string, Column[]>> {
  const columns = await tx.query<Column[]>(
    `SELECT c.table_name AS "table", c.column_name AS name,
            CASE c.udt_name WHEN '_text' THEN 'text[]' ELSE c.udt_name END AS type
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE table_schema = 'public' AND t.table_type = 'BASE TABLE' AND table_name <> 'migrations'
       AND c.udt_name IN ('text', 'jsonb', '_text')
       AND NOT EXISTS (SELECT FROM pg_inherits WHERE inhrelid = format('public.%I', table_name)::regclass)
     ORDER BY c.table_name, c.ordinal_position`,
  );
  const byTable = new Map<string, Column[]>();
  for (const column of columns) {
    byTable.set(column.table, [...(byTable.get(column.table) ?? []), column]);
  }
  return byTable;
}

/** One statement a table. @returns the rows that named the person, as they are now */
export async function rewrite<T>(
  tx: EntityManager,
  columns: readonly Column[],
  [person, as]: readonly [Somebody, Pseudonym],
  returning = '1',
): Promise<T[]> {
  const values: string[] = [];
  const value = (text: string): string => `$${values.push(text)}`;
  const all = columns.map((column) =>
    rewritten(column, rewritings(person, as, kindOf(column)), value),
  );
  const table = columns[0]?.table ?? '';
  return tx.query<T[]>(
    `WITH named AS (
       UPDATE "${table}" SET ${all.map(({ set }) => set).join(', ')}
       WHERE ${all.map(({ where }) => where).join(' OR ')} RETURNING ${returning}
     ) SELECT * FROM named`,
    values,
  );
}

function rewritten(
  { name, type }: Column,
  all: ReturnType<typeof rewritings>,
  value: (text: string) => string,
): { set: string; where: string } {
  const given = all.map(({ pattern, by, flags }) => {
    return { pattern: value(pattern), by: value(by), flags };
  });
  const replaced = (what: string): string =>
    given.reduce(
      (inner, { pattern, by, flags }) => `regexp_replace(${inner}, ${pattern}, ${by}, '${flags}')`,
      what,
    );
  const found = (what: string): string =>
    given
      .map(({ pattern, flags }) => `${what} ${flags === 'gi' ? '~*' : '~'} ${pattern}`)
      .join(' OR ');
  const column = `"${name}"`;
  if (type === 'text') return { set: `${column} = ${replaced(column)}`, where: found(column) };
  if (type === 'jsonb') {
    const text = `${column}::text`;
    return { set: `${column} = ${replaced(text)}::jsonb`, where: found(text) };
  }
  return {
    set: `${column} = ARRAY(SELECT ${replaced('each')} FROM unnest(${column}) WITH ORDINALITY AS e (each, n) ORDER BY n)`,
    where: `EXISTS (SELECT FROM unnest(${column}) AS each WHERE ${found('each')})`,
  };
}

function kindOf({ type }: Column): Kind {
  return type === 'jsonb' ? 'jsonb' : 'text';
}
