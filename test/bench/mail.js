// Mails a second from committed outbox rows to a mail server that takes everything, until every row is
// marked, beside what others would be used instead: `npm run bench:mail`.
//
// Prints JSON lines: one a run, then the medians with their ratio to the bare nodemailer pool of the same
// run; then the same as a table. MAILS and REPEATS say how much, ONLY (with semicolons) who,
// PROFILES in which folder to leave a CPU profile of each run.
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { URL } from 'node:url';
import { join } from 'node:path';
import { scratchDatabase } from '../../dist/src/platform/scratch-database.js';
import { readSettings } from '../../dist/src/platform/settings.js';
import { startRedis } from '../servers/redis.js';
import { contentsOf, fillOutbox } from './mail/city.js';
import { contenders } from './mail/contenders.js';
import { inCopy } from './copies.js';
import { median, print, round } from './figures.js';

const mails = Number(process.env.MAILS ?? 10_000);
const repeats = Number(process.env.REPEATS ?? 5);
const only = process.env.ONLY?.split(';') ?? Object.keys(contenders);
const profiles = process.env.PROFILES;
const limit = 'bare nodemailer pool';

const settings = readSettings({});
const folder = mkdtempSync(join(tmpdir(), 'siklus-bench-'));
const redis = await startRedis();
const base = await scratchDatabase(null);
try {
  print({
    bench: 'mail',
    mails,
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    node: process.version,
  });
  const contents = await prepare();
  const runs = [];
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    // In another order each time: nobody is always the one after the heaviest.
    const order = only.map((_, index) => only[(index + repeat) % only.length]);
    for (const name of order) runs.push(await timed(name, contents));
  }
  report(runs);
} finally {
  await redis.stop();
  await base.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function prepare() {
  const quiet = { ...settings, redisUrl: null, smtpUrl: 'smtp://127.0.0.1:9', outageMails: false };
  await fillOutbox({ ...quiet, databaseUrl: base.url }, mails);
  const contents = join(folder, 'contents.json');
  await inCopy(base.url, async (databaseUrl) => {
    const all = await contentsOf({ ...quiet, databaseUrl });
    if (all.length !== mails) throw new Error(`${all.length} mails wait, not ${mails}`);
    writeFileSync(contents, JSON.stringify(all));
  });
  return contents;
}

async function timed(name, contents) {
  const sink = fork(new URL('mail/sink.js', import.meta.url));
  const [{ port }] = await once(sink, 'message');
  try {
    return await inCopy(base.url, async (databaseUrl) => {
      const smtpUrl = `smtp://127.0.0.1:${port}`;
      const own = { databaseUrl, smtpUrl, redisUrl: redis.url, queuePrefix: randomUUID() };
      const given = {
        name,
        contents,
        smtpUrl,
        settings: { ...settings, ...own, outageMails: false },
      };
      const { seconds, cpuSeconds } = await ran(given);
      sink.send('count');
      const [received] = await once(sink, 'message');
      if (received.mails !== mails) throw new Error(`${name}: ${received.mails} mails came`);
      const run = {
        name,
        seconds: round(seconds),
        mailsPerSecond: Math.round(mails / seconds),
        cpuMillisecondsPerMail: round((cpuSeconds * 1000) / mails),
        bytesPerMail: Math.round(received.bytes / mails),
      };
      print(run);
      return run;
    });
  } finally {
    sink.disconnect();
  }
}

async function ran(given) {
  const execArgv = profiles ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`] : [];
  const child = fork(new URL('mail/run.js', import.meta.url), [JSON.stringify(given)], {
    execArgv,
  });
  const ended = once(child, 'exit');
  const failed = ended.then(([code]) => {
    throw new Error(`${given.name} ended with status ${code}`);
  });
  failed.catch(() => undefined);
  const [result] = await Promise.race([once(child, 'message'), failed]);
  await ended;
  return result;
}

function report(runs) {
  const of = (name, figure) =>
    median(runs.filter((run) => run.name === name).map((run) => run[figure]));
  const table = only.map((name) => {
    const mailsPerSecond = of(name, 'mailsPerSecond');
    const cpuMillisecondsPerMail = of(name, 'cpuMillisecondsPerMail');
    const ratio = only.includes(limit) ? round(mailsPerSecond / of(limit, 'mailsPerSecond')) : null;
    return { name, mailsPerSecond, ratio, cpuMillisecondsPerMail };
  });
  for (const { name, ...line } of table) print({ median: name, ...line });
  console.table(table);
}
