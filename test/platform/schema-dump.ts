import type { DataSource } from 'typeorm';

/** Everything that a migration can leave in a schema, in a fixed order. */
const parts = {
  columns: `
    SELECT table_name, column_name, ordinal_position, data_type, is_nullable, column_default,
      is_identity, identity_generation
    FROM information_schema.columns WHERE table_schema = 'public' ORDER BY table_name, ordinal_position`,
  constraints: `
    SELECT conrelid::regclass::text AS of, conname, pg_get_constraintdef(oid) AS says
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2, 3`,
  indexes: `
    SELECT tablename, indexname, indexdef FROM pg_indexes
    WHERE schemaname = 'public' ORDER BY tablename, indexname`,
  triggers: `
    SELECT tgrelid::regclass::text AS of, pg_get_triggerdef(oid) AS says
    FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2`,
  functions: `
    SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY proname`,
  sequences: `
    SELECT sequencename, data_type::text, start_value, increment_by, cycle
    FROM pg_sequences WHERE schemaname = 'public' ORDER BY sequencename`,
} as const;

export type SchemaDump = Record<keyof typeof parts, Record<string, unknown>[]>;

export async function schemaDump(db: DataSource): Promise<SchemaDump> {
  const read = async (name: keyof typeof parts) =>
    (await db.query<Record<string, unknown>[]>(parts[name])).filter(isOurs);
  return {
    columns: await read('columns'),
    constraints: await read('constraints'),
    indexes: await read('indexes'),
    triggers: await read('triggers'),
    functions: await read('functions'),
    sequences: await read('sequences'),
  };
}

/** The framework's own list of migrations stays, whatever was undone. */
function isOurs(row: Record<string, unknown>): boolean {
  const name = row['table_name'] ?? row['tablename'] ?? row['of'] ?? row['sequencename'];
  return name !== 'migrations' && name !== 'migrations_id_seq';
}
