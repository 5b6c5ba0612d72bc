import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Exercise } from './exercise.js';
import { cleanUp, emptyFolder, siklus, type Run } from './harness.js';
import { Installation } from './installation.js';
import { ask } from './stored.js';

let office: Installation;
let folder: string;

/** A cycle that people have changed by hand since its files were loaded. */
beforeAll(async () => {
  office = await Installation.open();
  folder = await emptyFolder();
  const exercise = new Exercise(folder);
  await exercise.write({ opens: '2045-09-01', closes: '2045-09-12' });
  await run('load', ...exercise.files);
  await run('do', '{ do: reschedule, phase: mandiri, closes: 2045-09-15 }', '--cycle', 'latihan');
  await run('do', '{ do: retireUnit, unit: DLH }', '--cycle', 'latihan');
});

afterAll(async () => {
  await cleanUp();
  await office.close();
});

async function run(...given: string[]): Promise<Run> {
  const answer = await siklus(given, office.environment);
  // A year of which no holidays are known is warned of.
  expect(answer.stderr.replace(/^[\w-]+: no holidays of \d{4} are known: .*\n/gm, '')).toBe('');
  return answer;
}

async function journal(): Promise<unknown[]> {
  return ask(office.databaseUrl, 'SELECT * FROM journal ORDER BY id');
}

async function export_(what: 'cycle' | 'people'): Promise<string> {
  const file = join(folder, `ekspor-${what}.yaml`);
  await writeFile(file, (await run('export', what, '--cycle', 'latihan')).stdout);
  return file;
}

describe('siklus export', () => {
  it('prints what changes nothing when it is loaded, whatever was changed by hand', async () => {
    const files = ['--cycle', await export_('cycle'), '--people', await export_('people')];
    const before = await journal();

    const answers = [await run('load', ...files), await run('load', ...files)];

    expect(answers.map(({ stdout }) => stdout)).toEqual(
      Array<string>(2).fill('latihan: updated\n'),
    );
    expect(await journal()).toEqual(before);
  });

  it('has the dates as they are, and nobody who has retired', async () => {
    const { stdout: cycle } = await run('export', 'cycle', '--cycle', 'latihan');
    const { stdout: people } = await run('export', 'people', '--cycle', 'latihan');

    expect(cycle).toContain('closes: 2045-09-15');
    expect(people).toContain('code: DINKES');
    expect(people).not.toContain('DLH');
  });

  it('says of a cycle that is not there what to do', async () => {
    const { status, stderr } = await siklus(
      ['export', 'cycle', '--cycle', 'tidak-ada'],
      office.environment,
    );

    expect([status, stderr]).toEqual([2, expect.stringContaining('tidak-ada')]);
  });
});

describe('siklus next', () => {
  it('prints a cycle of the next year that can be loaded beside the old one', async () => {
    const given = [
      'next',
      '--cycle',
      'latihan',
      '--code',
      'latihan-2046',
      '--title',
      'Latihan 2046',
    ];
    const file = join(folder, 'latihan-2046.yaml');
    await writeFile(file, (await run(...given)).stdout);

    const { stdout } = await run('load', '--cycle', file, '--people', await export_('people'));

    expect(stdout).toBe('latihan-2046: loaded and activated\n');
    const [phase] = await ask<{ opens: string; closes: string }>(
      office.databaseUrl,
      "SELECT opens, closes FROM phase WHERE cycle = 'latihan-2046'",
    );
    // The first and the eleventh working day of September.
    expect(phase).toEqual({ opens: '2046-09-03', closes: '2046-09-17' });
    const [cycle] = await ask<{ title: string; history: unknown }>(
      office.databaseUrl,
      "SELECT title, history FROM cycle WHERE code = 'latihan-2046'",
    );
    expect(cycle).toEqual({ title: 'Latihan 2046', history: [{ year: 2045, cycle: 'latihan' }] });
  });
});
