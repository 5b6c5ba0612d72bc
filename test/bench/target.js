// Milliseconds for the ways to a target with the shipped instruments: `npm run bench:target`.
//
// Prints JSON lines: the machine, then one for each city that asks. The last ones are as heavy as it gets:
// efforts without a common measure, each indicator with a unit of its own, and a goal close to what is the most.
import { cpus } from 'node:os';
import { loadInstrument } from '../../dist/src/assessment/instrument-file.js';
import { waysToTarget } from '../../dist/src/domain/target/ways-to-target.js';
import { ConfigFolder } from '../../dist/src/platform/config-folder.js';
import { readSettings } from '../../dist/src/platform/settings.js';
import { at, print, round } from './figures.js';

const runs = Number(process.env.RUNS ?? 20);
const warmUps = 3;

const config = new ConfigFolder(readSettings({}).configFolder);
const spbe = loadInstrument(config, 'spbe-2020');
const pemdi = loadInstrument(config, 'pemdi-2026');

const mixed = (no) => 1 + ((no * 7) % 5);
const varied = (no) => ({ effort: 1 + ((no * 7) % 10), highest: 5 });
const cities = [
  { city: 'spbe, levels 1 to 5, one a step', instrument: spbe, level: mixed, goal: '4.00' },
  { city: 'spbe, all at 3, one a step', instrument: spbe, level: () => 3, goal: '4.20' },
  {
    city: 'pemdi, levels with decimals',
    instrument: pemdi,
    level: (no) => mixed(no) * 0.93 + 0.3,
    goal: '4.00',
  },
  {
    city: 'spbe, all at 3, efforts of 1 to 10',
    instrument: spbe,
    level: () => 3,
    goal: '4.20',
    efforts: varied,
  },
  {
    city: 'spbe, all at 1, efforts of 1 to 10',
    instrument: spbe,
    level: () => 1,
    goal: '4.20',
    efforts: varied,
  },
  {
    city: 'spbe, all at 1, efforts of 1 to 10, everything',
    instrument: spbe,
    level: () => 1,
    goal: '4.95',
    efforts: varied,
  },
];

print({ bench: 'target', cpu: cpus()[0]?.model, cores: cpus().length, node: process.version });
for (const { city, instrument, level, goal, efforts } of cities) {
  const question = {
    levels: instrument.indicators.map(({ no }) => level(no).toFixed(2)),
    goal,
    efforts: efforts ? byNumber(instrument, efforts) : {},
    leads: byNumber(instrument, (no) => `U${no}`),
  };
  const times = [];
  let ways;
  for (let turn = 0; turn < warmUps + runs; turn += 1) {
    const started = performance.now();
    ways = waysToTarget(instrument, question);
    if (turn >= warmUps) times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const found = ways.state === 'possible' ? ways.ways.map(({ merits }) => merits.join('+')) : [];
  print({
    ...{ city, indicators: instrument.indicators.length, goal, found },
    ...{ runs, median: round(at(times, 0.5), 1), p95: round(at(times, 0.95), 1) },
  });
}

function byNumber({ indicators }, valueOf) {
  return Object.fromEntries(indicators.map(({ no }) => [String(no), valueOf(no)]));
}
