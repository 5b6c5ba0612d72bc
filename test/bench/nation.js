// The year of a nation in one database: `npm run bench:nation`.
//
// INSTITUTIONS cycles of UNITS units each live through the calendar of spbe-2025 on a clock that jumps from one due
// instant to the next; nobody does anything, so every reminder and every warning goes out. Mails are written and
// counted, and not sent. Each size has a process and a database of its own. Prints JSON lines: the machine, one after
// each stage and each tenth instant (a run that is killed has said how far it came), one a size, then the ratios of
// the largest to the smallest, which are near 1 where the cost grows with the mails alone; then the same as a table.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { print, round } from './figures.js';

const sizes = (process.env.INSTITUTIONS ?? '64,640').split(',').map(Number);
const units = Number(process.env.UNITS ?? 50);

print({
  bench: 'nation',
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  memoryGb: round(totalmem() / 2 ** 30, 1),
  node: process.version,
});
const runs = [];
for (const institutions of sizes) runs.push(await year({ institutions, units }));
const [small, large] = [runs[0], runs.at(-1)];
if (runs.length > 1) {
  for (const what of ['msPerMail', 'planMsPerMail', 'sendMsPerMail', 'bytesPerMail']) {
    const ratio = `${what}, ${large.institutions} to ${small.institutions} institutions`;
    print({ ratio, value: round(large[what] / small[what], 2) });
  }
}
console.table(runs.map((run) => ({ ...run, tables: undefined })));
console.table(
  Object.fromEntries(
    runs.flatMap(({ institutions, tables }) =>
      tables.map(({ name, ...sizes }) => [`${institutions} × ${units}: ${name}`, sizes]),
    ),
  ),
);

async function year(size) {
  const child = fork(join(import.meta.dirname, 'nation', 'year.js'), [JSON.stringify(size)]);
  let run = null;
  child.on('message', (message) => (run = message));
  await once(child, 'close');
  if (!run) throw new Error(`the year of ${size.institutions} institutions did not end`);
  return run;
}
