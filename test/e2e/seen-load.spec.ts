import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Exercise } from './exercise.js';
import { cleanUp, emptyFolder, siklus, type Run } from './harness.js';
import { Installation } from './installation.js';
import { ask, stored } from './stored.js';

let office: Installation;
let exercise: Exercise;

beforeAll(async () => {
  office = await Installation.open();
  exercise = new Exercise(await emptyFolder());
  await exercise.write();
  await load();
});

afterAll(async () => {
  await cleanUp();
  await office.close();
});

function load(...more: string[]): Promise<Run> {
  return siklus(['load', ...exercise.files, ...more], office.environment);
}

const done = (lines: readonly string[]): Run => ({
  ...{ status: 0, stderr: '' },
  stdout: lines.map((line) => `${line}\n`).join(''),
});

describe('siklus load --preview', () => {
  it('shows what its files would change, and takes only what it showed', async () => {
    await exercise.write({ closes: '2025-09-18' });
    const before = await stored(office.databaseUrl);
    const preview = await load('--preview');
    const mark = /--shown (\w+)/.exec(preview.stdout)?.[1] ?? '';
    await exercise.write({ closes: '2025-09-17' });
    const other = await load('--shown', mark);
    const untouched = await stored(office.databaseUrl);
    await exercise.write({ closes: '2025-09-18' });
    const taken = await load('--shown', mark);

    const seen = [
      'rescheduled mandiri: 2025-09-01 – 2025-09-12 -> 2025-09-01 – 2025-09-18',
      'opened mandiri 2025-09-01T08:00: deadline 2025-09-13T00:00 -> 2025-09-19T00:00 (2)',
      'reminder H-1 mandiri: 2025-09-11T08:00 -> 2025-09-17T08:00 (2)',
      'reminder H mandiri: 2025-09-12T08:00 -> 2025-09-18T08:00 (2)',
      'overdue H+1 mandiri: 2025-09-15T08:00 -> 2025-09-19T08:00 (2)',
      'mails now: 0',
    ];
    expect(preview).toEqual(done([...seen, `nothing was changed: --shown ${mark} takes it`]));
    expect(other.stderr).toBe(`${exercise.cycle}: refused: changed_meanwhile\n`);
    expect(untouched).toEqual(before);
    expect(taken).toEqual(done([...seen, 'latihan: updated']));
    expect(await ask(office.databaseUrl, 'SELECT closes FROM phase')).toEqual([
      { closes: '2025-09-18' },
    ]);
  });

  it('says so of a cycle that is not loaded', async () => {
    const text = (await readFile(exercise.cycle, 'utf8')).replace('code: latihan', 'code: lain');
    await writeFile(exercise.cycle, text);

    const { status, stderr } = await load('--preview');

    expect([status, stderr]).toEqual([2, 'there is no cycle "lain"; load its file first\n']);
  });
});
