import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@nestjs/common';
import pg from 'pg';
import { InputError } from './platform/input-error.js';

/** In milliseconds: between two attempts, and for an answer. */
const pause = 1000;
const patience = 3000;
/** Attempts between two lines of the log. */
const saidEvery = 30;

/** Null: what is waited for has no door to the outside. */
export type Door = { readonly host: string; readonly port: number } | null;

/**
 * Waits for a database, for ever: a supervisor that starts everything at once, or starts a database again, needs
 * no order. Meanwhile the port answers: alive, and not ready.
 */
export async function databaseThere(
  url: string,
  door: Door,
  { log, signal }: { readonly log: LoggerService; readonly signal: AbortSignal },
): Promise<void> {
  let room: Server | null = null;
  try {
    for (let attempts = 0; !signal.aborted; attempts += 1) {
      const problem = await problemOf(url);
      if (problem === null) return;
      room ??= door && (await opened(door));
      if (attempts % saidEvery === 0)
        log.warn(`${problem}; it is tried again every second`, 'Start');
      await sleep(pause, null, { signal }).catch(() => undefined);
    }
  } finally {
    if (room) await closed(room);
  }
}

async function problemOf(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patience });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return null;
  } catch (error) {
    const { hostname, port, pathname } = new URL(url);
    const reason = (error as Error).message || String((error as NodeJS.ErrnoException).code);
    return `PostgreSQL ${hostname}:${port || '5432'}${pathname} cannot be reached (${reason})`;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function opened({ host, port }: NonNullable<Door>): Promise<Server> {
  const room = createServer(answer);
  room.listen(port, host);
  try {
    await once(room, 'listening');
  } catch (error) {
    throw portProblem(error, { host, port });
  }
  return room;
}

/** What a port that cannot be had is called. */
export function portProblem(error: unknown, { host, port }: NonNullable<Door>): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return error;
  const problem = `${host}:${port} is taken: stop what listens there, or set PORT`;
  return new InputError({ file: 'environment', line: null, field: 'PORT' }, problem);
}

async function closed(room: Server): Promise<void> {
  room.close();
  room.closeAllConnections();
  await once(room, 'close');
}

const page = `<!doctype html><html lang="id"><meta charset="utf-8"><title>Siklus</title>
<p>Siklus sedang menunggu basis datanya. Silakan muat ulang halaman ini sebentar lagi.</p></html>`;

function answer({ url = '' }: IncomingMessage, response: ServerResponse): void {
  const isLive = url === '/health/live';
  const isJson = url.startsWith('/health/') || url.startsWith('/api/');
  response.writeHead(isLive ? 200 : 503, {
    'content-type': isJson ? 'application/json' : 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': '5',
  });
  response.end(
    isJson
      ? JSON.stringify({ status: isLive ? 'up' : 'down', ...(!isLive && { database: 'down' }) })
      : page,
  );
}
