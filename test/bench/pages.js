// Milliseconds for each page of the desks and each route of the API that reads, while 20 clients ask at once, and what one
// request says to the database: `npm run bench:pages`.
//
// The shipped city of 40 units with its 47 indicators answered and judged, three years of it, on a scratch database, served
// by the built program, with what the routes want and that year leaves undone (`pages/made.js`); then the matrix of a city
// of UNITS units. Prints JSON lines: the machine, the size, then one a route. `ratio` is its median to that of a bare server
// of Node that hands out the bytes of the status page `/`, in the same run. CLIENTS and DURATION (seconds) say how many ask
// for how long, ONLY which routes: a part of their path (that of the large matrix begins with /koordinator/kota-besar).
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { AppModule } from '../../dist/src/app.module.js';
import { runScenario } from '../../dist/src/engine/scenario/runner.js';
import { loadScenario } from '../../dist/src/engine/scenario/file.js';
import { ConfigFolder } from '../../dist/src/platform/config-folder.js';
import { packageRoot } from '../../dist/src/platform/package-root.js';
import { scratchDatabase } from '../../dist/src/platform/scratch-database.js';
import { readSettings } from '../../dist/src/platform/settings.js';
import { ask as query } from './copies.js';
import { print, round } from './figures.js';
import { oneByOne, underLoad } from './pages/load.js';
import { coordinator, makeMissing } from './pages/made.js';
import { api, desks } from './pages/routes.js';
import { serve, serveBare, signIn } from './pages/server.js';
import { addUnits, copyYear } from './pages/years.js';

const clients = Number(process.env.CLIENTS ?? 20);
const seconds = Number(process.env.DURATION ?? 3);
const units = Number(process.env.UNITS ?? 1000);
const only = process.env.ONLY ?? '';
/** After the reviews, before the revision. */
const judged = Temporal.Instant.from('2025-11-01T12:00:00+07:00');
const large = 'kota-besar';

const settings = readSettings({});
const config = new ConfigFolder(settings.configFolder);
const database = await scratchDatabase(settings.databaseUrl);
const folder = await mkdtemp(join(tmpdir(), 'siklus-bench-'));
try {
  await chmod(folder, 0o755);
  print({ bench: 'pages', cpu: cpus()[0]?.model, cores: cpus().length, node: process.version });
  await fill(database.url);
  await setClock(database.url);
  const ask = (statement) => query(database.url, statement);
  for (const years of [1, 2])
    await copyYear(ask, { from: 'spbe-2025', to: `spbe-${2025 - years}`, years });
  await ask('ANALYZE');
  print({ ...(await sizeOf(database.url)), clients, seconds });
  const server = await serve(database.url, folder);
  try {
    await measure(server, ask);
  } finally {
    await server.stop();
  }
} finally {
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}

async function fill(databaseUrl) {
  const file = join(packageRoot, 'test', 'scenarios', 'spbe-2025.yaml');
  const year = { ...loadScenario(config, file), end: judged };
  await runScenario(year, { ...settings, redisUrl: null, databaseUrl }, (given, clock) =>
    AppModule.stepped({ ...given, evidence: kept(given.evidence) }, clock),
  );
}

/** Where the server that is measured looks for files, and not with a run that is over. */
function kept(evidence) {
  return { ...evidence, store: { kind: 'folder', folder: join(folder, 'evidence') } };
}

/** Where the demonstration's clock goes on from. */
async function setClock(databaseUrl) {
  const shift = judged.epochMilliseconds - Temporal.Now.instant().epochMilliseconds;
  const insert = 'INSERT INTO demonstration_clock (only_row, shift_milliseconds) VALUES (true, $1)';
  await query(databaseUrl, insert, [shift]);
}

async function sizeOf(databaseUrl) {
  const [size] = await query(
    databaseUrl,
    `SELECT
    (SELECT count(*) FROM unit)::int AS units, (SELECT count(*) FROM answer)::int AS answers,
    (SELECT count(*) FROM evidence)::int AS evidence, (SELECT count(*) FROM verdict)::int AS verdicts,
    (SELECT count(*) FROM journal)::int AS journal`,
  );
  return size;
}

async function buildLarge(ask) {
  await copyYear(ask, { from: 'spbe-2025', to: large, years: 0 });
  await addUnits(ask, { cycle: large, like: 'DINKOMINFO', units });
  await ask('ANALYZE');
}

/** A slow page as well is to answer each client twice. */
function longEnough({ alone }) {
  return { clients, seconds: Math.max(seconds, Math.ceil((alone * clients * 2) / 1000)) };
}

async function measure(server, ask) {
  const { origin } = server;
  const plain = await measureBare(origin);
  const made = await makeMissing(origin, ask, config);
  const document = await (await fetch(`${origin}/api/v1/openapi.json`)).json();
  const matrix = `/koordinator/${large}/matriks`;
  const extra = { route: `the matrix of ${units} units`, path: matrix, email: coordinator };
  const lines = [];
  const cookies = new Map();
  for (const each of [...desks(made), ...api(document, made), extra]) {
    const { path, email } = each;
    if (!path.includes(only)) continue;
    // Not before its turn: the other pages are of cities of 40 units.
    if (path === matrix) await buildLarge(ask);
    if (!cookies.has(email)) cookies.set(email, await signIn(origin, email));
    const line = await lineOf(each, cookies.get(email), server);
    if (line.median !== undefined) line.ratio = round(line.median / plain.median, 1);
    print(line);
    lines.push(line);
  }
  const measured = lines.filter(({ median }) => median !== undefined);
  print({ routes: lines.length, measured: measured.length });
  measured.sort((a, b) => b.median - a.median);
  console.table(measured.slice(0, 15));
}

async function measureBare(origin) {
  const bare = await serveBare(await (await fetch(`${origin}/`)).text());
  const plain = await underLoad(bare.origin, '', { clients, seconds });
  bare.stop();
  print({ route: 'a bare server', ...plain });
  return plain;
}

/** One that does not answer as it is there for is said, and not left out in silence. */
async function lineOf({ route, path, status: expected = 200 }, cookie, { origin, statements }) {
  const url = `${origin}${path}`;
  const one = await oneByOne(url, cookie, { statements, expected });
  if (one.status !== expected) return { route, status: one.status };
  return { route, ...one, ...(await underLoad(url, cookie, { ...longEnough(one), expected })) };
}
