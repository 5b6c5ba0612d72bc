// Rows a second when a phase opens: for each unit a task, an entry of the journal, a mail and a notice, written in
// one transaction, beside what else could write them: `npm run bench:plan`.
//
// Prints JSON lines: the machine, one a run, then the medians with their ratio to INSERT … SELECT and to the usual
// insert of 1,000 rows in the same run; then the same as a table. UNITS says for how many, PLAN_MAX adds a number of
// its own, REPEATS how often; one save a row is tried for up to 1,000 units only, for its time grows with the rows, and
// beyond 100,000 only Siklus and the limit are, for the others would have to hold all rows as they were written.
import 'reflect-metadata';
import { CycleService } from '../../dist/src/cycle/cycle.service.js';
import { SimulatedClock } from '../../dist/src/domain/clock.js';
import { scratchDatabase } from '../../dist/src/platform/scratch-database.js';
import { readSettings } from '../../dist/src/platform/settings.js';
import { ask, inCopy } from './copies.js';
import { machine, median, print, round } from './figures.js';
import { started } from './mail/city.js';
import { before, onePhase, opening } from './one-phase.js';
import { contenders, writtenBy } from './plan/contenders.js';

const sizes = [process.env.UNITS ?? '1000,10000,100000', process.env.PLAN_MAX ?? []]
  .flatMap((sizes) => String(sizes).split(','))
  .filter((size) => size !== '')
  .map(Number);
const repeats = Number(process.env.REPEATS ?? 3);
const [ours, limit, usual, slow] = Object.keys(contenders);
const most = { [slow]: 1000, [usual]: 100_000 };
const count = `SELECT ((SELECT count(*) FROM task) + (SELECT count(*) FROM journal)
  + (SELECT count(*) FROM mail) + (SELECT count(*) FROM notice))::int AS rows`;

const settings = { ...readSettings({}), redisUrl: null, outageMails: false };
const server = await scratchDatabase(settings.databaseUrl);
try {
  print({ bench: 'plan', ...(await machine((statement) => ask(server.url, statement))) });
  const table = [];
  for (const units of sizes) table.push(...(await compared(units)));
  for (const { who, units, ...line } of table) print({ median: `${who}, ${units} units`, ...line });
  console.table(table);
} finally {
  await server.stop();
}

async function compared(units) {
  const base = await scratchDatabase(server.url);
  try {
    const app = await appAt(base.url, before);
    await app.get(CycleService).load(onePhase(settings, units), 'bench');
    await app.close();
    const who = Object.keys(contenders).filter((name) => units <= (most[name] ?? units));
    const written = who.includes(usual) ? await writtenIn(base) : [];
    const runs = [];
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      // In another order each time: nobody is always the one after the heaviest.
      const order = who.map((_, index) => who[(index + repeat) % who.length]);
      for (const name of order) runs.push(await timed(name, { units, written, base }));
    }
    return medians(who, units, runs);
  } finally {
    await base.stop();
  }
}

/** What the tick leaves, for whoever is to write it once more. */
function writtenIn(base) {
  return inCopyOf(base.url, async (copy) => {
    await contenders[ours](copy);
    return writtenBy(copy);
  });
}

async function timed(name, { units, written, base }) {
  return inCopyOf(base.url, async (app, url) => {
    const [{ rows: old }] = await ask(url, count);
    const from = performance.now();
    await contenders[name](app, written);
    const seconds = (performance.now() - from) / 1000;
    const [{ rows: all }] = await ask(url, count);
    const rows = all - old;
    // The opening itself has an entry, too.
    if (rows !== 4 * units && rows !== 4 * units + 1) throw new Error(`${name} wrote ${rows} rows`);
    const run = { who: name, units, rows, ms: round(seconds * 1000, 1) };
    print({
      bench: 'plan',
      case: `${name}, ${units} units`,
      ...run,
      rowsPerSecond: perSecond(run),
    });
    return run;
  });
}

function medians(who, units, runs) {
  const lines = who.map((name) => {
    const own = runs.filter((run) => run.who === name);
    const ms = median(own.map((run) => run.ms));
    return {
      who: name,
      units,
      rows: own[0].rows,
      median_ms: ms,
      rowsPerSecond: perSecond({ ...own[0], ms }),
    };
  });
  const of = (name) => lines.find((line) => line.who === name)?.rowsPerSecond;
  return lines.map((line) => ({
    ...line,
    toLimit: round(line.rowsPerSecond / of(limit), 2),
    toUsual: round(line.rowsPerSecond / of(usual), 2),
  }));
}

function perSecond({ rows, ms }) {
  return Math.round((rows * 1000) / ms);
}

/** A process on a copy of the database. */
function inCopyOf(url, work) {
  return inCopy(url, async (copy) => {
    const app = await appAt(copy, opening);
    try {
      return await work(app, copy);
    } finally {
      await app.close();
    }
  });
}

function appAt(databaseUrl, at) {
  return started(
    { ...settings, databaseUrl, smtpUrl: 'smtp://127.0.0.1:9' },
    new SimulatedClock(at),
  );
}
