import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, parse } from 'node:path';
import pg from 'pg';
import { packageRoot } from '../package-root.js';
import type { ServerOrder, ServerReport } from './server.js';

export interface RunningDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

/** PostgreSQL in the data folder; one that runs there already is used, and then left running. */
export async function embeddedPostgres(dataFolder: string): Promise<RunningDatabase> {
  const folder = join(dataFolder, 'postgres');
  mkdirSync(dataFolder, { recursive: true });
  const running = await runningAt(`${folder}.address`);
  return running ?? start({ folder, scratch: false });
}

/** PostgreSQL in a temporary folder that is gone at the end. */
export async function scratchPostgres(): Promise<RunningDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'siklus-scratch-'));
  const server = await start({ folder, scratch: true });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(`${folder}.password`, { force: true });
    },
  };
}

async function start(order: ServerOrder): Promise<RunningDatabase> {
  checkReachable([packageRoot, dirname(order.folder)]);
  const program = new URL('./server.js', import.meta.url);
  // In a group of its own: a Ctrl-C in the terminal must not end it before us.
  const child = fork(program, [JSON.stringify(order)], { detached: true, execArgv: [] });
  const ended = once(child, 'exit');
  const [report] = (await Promise.race([
    once(child, 'message'),
    ended.then(([code]) => [{ error: `it ended with status ${String(code)}` }]),
  ])) as [ServerReport];
  if (!report.url) throw new Error(`the embedded PostgreSQL does not start: ${report.error}`);
  return {
    url: report.url,
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

async function runningAt(addressFile: string): Promise<RunningDatabase | null> {
  if (!existsSync(addressFile)) return null;
  const url = readFileSync(addressFile, 'utf8');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    await client.end();
    return { url, stop: () => Promise.resolve() };
  } catch {
    // Left behind by a machine that went down.
    return null;
  }
}

/** PostgreSQL refuses to run as root, and the user it then runs as has to get to its files. */
function checkReachable(folders: readonly string[]): void {
  if (userInfo().uid !== 0) return;
  for (const folder of folders.flatMap(withParents)) {
    accessSync(folder, constants.R_OK);
    if ((statSync(folder).mode & 0o001) !== 0) continue;
    throw new Error(
      `PostgreSQL does not run as root, and other users may not enter ${folder}: move the project to a ` +
        `folder they may enter (such as /srv/siklus), start it as another user, or set DATABASE_URL`,
    );
  }
}

function withParents(folder: string): string[] {
  return folder === parse(folder).root ? [folder] : [...withParents(dirname(folder)), folder];
}
