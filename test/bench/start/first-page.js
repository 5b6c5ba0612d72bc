import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { packageRoot } from '../../../dist/src/platform/package-root.js';
import { freePort } from '../../servers/redis.js';

/** Starts a program, asks for `/` until it is there, and looks at the memory of what it started `rest` seconds later. */
export async function firstPage([program, parameters], { rest, ...env }) {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(program, parameters, {
    cwd: packageRoot,
    // npm hands no signal on to what a shell runs for it: the whole group is told.
    detached: true,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  try {
    await answered(`http://127.0.0.1:${port}/`, child);
    const milliseconds = performance.now() - started;
    await sleep(rest * 1000);
    return { milliseconds, ...memoryOf(child.pid) };
  } finally {
    if (child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await ended;
    await gone(port);
  }
}

async function answered(url, child) {
  while (child.exitCode === null) {
    const answer = await fetch(url).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.status === 200) return;
    await sleep(5);
  }
  throw new Error(`it ended with status ${child.exitCode}`);
}

/** The next start must not find the last one's PostgreSQL on its way out. */
async function gone(port) {
  while (await fetch(`http://127.0.0.1:${port}/`).catch(() => null)) await sleep(50);
  await sleep(2000);
}

/** Megabytes: the server's own process, and those of PostgreSQL, without the pages that these share. */
function memoryOf(root) {
  const all = descendantsOf(root);
  const isPostgres = ({ command }) => /postgres/.test(command.split('\0')[0]);
  const servers = all.filter(({ command }) => /main\.js|bare-nest\.js/.test(command));
  return {
    node: Math.max(0, ...servers.map(({ pid }) => megabytes(pid, 'Rss'))),
    postgres: all
      .filter(isPostgres)
      .map(({ pid }) => megabytes(pid, 'Pss'))
      .reduce((sum, each) => sum + each, 0),
  };
}

function descendantsOf(root) {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parentOf = new Map(processes.map((pid) => [pid, parent(pid)]));
  const isBelow = (pid) =>
    pid === String(root) || (parentOf.has(pid) && isBelow(parentOf.get(pid)));
  return processes.filter(isBelow).map((pid) => ({ pid, command: read(pid, 'cmdline') }));
}

function parent(pid) {
  return /^PPid:\t(\d+)/m.exec(read(pid, 'status'))?.[1] ?? '0';
}

function megabytes(pid, which) {
  const kilobytes = new RegExp(`^${which}: +(\\d+)`, 'm').exec(read(pid, 'smaps_rollup'))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}

/** Of one that has ended meanwhile: nothing. */
function read(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
