import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Exercise } from './exercise.js';
import { cleanUp, emptyFolder, siklus, type Run } from './harness.js';
import { Installation } from './installation.js';
import { ask, stored } from './stored.js';

let office: Installation;
let decree: string;

/** The self-assessment ends on Friday the 12th of September, and begins on the 1st. */
beforeAll(async () => {
  office = await Installation.open();
  const folder = await emptyFolder();
  const exercise = new Exercise(folder);
  await exercise.write();
  decree = join(folder, 'libur.yaml');
  await writeFile(
    decree,
    `title: Uji
decree: { number: SKB 9/2025 }
days:
  - { date: 2025-12-25, kind: libur, name: Natal }
  - { date: 2025-09-11, kind: cuti-bersama, name: Cuti }
`,
  );
  await siklus(['load', ...exercise.files], office.environment);
});

afterAll(async () => {
  await cleanUp();
  await office.close();
});

function load(...more: string[]): Promise<Run> {
  const given = ['holidays', decree, '--cycle', 'latihan', '--reason', 'SKB baru', ...more];
  return siklus(given, office.environment);
}

const moved = [
  'day off: 2025-09-11',
  'reminder H-1 mandiri: 2025-09-11T08:00 -> 2025-09-10T08:00 (2)',
  'mails now: 0',
];

describe('siklus holidays', () => {
  it('shows which mails a decree moves, and changes nothing', async () => {
    const before = await stored(office.databaseUrl);

    const { status, stdout, stderr } = await load();

    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')).toEqual([...moved, 'nothing was changed: --yes takes it', '']);
    expect(await stored(office.databaseUrl)).toEqual(before);
  });

  it('takes it when it is told to, with its reason and letter', async () => {
    const { stdout } = await load('--yes', '--letter', '1/2025', '--by', 'Bu Sari');

    const journal = await ask(
      office.databaseUrl,
      `SELECT what, why, facts->>'letter' AS letter, facts->'to'->>'decree' AS decree
       FROM journal WHERE who = 'Bu Sari' ORDER BY id`,
    );
    expect(stdout.split('\n')).toEqual([...moved, 'latihan: taken', '']);
    expect(journal).toEqual([
      { what: 'settings', why: 'SKB baru', letter: '1/2025', decree: 'SKB 9/2025' },
      { what: 'version', why: 'SKB baru', letter: '1/2025', decree: null },
    ]);
    expect((await load('--yes')).stdout).toBe('latihan: nothing changes\n');
  });

  it('switches joint leave with the same file', async () => {
    const { stdout } = await load('--joint-leave', 'no');

    expect(stdout).toContain('working day: 2025-09-11\njoint leave: days off -> working days\n');
  });

  it('names the line and the field of a file that is wrong', async () => {
    await writeFile(decree, 'title: Uji\ndays:\n  - { date: 2025-02-30, kind: libur, name: X }\n');

    const { status, stderr } = await load('--yes');

    expect([status, stderr]).toEqual([
      2,
      `${decree}:3: days[0].date: the calendar has no 2025-02-30: correct the month or the day\n`,
    ]);
  });
});
