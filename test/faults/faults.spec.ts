import { appendFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanUp, siklus } from '../e2e/harness.js';
import { ask } from '../e2e/stored.js';
import type { Audit } from './auditor.js';
import { Random } from './random.js';
import { allFaults, run, type Counts } from './run.js';
import { table } from './table.js';
import { Parts } from './parts.js';

/** `npm run faults` breaks each many times; every test run each of them at least once. */
const isFull = process.env['FAULTS'] === 'full';
const counts: Counts = {
  kills: number('FAULTS_KILLS', isFull ? 200 : 4),
  others: number('FAULTS_OTHERS', isFull ? 50 : 1),
  pairs: number('FAULTS_PAIRS', isFull ? 50 : 2),
  longStops: number('FAULTS_LONG_STOPS', isFull ? 2 : 0),
  minutes: number('FAULTS_MINUTES', isFull ? 120 : 10),
  only: process.env['FAULTS_ONLY'] ?? '',
};
const random = new Random(number('FAULTS_SEED', Date.now() % 1_000_000));
const migrations = number('FAULTS_MIGRATIONS', isFull ? 50 : 1);
const minute = 60_000;

function number(name: string, otherwise: number): number {
  const given = process.env[name];
  return given === undefined ? otherwise : Number(given);
}

let parts: Parts;

beforeAll(async () => {
  parts = await Parts.start();
}, minute);

afterAll(async () => {
  await cleanUp();
  await parts.stop();
}, minute);

function tell(line: object): void {
  const file = process.env['FAULTS_OUT'];
  if (file) appendFileSync(file, `${JSON.stringify(line)}\n`);
}

const right = { lost: [], unexpected: [], plannedTwice: [], wrongMoves: [], wrongRepeats: [] };

describe(`rule 13: nothing lost, nothing twice (FAULTS_SEED=${random.seed})`, () => {
  it(
    'in months in which everything breaks once in a while',
    async () => {
      tell({ seed: random.seed, ...counts });
      const { survived, months, left } = await run(parts, counts, random, tell);

      if (isFull) process.stdout.write(table(survived, months));
      expect(months).toEqual(months.map((each): Audit => ({ ...each, ...right })));
      expect(left).toBe(0);
      const names = survived.map(({ fault }) => fault);
      const wanted = allFaults.map(({ name }) => name).filter((name) => name.includes(counts.only));
      expect(wanted.filter((name) => !names.includes(name))).toEqual([]);
    },
    (counts.minutes + 10) * minute,
  );

  it(
    'when two processes migrate a database at once',
    async () => {
      for (let count = 0; count < migrations; count += 1) {
        const name = await parts.postgres.another('template1');
        const url = parts.postgres.urlOf(name);
        const load = () =>
          siklus(['load', '--cycle', 'spbe-2025', '--people', 'pekalongan'], {
            ...parts.environment,
            DATABASE_URL: url,
          });
        const runs = await Promise.all([load(), load()]);
        const twice = await ask(url, 'SELECT FROM migrations GROUP BY name HAVING count(*) > 1');
        const cycles = await ask(url, 'SELECT code FROM cycle');
        await parts.postgres.drop(name);

        expect(runs.map(({ status, stderr }) => [status, stderr])).toEqual([
          [0, expect.any(String)],
          [0, expect.any(String)],
        ]);
        expect([twice, cycles]).toEqual([[], [{ code: 'spbe-2025' }]]);
      }
    },
    migrations * minute,
  );
});
