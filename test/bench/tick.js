// Milliseconds for a look at whether anything is due, when nothing is: `npm run bench:tick`.
//
// Once with few tasks and with many, once with no mail that was ever sent and with many of them. Prints JSON lines:
// the machine, one a case with its median, then the ratios of large to small in this run, which are near 1 where
// size costs nothing; then the same as a table. UNITS and MAILS say how many (small, large), REPEATS how often.
import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { CycleService } from '../../dist/src/cycle/cycle.service.js';
import { SimulatedClock } from '../../dist/src/domain/clock.js';
import { TickService } from '../../dist/src/engine/tick.service.js';
import { AlertService } from '../../dist/src/notice/alert.service.js';
import { ClaimsStore } from '../../dist/src/notice/claims.store.js';
import { DISPATCHER } from '../../dist/src/notice/dispatcher.js';
import { WebhookSender } from '../../dist/src/notice/webhook/webhook-sender.service.js';
import { scratchDatabase } from '../../dist/src/platform/scratch-database.js';
import { readSettings } from '../../dist/src/platform/settings.js';
import { at, machine, print, round } from './figures.js';
import { started } from './mail/city.js';
import { before, cycle, onePhase, opening } from './one-phase.js';
import { leavePast } from './past.js';

const [fewUnits, manyUnits] = (process.env.UNITS ?? '10,100000').split(',').map(Number);
const [fewMails, manyMails] = (process.env.MAILS ?? '0,1000000').split(',').map(Number);
const repeats = Number(process.env.REPEATS ?? 300);
const warmUps = 20;

const works = {
  // What a process asks each second.
  tick: { work: (app) => app.get(TickService).tickAll(), repeats },
  // The same, and what else it does each second: mails, webhooks, alerts.
  beat: { work: beat, repeats },
  // What it does once after anybody did anything, and at its start: it reads the cycle.
  'tick after a change': {
    work: (app) => app.get(TickService).tick(cycle),
    repeats: Math.ceil(repeats / 60),
  },
};
const sizes = {
  small: { units: fewUnits, mails: fewMails },
  'many tasks': { units: manyUnits, mails: fewMails },
  'many mails': { units: fewUnits, mails: manyMails },
};

const settings = { ...readSettings({}), redisUrl: null, smtpUrl: 'smtp://127.0.0.1:9' };
const server = await scratchDatabase(settings.databaseUrl);
const cities = [];
try {
  for (const [size, of] of Object.entries(sizes)) cities.push(await prepared(size, of));
  const [{ query }] = cities;
  print({ bench: 'tick', ...(await machine(query)) });
  report(await measured());
} finally {
  for (const { stop } of cities) await stop();
  await server.stop();
}

/** A city whose phase has opened, whose mails are sent, and which knows that nothing is due. */
async function prepared(size, { units, mails }) {
  const database = await scratchDatabase(server.url);
  const clock = new SimulatedClock(before);
  const app = await started({ ...settings, databaseUrl: database.url }, clock);
  const query = (statement, parameters) => app.get(DataSource).query(statement, parameters);
  await app.get(CycleService).load(onePhase(settings, units), 'bench');
  clock.moveTo(opening);
  await app.get(TickService).tickAll();
  await query(`UPDATE mail SET state = 'sent', attempts = 1, first_attempt_at = planned_at,
    sent_at = planned_at, outstanding = '{}'`);
  await query(`UPDATE notice SET state = 'sent'`);
  await leavePast(query, { cycle, units, mails });
  await query('VACUUM ANALYZE');
  await app.get(TickService).tickAll();
  const [rows] = await query(`SELECT (SELECT count(*) FROM task)::int AS tasks,
    (SELECT count(*) FROM mail WHERE state = 'sent')::int AS sent,
    (SELECT count(*) FROM mail WHERE state <> 'sent')::int AS unsent`);
  if (rows.unsent > 0) throw new Error(`${rows.unsent} mails are due`);
  const stop = () => app.close().then(() => database.stop());
  return { size, app, query, tasks: rows.tasks, sent: rows.sent, stop };
}

async function beat(app) {
  const part = (of) => app.get(of, { strict: false });
  await part(TickService).tickAll();
  await part(ClaimsStore).releaseOrphans();
  await part(DISPATCHER).dispatch();
  await part(WebhookSender).deliver();
  await part(AlertService).look();
}

/** In turns: whatever else the machine does meanwhile, it does to all of them. */
async function measured() {
  const lines = [];
  for (const [name, { work, repeats: times }] of Object.entries(works)) {
    const taken = new Map(cities.map((city) => [city, []]));
    for (let turn = -Math.min(warmUps, times); turn < times; turn += 1) {
      for (const city of cities) {
        const from = performance.now();
        await work(city.app);
        if (turn >= 0) taken.get(city).push(performance.now() - from);
      }
    }
    for (const [{ size, tasks, sent }, all] of taken) {
      const sorted = all.sort((a, b) => a - b);
      const figures = { median_ms: round(at(sorted, 0.5)), p95_ms: round(at(sorted, 0.95)) };
      const line = { work: name, size, tasks, sent, ...figures };
      lines.push(line);
      print({ bench: 'tick', case: `${name}, ${size}`, ...line, repeats: sorted.length });
    }
  }
  return lines;
}

function report(lines) {
  const table = lines.map((line) => {
    const small = lines.find(({ work, size }) => work === line.work && size === 'small');
    return { ...line, ratio: round(line.median_ms / small.median_ms, 2) };
  });
  for (const { work, size, ratio } of table) {
    if (size !== 'small') print({ ratio: `${work}, ${size} to small`, value: ratio });
  }
  console.table(table);
}
