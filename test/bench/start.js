// From `npm start` to the first page, and what memory it takes at rest: `npm run bench:start`.
//
// Prints JSON lines: the machine; each part of a start by itself; whole starts in a data folder that is there already and
// in a fresh one, with the resident memory of Node and of PostgreSQL some seconds later; and the same of a bare Nest
// application with one controller, whose time and memory are what the ratios are to. REPEATS says how often, REST after
// how many seconds memory is read. Medians.
import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../dist/src/platform/package-root.js';
import { median, print, round } from './figures.js';
import { firstPage } from './start/first-page.js';
import { partsOf } from './start/parts.js';

const repeats = Number(process.env.REPEATS ?? 3);
const rest = Number(process.env.REST ?? 5);
const bare = [process.execPath, [join(packageRoot, 'test', 'bench', 'start', 'bare-nest.js')]];
const folders = [];

try {
  print({ bench: 'start', cpu: cpus()[0]?.model, cores: cpus().length, node: process.version });
  await inTurn(); // so that files are in memory, as on any start but the first of a day
  const runs = [];
  for (let turn = 0; turn < repeats; turn += 1) runs.push(...(await inTurn()));
  const plain = figuresOf('bare Nest', runs, null);
  const table = ['bare Nest', 'warm', 'fresh'].map((what) => figuresOf(what, runs, plain));
  table.forEach(print);
  console.table(table);
  console.table(await parts());
} finally {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
}

/** The three in their turn, so that what else the machine does falls on all of them. */
async function inTurn() {
  const folder = await mkdtemp(join(tmpdir(), 'siklus-start-'));
  // PostgreSQL of somebody who is root runs as another user.
  await chmod(folder, 0o755);
  folders.push(folder);
  const npm = ['npm', ['start']];
  return [
    { what: 'fresh', ...(await firstPage(npm, { DATA_FOLDER: folder, rest })) },
    { what: 'warm', ...(await firstPage(npm, { DATA_FOLDER: folder, rest })) },
    { what: 'bare Nest', ...(await firstPage(bare, { rest })) },
  ];
}

function figuresOf(what, runs, plain) {
  const own = runs.filter((run) => run.what === what);
  const of = (figure) => Math.round(median(own.map((run) => run[figure])));
  const [milliseconds, node, postgres] = ['milliseconds', 'node', 'postgres'].map(of);
  return {
    ...{ start: what, milliseconds, nodeMegabytes: node, postgresMegabytes: postgres },
    ...(plain && {
      ratio: round(milliseconds / plain.milliseconds, 2),
      memoryRatio: round(node / plain.nodeMegabytes, 2),
    }),
  };
}

async function parts() {
  const build = timed(() => execFileSync('npm', ['run', '-s', 'build'], { cwd: packageRoot }));
  const npm = timed(() => execFileSync('npm', ['--version']));
  const all = [
    { part: 'npm itself', milliseconds: npm },
    { part: 'npm run -s build, with nothing to build', milliseconds: build },
    ...(await partsOf()),
  ];
  all.forEach(print);
  return all;
}

function timed(work) {
  const started = performance.now();
  work();
  return Math.round(performance.now() - started);
}
