/** The largest tables with their indexes, and all together as the last. @param query says one statement */
export async function tableSizes(query) {
  // Rows as the statistics have them: to count them would take as long as a stage.
  await query('ANALYZE');
  const tables = await query(`
    SELECT relname AS name, greatest(reltuples, 0)::bigint::int AS rows,
      round(pg_total_relation_size(oid) / 1048576.0, 1)::float AS mb,
      round(pg_indexes_size(oid) / 1048576.0, 1)::float AS indexes_mb
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
    ORDER BY pg_total_relation_size(oid) DESC`);
  const sum = (of) => Math.round(tables.reduce((all, table) => all + table[of], 0) * 10) / 10;
  const all = { name: 'all', rows: sum('rows'), mb: sum('mb'), indexes_mb: sum('indexes_mb') };
  return [...tables.slice(0, 6), all];
}
