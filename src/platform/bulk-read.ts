import { Temporal } from 'temporal-polyfill';
import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';

type Column = EntityMetadata['columns'][number];

/** In SQL, how a column is asked for, and what becomes of the answer; most are taken as they come. */
interface Reading {
  readonly sql: (name: string) => string;
  readonly from: ((value: string) => unknown) | null;
}

const asItIs: Reading = { sql: (name) => name, from: null };

/** Cut off to whole milliseconds, as `InstantColumn` does it. */
const instant: Reading = {
  sql: (name) => `floor(extract(epoch FROM ${name}) * 1000)::bigint::text`,
  from: (value) => Temporal.Instant.fromEpochMilliseconds(Number(value)),
};

const date: Reading = {
  sql: (name) => `${name}::text`,
  from: (value) => Temporal.PlainDate.from(value),
};

export interface BulkReading<T> {
  /** What a statement selects or returns of the table, by the alias `t`. */
  readonly list: string;
  /** In place: what came of that, as entities. */
  readonly entities: (rows: Record<string, unknown>[]) => T[];
}

/**
 * Rows of a table as TypeORM's `find` would have them, much sooner: it makes each of them an object of its own,
 * column by column, and works out each date anew, although thousands of tasks share a few.
 */
export function bulkReading<T extends ObjectLiteral>(
  { dataSource }: Pick<EntityManager, 'dataSource'>,
  target: EntityTarget<T>,
): BulkReading<T> {
  const selected = dataSource.getMetadata(target).columns.filter(({ isSelect }) => isSelect);
  const list = selected.map(
    (column) => `${readingOf(column).sql(nameOf(column))} AS "${column.propertyName}"`,
  );
  const entities = (rows: Record<string, unknown>[]): T[] => {
    for (const column of selected) understand(rows, column);
    return rows as unknown as T[];
  };
  return { list: list.join(', '), entities };
}

export interface Where {
  /** Of the alias `t`. */
  readonly sql: string;
  readonly given: readonly unknown[];
}

/** @param order columns, the first one first */
export async function readAll<T extends ObjectLiteral>(
  manager: EntityManager,
  target: EntityTarget<T>,
  where: Where,
  order: readonly (keyof T & string)[],
): Promise<T[]> {
  const { tableName, columns } = manager.dataSource.getMetadata(target);
  const { list, entities } = bulkReading(manager, target);
  const by = order.map((name) => columns.find(({ propertyName }) => propertyName === name));
  const rows = await manager.query<Record<string, unknown>[]>(
    `SELECT ${list} FROM "${tableName}" t WHERE ${where.sql}
     ORDER BY ${by.map((column) => column && nameOf(column)).join(', ')}`,
    [...where.given],
  );
  return entities(rows);
}

export function inCycle(code: string): Where {
  return { sql: 't.cycle = $1', given: [code] };
}

/** In place, each distinct text once: rows that share a date share the very object. */
function understand(rows: readonly Record<string, unknown>[], column: Column): void {
  const { from } = readingOf(column);
  if (!from) return;
  const { propertyName } = column;
  const known = new Map<unknown, unknown>([[null, null]]);
  for (const row of rows) {
    const text = row[propertyName];
    if (!known.has(text)) known.set(text, from(String(text)));
    row[propertyName] = known.get(text);
  }
}

function readingOf({ type, transformer }: Column): Reading {
  if (type === 'timestamptz') return instant;
  if (type === 'date') return date;
  if (!transformer || Array.isArray(transformer)) return asItIs;
  return { ...asItIs, from: (value): unknown => transformer.from(value) };
}

/** By its table: an alias of the same name would be sorted by what is made of it. */
function nameOf({ databaseName }: Column): string {
  return `t."${databaseName}"`;
}
