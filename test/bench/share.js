// Seconds until everything is planned when a phase opens in many cycles at once, with one process and with several:
// `npm run bench:share`.
//
// Once each process waits for a cycle that another has locked, as whoever asks for a tick does, and once it leaves
// that cycle to the other, as the beat does. Prints JSON lines: the machine, one a run, then the medians with their ratio
// to one process; then the same as a table. CYCLES, UNITS, PROCESSES and REPEATS say how many.
import 'reflect-metadata';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { URL } from 'node:url';
import { CycleService } from '../../dist/src/cycle/cycle.service.js';
import { SimulatedClock } from '../../dist/src/domain/clock.js';
import { scratchDatabase } from '../../dist/src/platform/scratch-database.js';
import { readSettings } from '../../dist/src/platform/settings.js';
import { ask, inCopy } from './copies.js';
import { machine, median, print, round } from './figures.js';
import { started } from './mail/city.js';
import { cities } from './nation/cities.js';
import { before } from './one-phase.js';

const number = (name, otherwise) => Number(process.env[name] ?? otherwise);
const cycles = number('CYCLES', 100);
const units = number('UNITS', 50);
const several = number('PROCESSES', 2);
const repeats = number('REPEATS', 3);

const ways = {
  'one process': { processes: 1, how: 'tickIfFree' },
  [`${several}, each waits for the other`]: { processes: several, how: 'tick' },
  [`${several}, each leaves what another has`]: { processes: several, how: 'tickIfFree' },
};

const settings = { ...readSettings({}), redisUrl: null, smtpUrl: 'smtp://127.0.0.1:9' };
const server = await scratchDatabase(settings.databaseUrl);
try {
  print({ bench: 'share', ...(await machine((statement) => ask(server.url, statement))) });
  await load();
  const runs = [];
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (const who of Object.keys(ways)) runs.push(await timed(who));
  }
  report(runs);
} finally {
  await server.stop();
}

async function load() {
  const app = await started({ ...settings, databaseUrl: server.url }, new SimulatedClock(before));
  for (const city of cities(settings, { institutions: cycles, units })) {
    await app.get(CycleService).load(city, 'bench');
  }
  await app.close();
}

async function timed(who) {
  const { processes, how } = ways[who];
  return inCopy(server.url, async (databaseUrl) => {
    const given = JSON.stringify({ settings: { ...settings, databaseUrl }, how });
    const children = Array.from({ length: processes }, () =>
      fork(new URL('share/ticking.js', import.meta.url), [given]),
    );
    const gone = children.map((child) => once(child, 'exit'));
    await Promise.all(children.map((child) => once(child, 'message')));
    const from = performance.now();
    for (const child of children) child.send('go');
    const done = await Promise.all(children.map((child) => once(child, 'message')));
    const seconds = round((performance.now() - from) / 1000, 2);
    await Promise.all(gone);
    await allOpen(databaseUrl);
    const run = { who, seconds, cpuSeconds: round(sum(done.map(([cpu]) => cpu)), 2) };
    print({ bench: 'share', case: who, cycles, units, ...run });
    return run;
  });
}

async function allOpen(url) {
  const [{ open }] = await ask(
    url,
    `SELECT count(DISTINCT cycle)::int AS open FROM phase WHERE state = 'open'`,
  );
  if (open !== cycles) throw new Error(`${open} cycles of ${cycles} have opened a phase`);
}

function report(runs) {
  const of = (who, figure) =>
    round(median(runs.filter((run) => run.who === who).map((run) => run[figure])), 2);
  const [alone] = Object.keys(ways);
  const table = Object.keys(ways).map((who) => ({
    who,
    seconds: of(who, 'seconds'),
    ratio: round(of(who, 'seconds') / of(alone, 'seconds'), 2),
    cpuSeconds: of(who, 'cpuSeconds'),
  }));
  for (const { who, ...line } of table) print({ median: who, ...line });
  console.table(table);
}

function sum(all) {
  return all.reduce((total, each) => total + each, 0);
}
