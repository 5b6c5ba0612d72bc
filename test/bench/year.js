// Seconds for the year of a city, and how they grow with its units: `npm run bench:year`.
//
// Prints JSON lines: one a run, then the medians, then the ratio of milliseconds a mail between the
// largest and the smallest city, which is 1 when time grows with the mails alone.
import { cpus } from 'node:os';
import { join } from 'node:path';
import { loadCycle } from '../../dist/src/cycle/cycle-file.js';
import { loadPeople } from '../../dist/src/people/people-file.js';
import { AppModule } from '../../dist/src/app.module.js';
import { runScenario } from '../../dist/src/engine/scenario/runner.js';
import { loadScenario } from '../../dist/src/engine/scenario/file.js';
import { ConfigFolder } from '../../dist/src/platform/config-folder.js';
import { packageRoot } from '../../dist/src/platform/package-root.js';
import { scratchDatabase } from '../../dist/src/platform/scratch-database.js';
import { readSettings } from '../../dist/src/platform/settings.js';
import { median, print, round } from './figures.js';

const repeats = Number(process.env.REPEATS ?? 3);
const sizes = (process.env.UNITS ?? '40,400,2000').split(',').map(Number);

const settings = readSettings({});
const folder = new ConfigFolder(settings.configFolder);
const real = loadScenario(folder, join(packageRoot, 'test', 'scenarios', 'spbe-2025.yaml'));
const { plan, phases } = loadCycle(folder, 'spbe-2025');
const city = loadPeople(folder, 'pekalongan');

print({ bench: 'year', cpu: cpus()[0]?.model, cores: cpus().length, node: process.version });

const runs = [];
for (let repeat = 0; repeat < repeats; repeat += 1) {
  runs.push(await timed('spbe-2025 with its events', real.people.units.length, real));
  // Nobody does anything: every reminder and every overdue notice goes out.
  for (const units of sizes) runs.push(await timed('silent', units, silentYear(units)));
}
for (const name of new Set(runs.map(({ name, units }) => `${name}, ${units} units`))) {
  const own = runs.filter(({ name: of, units }) => `${of}, ${units} units` === name);
  const seconds = median(own.map((run) => run.seconds));
  const mails = own[0]?.mails ?? 0;
  print({ median: name, seconds, mails, msPerMail: round((seconds * 1000) / mails) });
}
const perMail = (units) =>
  median(
    runs
      .filter((run) => run.name === 'silent' && run.units === units)
      .map((run) => run.seconds / run.mails),
  );
const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
print({
  ratio: `ms a mail, ${largest} to ${smallest} units`,
  value: round(perMail(largest) / perMail(smallest)),
});

async function timed(name, units, scenario) {
  const database = await scratchDatabase(settings.databaseUrl);
  try {
    const started = performance.now();
    const lines = await runScenario(
      scenario,
      { ...settings, redisUrl: null, databaseUrl: database.url },
      (given, clock) => AppModule.stepped(given, clock),
    );
    const seconds = round((performance.now() - started) / 1000);
    const mails = lines.filter(({ type }) => type === 'mail').length;
    const run = { name, units, seconds, mails, lines: lines.length };
    print(run);
    return run;
  } finally {
    await database.stop();
  }
}

function silentYear(count) {
  const units = Array.from({ length: count }, (_, index) => {
    const code = `OPD-${index + 1}`;
    const domain = `opd${index + 1}.example.test`;
    return {
      code,
      name: `Perangkat Daerah ${index + 1}`,
      head: { name: `Kepala ${code}`, email: `kepala@${domain}` },
      admins: [{ name: `Admin ${code}`, email: `admin@${domain}` }],
      retired: false,
    };
  });
  // As in the real city: five units an assessor.
  const assessors = Array.from({ length: Math.ceil(count / 5) }, (_, index) => ({
    code: `A${index + 1}`,
    name: `Asesor ${index + 1}`,
    email: `a${index + 1}@asesor.example.test`,
    unit: null,
    retired: false,
  }));
  const assignments = units.map(({ code }, index) => ({
    unit: code,
    assessor: assessors[Math.floor(index / 5)]?.code ?? '',
  }));
  const people = { coordinators: city.coordinators, units, assessors, assignments };
  return { ...real, plan, phases, people, events: [] };
}
