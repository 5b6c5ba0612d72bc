// Memory of a process that sends many mails: `npm run bench:memory`.
//
// Prints JSON lines: the resident memory each second, then the peaks of the first and of the last quarter of the mails
// and their ratio, which stays near 1 where nothing is kept. MAILS says how many.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { URL } from 'node:url';
import { scratchDatabase } from '../../dist/src/platform/scratch-database.js';
import { readSettings } from '../../dist/src/platform/settings.js';
import { fillOutbox } from './mail/city.js';
import { print, round } from './figures.js';

const mails = Number(process.env.MAILS ?? 100_000);
const settings = { ...readSettings({}), redisUrl: null, outageMails: false };
const base = await scratchDatabase(null);
const sink = fork(new URL('mail/sink.js', import.meta.url));
try {
  const [{ port }] = await once(sink, 'message');
  print({ bench: 'memory', mails, cpu: cpus()[0]?.model, node: process.version });
  const own = { ...settings, databaseUrl: base.url, smtpUrl: `smtp://127.0.0.1:${port}` };
  await fillOutbox(own, mails);
  const given = { name: 'siklus, inline', settings: own, smtpUrl: own.smtpUrl, reports: true };
  const looks = await sent(given);
  const peak = (from, to) =>
    Math.max(...looks.filter(({ of }) => of >= from && of < to).map(({ rss }) => rss));
  const [first, last] = [peak(0.05, 0.3), peak(0.75, 1.01)];
  print({ megabytesFirst: first, megabytesLast: last, ratio: round(last / first) });
} finally {
  sink.disconnect();
  await base.stop();
}

/** What its memory was, with the share of the mails that the server had by then. */
async function sent(given) {
  const child = fork(new URL('mail/run.js', import.meta.url), [JSON.stringify(given)]);
  const looks = [];
  child.on('message', async ({ rss }) => {
    if (rss === undefined) return;
    sink.send('count');
    const [received] = await once(sink, 'message');
    const look = { rss: Math.round(rss / 2 ** 20), of: received.mails / mails };
    looks.push(look);
    print({ mails: received.mails, megabytes: look.rss });
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`it ended with status ${code}`);
  return looks;
}
