import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** What is written by migrations, and not by what is restored. */
const notOurs = ['migrations'];

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

interface Sequence {
  readonly name: string;
  readonly last: string | null;
}

/** Those that refer to others come after them; what refers to its own kind may stand anywhere. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT c.relname AS name, array_agg(quote_ident(a.attname) ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
       AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($1)
     GROUP BY 1 ORDER BY 1`,
    [notOurs],
  );
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `SELECT conrelid::regclass::text AS from, confrelid::regclass::text AS to
     FROM pg_constraint WHERE contype = 'f' AND conrelid <> confrelid`,
  );
  return inOrder(rows, references);
}

function inOrder(
  tables: readonly Table[],
  references: readonly { readonly from: string; readonly to: string }[],
): Table[] {
  const placed: Table[] = [];
  while (placed.length < tables.length) {
    const names = new Set(placed.map(({ name }) => name));
    const next = tables.filter(
      ({ name }) =>
        !names.has(name) && references.every(({ from, to }) => from !== name || names.has(to)),
    );
    if (next.length === 0) throw new RangeError('tables that refer to each other in a circle');
    placed.push(...next);
  }
  return placed;
}

/**
 * Plain SQL as `pg_dump --data-only` writes it: a COPY for each table and the state of each sequence, all of one
 * instant of the transaction that the client is in.
 */
export async function* dumped(client: pg.ClientBase): AsyncGenerator<string | Buffer> {
  yield '-- Data only, of one instant; the schema comes from the migrations.\n\n';
  for (const { name, columns } of await tablesOf(client)) {
    const what = `public.${name} (${columns.join(', ')})`;
    yield `COPY ${what} FROM stdin;\n`;
    yield* client.query(copyTo(`COPY ${what} TO STDOUT`)) as Readable & AsyncIterable<Buffer>;
    yield '\\.\n\n';
  }
  const { rows } = await client.query<Sequence>(
    `SELECT format('%I.%I', schemaname, sequencename) AS name, last_value AS last FROM pg_sequences
     WHERE schemaname = 'public' AND sequencename <> 'migrations_id_seq' ORDER BY 1`,
  );
  for (const { name, last } of rows) {
    if (last !== null) yield `SELECT pg_catalog.setval('${name}', ${last}, true);\n`;
  }
}

/** Runs such a text. @throws Error that names the line of what it does not know */
export async function loadDump(client: pg.ClientBase, dump: Readable): Promise<void> {
  const lines = linesOf(dump)[Symbol.asyncIterator]();
  for (let number = 1; ; number += 1) {
    const next = await lines.next();
    if (next.done) return;
    const line = next.value.toString().trimEnd();
    if (line === '' || line.startsWith('--')) continue;
    if (/^COPY public\.\w+ \([\w", ]+\) FROM stdin;$/.test(line)) {
      number += await copyIn(client, line, lines);
    } else if (/^SELECT pg_catalog\.setval\('public\.[\w"]+', \d+, true\);$/.test(line)) {
      await client.query(line);
    } else throw new Error(`line ${number} of the dump is none of ours: ${line.slice(0, 80)}`);
  }
}

/** @returns how many lines it took */
async function copyIn(
  client: pg.ClientBase,
  statement: string,
  lines: AsyncIterator<Buffer>,
): Promise<number> {
  let count = 0;
  const rows = async function* (): AsyncGenerator<Buffer> {
    for (;;) {
      const next = await lines.next();
      if (next.done) throw new Error(`the dump ends within: ${statement}`);
      count += 1;
      if (next.value.equals(end)) return;
      yield next.value;
    }
  };
  await pipeline(rows, client.query(copyFrom(statement.replace(/;$/, ''))));
  return count;
}

const end = Buffer.from('\\.\n');

/** By the byte: what else may end a line for people stands inside of texts. */
async function* linesOf(stream: Readable): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const whole = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let at = whole.indexOf(10); at >= 0; at = whole.indexOf(10, from)) {
      yield whole.subarray(from, at + 1);
      from = at + 1;
    }
    rest = whole.subarray(from);
  }
  if (rest.length > 0) yield rest;
}
