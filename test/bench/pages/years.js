/**
 * Earlier years as they would stand in the same database: the rows of a cycle once more, under another code and as many
 * years sooner. Nobody's triggers run and no chain is followed: what is measured only reads.
 * @param query says one statement to the database
 */
export async function copyYear(query, { from, to, years }) {
  const columns = await query(`
    SELECT table_name AS "table", column_name AS "column", data_type AS type
    FROM information_schema.columns
    WHERE table_schema = 'public' AND is_identity = 'NO' AND is_generated = 'NEVER'
      AND (table_name = 'cycle' OR table_name IN (
        SELECT table_name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name = 'cycle'))
    ORDER BY ordinal_position`);
  for (const [table, own] of grouped(columns)) {
    const names = own.map(({ column }) => `"${column}"`);
    const values = own.map((column) => valueOf(column, { to, years }));
    await query(`
      SET session_replication_role = replica;
      INSERT INTO "${table}" (${names.join()}) SELECT ${values.join()} FROM "${table}"
      WHERE ${table === 'cycle' ? 'code' : 'cycle'} = '${from}'
      ON CONFLICT DO NOTHING;
      SET session_replication_role = origin`);
  }
}

/** More units like one of the city, with its tasks. */
export async function addUnits(query, { cycle, like, units }) {
  for (const [table, key] of [
    ['unit', 'code'],
    ['task', 'unit'],
  ]) {
    const columns = await query(`
      SELECT column_name AS "column", data_type AS type FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = '${table}' AND is_identity = 'NO'`);
    const values = columns.map(({ column, type }) => {
      if (column === 'id' && type === 'text') return `replace(id, '${like}', 'OPD-' || n)`;
      if (column === key) return `'OPD-' || n`;
      return type === 'uuid' || column === 'position' ? another(column, type) : `"${column}"`;
    });
    await query(`
      SET session_replication_role = replica;
      INSERT INTO "${table}" (${columns.map(({ column }) => `"${column}"`).join()})
      SELECT ${values.join()} FROM "${table}", generate_series(41, ${units}) n
      WHERE cycle = '${cycle}' AND "${key}" = '${like}';
      SET session_replication_role = origin`);
  }
}

function another(column, type) {
  return type === 'uuid' ? 'gen_random_uuid()' : `"${column}" + n`;
}

/** An id becomes another one, the same wherever it is named. */
function valueOf({ table, column, type }, { to, years }) {
  const name = `"${column}"`;
  if (column === 'cycle' || (table === 'cycle' && column === 'code')) return `'${to}'`;
  // Nothing more happens in it.
  if (table === 'cycle' && column === 'state') return `'paused'`;
  if (type === 'uuid') return `md5(${name}::text || '${to}')::uuid`;
  if (type.startsWith('timestamp')) return `${name} - interval '${years} years'`;
  return name;
}

function grouped(columns) {
  const all = new Map();
  for (const each of columns) all.set(each.table, [...(all.get(each.table) ?? []), each]);
  return all;
}
