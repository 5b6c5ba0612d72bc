// Milliseconds for each page of the desks, as one browser after the other asks for it: `npm run bench:pages`.
//
// The shipped city of 40 units with its 47 indicators answered and judged, on a scratch database, served by
// the built program. Prints JSON lines: the machine, the size, then one a page; `ratio` is its median to that
// of the status page `/` in the same run, which says more than milliseconds of another machine.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { AppModule } from '../../dist/src/app.module.js';
import { runScenario } from '../../dist/src/engine/scenario/runner.js';
import { loadScenario } from '../../dist/src/engine/scenario/file.js';
import { ConfigFolder } from '../../dist/src/platform/config-folder.js';
import { packageRoot } from '../../dist/src/platform/package-root.js';
import { scratchDatabase } from '../../dist/src/platform/scratch-database.js';
import { readSettings } from '../../dist/src/platform/settings.js';
import { freePort } from '../servers/redis.js';
import { at, print, round } from './figures.js';

const requests = Number(process.env.REQUESTS ?? 50);
const warmUps = 5;
/** After the reviews, before the revision. */
const judged = Temporal.Instant.from('2025-11-01T12:00:00+07:00');

const office = '/koordinator/spbe-2025';
const pages = [
  { email: 'koordinator@dinkominfo.example.test', path: '/' },
  ...[
    ...['', '?format=csv', '/indikator', '/matriks', '/surat', '/jurnal', '/keputusan'],
    ...[
      '/penugasan',
      '/orang',
      '/orang/peran',
      '/perubahan',
      '/perubahan/libur',
      '/perubahan/berkas',
    ],
    ...['/jadwal-surat?hari=semua', '/jadwal-surat/kalender', '/coba', '/kalender', '/gangguan'],
    ...['/webhook'],
  ].map((path) => ({ email: 'koordinator@dinkominfo.example.test', path: `${office}${path}` })),
  { email: 'kepala@dinkominfo.example.test', path: '/pimpinan/spbe-2025' },
  ...['/akun', '/akun/surel', '/akun/kalender', '/akun/token', '/surel'].map((path) => ({
    email: 'admin@dinkominfo.example.test',
    path,
  })),
  { email: 'admin@dinkominfo.example.test', path: '/opd/spbe-2025/DINKOMINFO' },
  { email: 'admin@dinkominfo.example.test', path: '/opd/spbe-2025/DINKOMINFO/indikator/1' },
  { email: 'a7@example.test', path: '/asesor/spbe-2025' },
  { email: 'a7@example.test', path: '/asesor/spbe-2025/penilaian-dokumen/DINKOMINFO/1' },
];

const settings = readSettings({});
const database = await scratchDatabase(settings.databaseUrl);
const folder = await mkdtemp(join(tmpdir(), 'siklus-bench-'));
try {
  print({ bench: 'pages', cpu: cpus()[0]?.model, cores: cpus().length, node: process.version });
  await fill(database.url);
  await setClock(database.url);
  print(await sizeOf(database.url));
  const { origin, stop } = await serve(database.url);
  try {
    await measure(origin);
  } finally {
    await stop();
  }
} finally {
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}

async function fill(databaseUrl) {
  const config = new ConfigFolder(settings.configFolder);
  const file = join(packageRoot, 'test', 'scenarios', 'spbe-2025.yaml');
  const year = { ...loadScenario(config, file), end: judged };
  await runScenario(year, { ...settings, redisUrl: null, databaseUrl }, (given, clock) =>
    AppModule.stepped(given, clock),
  );
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

async function query(connectionString, statement, values = []) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query(statement, values);
    return rows;
  } finally {
    await client.end();
  }
}

/** As a demonstration, where one signs in by choosing who one is, and where we set the clock. */
async function serve(databaseUrl) {
  const port = await freePort();
  const child = spawn(process.execPath, [join(packageRoot, 'dist', 'src', 'main.js')], {
    env: {
      PATH: process.env.PATH ?? '',
      ...{ DATABASE_URL: databaseUrl, DATA_FOLDER: folder, PORT: String(port) },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => String(text).includes('Berikutnya') && resolve());
    child.once('exit', (status) => reject(new Error(`the server ended: ${status}`)));
  });
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { origin: `http://127.0.0.1:${port}`, stop };
}

async function measure(origin) {
  let plain = null;
  for (const { email, path } of pages) {
    const cookie = await signIn(origin, email);
    const times = [];
    let bytes = 0;
    for (let turn = 0; turn < warmUps + requests; turn += 1) {
      const started = performance.now();
      bytes = await read(`${origin}${path}`, cookie);
      if (turn >= warmUps) times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    const median = at(times, 0.5);
    plain ??= median;
    const [who = ''] = email.split('@');
    print({
      ...{ page: path, who, requests, bytes },
      ...{
        median: round(median, 1),
        p95: round(at(times, 0.95), 1),
        ratio: round(median / plain, 1),
      },
    });
  }
}

async function signIn(origin, email) {
  const answer = await fetch(`${origin}/demonstrasi/peran`, {
    ...{ method: 'POST', redirect: 'manual', headers: { origin } },
    body: new URLSearchParams({ email }),
  });
  if (answer.status !== 303) throw new Error(`${email} cannot sign in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

async function read(url, cookie) {
  const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
  const { byteLength } = await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`);
  return byteLength;
}
