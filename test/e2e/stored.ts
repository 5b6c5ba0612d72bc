import pg from 'pg';

export async function ask<T extends pg.QueryResultRow>(
  url: string,
  statement: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(statement, values)).rows;
  } finally {
    await client.end();
  }
}

/** Every row of every table, except how far time has come: that goes on without anything happening. */
export async function stored(url: string): Promise<Record<string, unknown[]>> {
  const tables = await ask<{ name: string }>(
    url,
    `SELECT tablename AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> 'demonstration_clock' ORDER BY 1`,
  );
  const rows = tables.map(async ({ name }) => {
    const all = await ask<{ row: unknown }>(
      url,
      `SELECT to_jsonb(t) - 'ticked_until' AS row FROM ${name} t ORDER BY to_jsonb(t)::text`,
    );
    return [name, all.map(({ row }) => row)] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}
