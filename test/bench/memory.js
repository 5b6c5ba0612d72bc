// Memory of a process that sends many mails: `npm run bench:memory`.
//
// Prints JSON lines: each second the resident memory and the heap, right after its garbage was collected; then the medians
// of the first and of the last quarter of the mails with their ratio, which is near 1 where nothing is kept. MAILS says
// how many.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { URL } from 'node:url';
import { scratchDatabase } from '../../dist/src/platform/scratch-database.js';
import { readSettings } from '../../dist/src/platform/settings.js';
import { fillOutbox } from './mail/city.js';
import { median, print, round } from './figures.js';

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
  for (const figure of ['residentMegabytes', 'heapMegabytes']) {
    const of = (from, to) =>
      median(looks.filter(({ part }) => part >= from && part < to).map((look) => look[figure]));
    const [first, last] = [of(0.05, 0.3), of(0.75, 1)];
    print({ figure, first, last, ratio: round(last / first) });
  }
} finally {
  sink.disconnect();
  await base.stop();
}

/** What its memory was, with the share of the mails that the server had by then. */
async function sent(given) {
  const child = fork(new URL('mail/run.js', import.meta.url), [JSON.stringify(given)], {
    execArgv: ['--expose-gc'],
  });
  const looks = [];
  child.on('message', async ({ memory }) => {
    if (!memory) return;
    sink.send('count');
    const [received] = await once(sink, 'message');
    const megabytes = (bytes) => Math.round(bytes / 2 ** 20);
    const look = {
      mails: received.mails,
      residentMegabytes: megabytes(memory.rss),
      heapMegabytes: megabytes(memory.heapUsed),
    };
    looks.push({ ...look, part: received.mails / mails });
    print(look);
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`it ended with status ${code}`);
  return looks;
}
