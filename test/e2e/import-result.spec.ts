import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadInstrument } from '../../src/assessment/instrument-file.js';
import { csvOf } from '../assessment/levels.js';
import { shipped } from '../config/office.js';
import { Exercise } from './exercise.js';
import { cleanUp, emptyFolder, siklus, type Run } from './harness.js';
import { Installation } from './installation.js';
import { ask, stored } from './stored.js';

const spbe = loadInstrument(shipped, 'spbe-2020');

let office: Installation;
let folder: string;

beforeAll(async () => {
  office = await Installation.open();
  folder = await emptyFolder();
  const exercise = new Exercise(folder);
  await exercise.write();
  await siklus(['load', ...exercise.files], office.environment);
});

afterAll(async () => {
  await cleanUp();
  await office.close();
});

/** Level 3 everywhere comes to 3.00, which is called Baik. */
async function table(levelOf: (no: number) => string = () => '3'): Promise<string> {
  const file = join(folder, 'hasil.csv');
  await writeFile(file, csvOf(spbe, levelOf));
  return file;
}

function load(file: string, index: string, ...more: string[]): Promise<Run> {
  const year = ['--cycle', 'latihan', '--year', '2024', '--instrument', 'spbe-2020'];
  const given = ['import-result', file, ...year, '--index', index, '--predikat', 'Baik', ...more];
  return siklus(given, office.environment);
}

const levels = 'spbe-2024, spbe-2020: 47 levels, 0 claims, 0 notes';
const computed = 'computed from its levels: 3.00 Baik';
const untouched = 'nothing was changed: --yes takes it';

describe('siklus import-result', () => {
  it('shows what a table comes to, and changes nothing', async () => {
    const file = await table();
    const before = await stored(office.databaseUrl);

    const { status, stdout, stderr } = await load(file, '3.00');

    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')).toEqual([levels, 'announced: 3.00 Baik', computed, untouched, '']);
    expect(await stored(office.databaseUrl)).toEqual(before);
  });

  it('shows what has to be explained, and takes nothing unexplained', async () => {
    const file = await table();
    const before = await stored(office.databaseUrl);

    const shown = await load(file, '3.10');
    const { status, stderr } = await load(file, '3.10', '--yes');

    expect(shown.stdout.split('\n')).toEqual([
      levels,
      'announced: 3.10 Baik',
      computed,
      'the announced index is not what the levels come to; --differs has to say why',
      untouched,
      '',
    ]);
    expect([status, stderr]).toEqual([
      2,
      'form: differs: missing: say why what was announced is not what the levels come to\n',
    ]);
    expect(await stored(office.databaseUrl)).toEqual(before);
  });

  it('takes it when it is told to, in the name that is given', async () => {
    const options = ['--differs', 'Dibulatkan', '--yes', '--by', 'Bu Sari'];

    const { stdout } = await load(await table(), '3.10', ...options);

    expect(stdout.split('\n')).toEqual([
      levels,
      'announced: 3.10 Baik',
      computed,
      'the announced index is not what the levels come to',
      'spbe-2024: imported into latihan',
      '',
    ]);
    expect(await kept()).toEqual([
      { year: 2024, version: 1, by: 'Bu Sari', differs: 'Dibulatkan' },
    ]);
  });

  it('shows what it would replace', async () => {
    const { stdout } = await load(await table(), '3.00');

    expect(stdout).toContain('replaces what Bu Sari imported; --replaces has to say why\n');
    expect(await kept()).toHaveLength(1);
  });

  it('names the row and the column of each thing that is wrong in a table', async () => {
    const file = await table((no) => (no === 1 ? '7' : no === 3 ? '' : '3'));
    const before = await stored(office.databaseUrl);

    const { status, stdout, stderr } = await load(file, '3.00', '--yes');

    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.split('\n')).toEqual([
      'hasil.csv:2: Tingkat terverifikasi: expected a whole number from 1 to 5, found "7"',
      'hasil.csv:4: Tingkat terverifikasi: is empty: write 1 where nothing was verified',
      '',
    ]);
    expect(await stored(office.databaseUrl)).toEqual(before);
  });

  it.each([
    { what: 'that is not there', content: null, says: 'lain.csv: cannot be read: is it there?' },
    {
      what: 'that is no table',
      content: '%PDF-1.7\n',
      says: 'lain.csv:1: no row with known headers: expected No, Nama indikator,',
    },
  ])('says so of a file $what', async ({ content, says }) => {
    const file = join(folder, 'lain.csv');
    if (content !== null) await writeFile(file, content);

    const { status, stderr } = await load(file, '3.00', '--yes');

    expect(status).toBe(2);
    expect(stderr).toContain(says);
  });
});

function kept() {
  return ask(
    office.databaseUrl,
    `SELECT year, version, imported_by AS by, frozen->>'differs' AS differs FROM earlier_result`,
  );
}
