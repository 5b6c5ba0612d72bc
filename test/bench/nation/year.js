// One size in a process of its own, so that its memory is its own.
import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { Temporal } from 'temporal-polyfill';
import { CycleService } from '../../../dist/src/cycle/cycle.service.js';
import { SimulatedClock } from '../../../dist/src/domain/clock.js';
import { Stepper } from '../../../dist/src/engine/stepper.js';
import { TickService } from '../../../dist/src/engine/tick.service.js';
import { DISPATCHER } from '../../../dist/src/notice/dispatcher.js';
import { SmtpTransport } from '../../../dist/src/notice/smtp.transport.js';
import { scratchDatabase } from '../../../dist/src/platform/scratch-database.js';
import { readSettings } from '../../../dist/src/platform/settings.js';
import { print, round } from '../figures.js';
import { started } from '../mail/city.js';
import { cities } from './cities.js';
import { tableSizes } from './tables.js';

const size = JSON.parse(process.argv[2]);
const start = Temporal.Instant.from('2025-01-01T00:00:00+07:00');
const end = Temporal.Instant.from('2026-03-01T00:00:00+07:00');

const settings = { ...readSettings({}), redisUrl: null, smtpUrl: 'smtp://127.0.0.1:9' };
const database = await scratchDatabase(settings.databaseUrl);
const clock = new SimulatedClock(start);
// An instant of many cycles takes its time, and none of it is an outage.
const given = { ...settings, outageMails: false, databaseUrl: database.url };
const app = await started(given, clock);
const seconds = { load: 0, plan: 0, send: 0, look: 0 };
const count = { mails: 0, instants: 0, heap: 0 };

app.get(SmtpTransport).send = (mail, outstanding) => {
  count.mails += 1;
  return Promise.resolve({ accepted: outstanding, refused: [] });
};

try {
  await timed('load', loadAll);
  say('loaded');
  await live();
  say('the year');
  process.send(await figures());
} finally {
  await app.close();
  await database.stop();
  process.disconnect();
}

async function loadAll() {
  for (const city of cities(settings, size)) await app.get(CycleService).load(city, 'bench');
}

async function live() {
  while (Temporal.Instant.compare(clock.now(), end) < 0) {
    await timed('plan', () => app.get(TickService).tickAll());
    await timed('send', () => app.get(DISPATCHER).dispatch());
    count.instants += 1;
    if (count.instants % 10 === 0) say(clock.now().toString());
    const next = await timed('look', () => app.get(Stepper).next());
    if (next === null) return;
    clock.moveTo(next);
  }
}

async function timed(stage, work) {
  const from = performance.now();
  const done = await work();
  seconds[stage] += (performance.now() - from) / 1000;
  count.heap = Math.max(count.heap, process.memoryUsage().heapUsed);
  return done;
}

function memory() {
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  return { peakRssMb, peakHeapMb: Math.round(count.heap / 2 ** 20) };
}

function say(at) {
  const { instants, mails } = count;
  print({ bench: 'nation', ...size, at, instants, mails, ...rounded(), ...memory() });
}

function rounded() {
  return Object.fromEntries(
    Object.entries(seconds).map(([stage, taken]) => [`${stage}Seconds`, round(taken, 1)]),
  );
}

async function figures() {
  const tables = await tableSizes((statement) => app.get(DataSource).query(statement));
  const { mails, instants } = count;
  const total = Object.values(seconds).reduce((sum, each) => sum + each, 0);
  const perMail = (of) => round((of * 1000) / mails, 3);
  const figures = {
    ...size,
    instants,
    mails,
    ...rounded(),
    totalSeconds: round(total, 1),
    msPerMail: perMail(total),
    planMsPerMail: perMail(seconds.plan),
    sendMsPerMail: perMail(seconds.send),
    bytesPerMail: Math.round((tables.at(-1).mb * 2 ** 20) / mails),
    ...memory(),
    tables,
  };
  print({ bench: 'nation', ...figures });
  return figures;
}
