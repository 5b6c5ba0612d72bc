import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';

/** PostgreSQL has room for 256 MB in one JSON value: ours, of a kilobyte or less, need a tenth of that. */
const atOnce = 20_000;

type Column = EntityMetadata['columns'][number];

type Rows = readonly ObjectLiteral[];

/** Rows of one table, to be written in their turn. */
export interface Write {
  readonly target: EntityTarget<ObjectLiteral>;
  /** Worked out one by one: by then the database is at work on those before, and nobody holds all of them. */
  readonly parts: Iterable<Rows | Promise<Rows>>;
  readonly known: 'refused' | 'updated';
}

type RowsOf<S, T> = (some: readonly S[]) => readonly T[] | Promise<readonly T[]>;

/** Rows that are new, made of other things, a part of these at a time. */
export function insertion<S, T extends ObjectLiteral>(
  target: EntityTarget<T>,
  things: readonly S[],
  rowsOf: RowsOf<S, T>,
): Write {
  return { target, parts: inParts(things, rowsOf), known: 'refused' };
}

/** New ones are inserted, known ones (by primary key) updated. */
export function upsertion<S, T extends ObjectLiteral>(
  target: EntityTarget<T>,
  things: readonly S[],
  rowsOf: RowsOf<S, T>,
): Write {
  return { ...insertion(target, things, rowsOf), known: 'updated' };
}

/**
 * To be said before much is written. PostgreSQL keeps in each session how it looks up what a foreign key points to:
 * decided when a table had a few rows, that is to read all of it, for each row that is written, until the table
 * is next analysed. A large city after a first small one would take the square of its size.
 */
export async function forgetPlans(manager: EntityManager): Promise<void> {
  await manager.query('DISCARD PLANS');
}

/**
 * Writes any number of rows in one statement for each 20,000. TypeORM's own `save` needs a statement a row, and its
 * `upsert` is bound by the number of parameters.
 */
export async function upsertAll<T extends ObjectLiteral>(
  manager: EntityManager,
  target: EntityTarget<T>,
  rows: readonly T[],
): Promise<void> {
  await writeAll(manager, [upsertion(target, rows, (some) => some)]);
}

/** The same for rows that are new. */
export async function insertAll<T extends ObjectLiteral>(
  manager: EntityManager,
  target: EntityTarget<T>,
  rows: readonly T[],
): Promise<void> {
  await writeAll(manager, [insertion(target, rows, (some) => some)]);
}

/** The same for several tables, one after the other: while the database writes rows, the next ones become text. */
export async function writeAll(manager: EntityManager, writes: readonly Write[]): Promise<void> {
  let writing: Promise<unknown> = Promise.resolve();
  for (const { target, parts, known } of writes) {
    const metadata = manager.dataSource.getMetadata(target);
    const columns = metadata.columns.filter(({ isGenerated }) => !isGenerated);
    const statement = statementOf(metadata, columns, known);
    for (const part of parts) {
      for (const rows of inParts(await part, (some) => some)) {
        const texts = await textsOf(await rows, columns);
        await writing;
        writing = manager.query(statement, texts);
        // Awaited above or below; until then nobody may take a failure for one that nobody looks at.
        writing.catch(() => undefined);
      }
    }
  }
  await writing;
}

function* inParts<S, T>(
  things: readonly S[],
  rowsOf: RowsOf<S, T>,
): Iterable<ReturnType<RowsOf<S, T>>> {
  for (let from = 0; from < things.length; from += atOnce) {
    yield rowsOf(things.slice(from, from + atOnce));
  }
}

/** $1 is what the rows share, $2 a list of what they do not. */
function statementOf(
  { tableName, primaryColumns }: EntityMetadata,
  columns: readonly Column[],
  known: Write['known'],
): string {
  const table = quoted(tableName);
  const names = columns.map(({ databaseName }) => quoted(databaseName)).join(', ');
  const insert = `INSERT INTO ${table} (${names}) SELECT ${names}
    FROM jsonb_populate_recordset(jsonb_populate_record(NULL::${table}, $1), $2)`;
  if (known === 'refused') return insert;
  const keys = primaryColumns.map(({ databaseName }) => quoted(databaseName)).join(', ');
  const others = columns
    .filter(({ isPrimary }) => !isPrimary)
    .map(({ databaseName }) => `${quoted(databaseName)} = EXCLUDED.${quoted(databaseName)}`);
  const update = others.length === 0 ? 'NOTHING' : `UPDATE SET ${others.join(', ')}`;
  return `${insert} ON CONFLICT (${keys}) DO ${update}`;
}

/**
 * Half of what makes up a row, its cycle, its dates, its state, is that of all rows beside it: said once, it is
 * neither written nor read again for each.
 */
async function textsOf(
  rows: readonly ObjectLiteral[],
  columns: readonly Column[],
): Promise<[shared: string, own: string]> {
  const shared: string[] = [];
  const own: { readonly name: string; readonly texts: readonly string[] }[] = [];
  for (const column of columns) {
    // Whatever was sent before has to get through to the database meanwhile.
    await letOthersRun();
    const name = `${JSON.stringify(column.databaseName)}:`;
    const texts = distinctTexts(rows, column);
    if (texts.length === 1) shared.push(`${name}${texts[0]}`);
    else own.push({ name, texts });
  }
  const objects = rows.map(
    (_, row) => `{${own.map(({ name, texts }) => `${name}${texts[row]}`).join(',')}}`,
  );
  return [`{${shared.join(',')}}`, `[${objects.join(',')}]`];
}

/** A column in JSON, row by row; only one text when it is the same in all of them. */
function distinctTexts(rows: readonly ObjectLiteral[], column: Column): string[] {
  const textOf = (row: ObjectLiteral): string =>
    JSON.stringify(column.getEntityValue(row, true) ?? null);
  const { propertyName } = column;
  const [first, ...rest] = rows;
  if (!first) return [];
  const text = textOf(first);
  const value: unknown = first[propertyName];
  if (rest.every((row) => row[propertyName] === value)) return [text];
  const texts = rows.map(textOf);
  return texts.every((each) => each === text) ? [text] : texts;
}

function quoted(name: string): string {
  return `"${name}"`;
}
