import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/** PostgreSQL has room for 256 MB in one JSON value: ours, of a kilobyte or less, need a tenth of that. */
const atOnce = 20_000;

/**
 * Writes any number of rows in one statement for each 20,000: new ones are inserted, known ones (by primary key)
 * updated. TypeORM's own `save` needs a statement a row, and its `upsert` is bound by the number of parameters.
 */
export async function upsertAll<T extends ObjectLiteral>(
  manager: EntityManager,
  target: EntityTarget<T>,
  rows: readonly T[],
): Promise<void> {
  const { primaryColumns, columns } = manager.dataSource.getMetadata(target);
  const keys = primaryColumns.map(({ databaseName }) => quoted(databaseName));
  const others = columns
    .filter(({ isPrimary, isGenerated }) => !isPrimary && !isGenerated)
    .map(({ databaseName }) => `${quoted(databaseName)} = EXCLUDED.${quoted(databaseName)}`);
  const update = others.length === 0 ? 'NOTHING' : `UPDATE SET ${others.join(', ')}`;
  await write(manager, target, rows, `ON CONFLICT (${keys.join(', ')}) DO ${update}`);
}

/** The same for rows that are new. */
export async function insertAll<T extends ObjectLiteral>(
  manager: EntityManager,
  target: EntityTarget<T>,
  rows: readonly T[],
): Promise<void> {
  await write(manager, target, rows, '');
}

async function write<T extends ObjectLiteral>(
  manager: EntityManager,
  target: EntityTarget<T>,
  rows: readonly T[],
  onConflict: string,
): Promise<void> {
  const { tableName, columns } = manager.dataSource.getMetadata(target);
  const written = columns.filter(({ isGenerated }) => !isGenerated);
  const names = written.map(({ databaseName }) => quoted(databaseName)).join(', ');
  const statement = `INSERT INTO ${quoted(tableName)} (${names})
    SELECT ${names} FROM jsonb_populate_recordset(NULL::${quoted(tableName)}, $1) ${onConflict}`;
  for (let from = 0; from < rows.length; from += atOnce) {
    const data = rows
      .slice(from, from + atOnce)
      .map((row) =>
        Object.fromEntries(
          written.map((column) => [column.databaseName, column.getEntityValue(row, true) ?? null]),
        ),
      );
    await manager.query(statement, [JSON.stringify(data)]);
  }
}

function quoted(name: string): string {
  return `"${name}"`;
}
