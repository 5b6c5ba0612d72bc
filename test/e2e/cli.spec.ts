import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { packageRoot } from '../../src/platform/package-root.js';
import { serverAt } from '../engine/servers.js';
import { Exercise } from './exercise.js';
import { cleanUp, emptyFolder, siklus, type Run } from './harness.js';

const example = join(packageRoot, 'test', 'scenarios', 'examples', 'dispensasi');
const onTestServer = { DATABASE_URL: serverAt('TEST_DATABASE_URL') };

let folder: string;

beforeAll(async () => {
  folder = await emptyFolder();
});

afterAll(cleanUp);

const done = (stdout: unknown) => ({ status: 0, stdout, stderr: '' });
const wrong = (stderr: unknown) => ({ status: 2, stdout: '', stderr });

function linesOf(text: string, type: RegExp): string {
  return text
    .split('\n')
    .filter((line) => type.test(line))
    .map((line) => `${line}\n`)
    .join('');
}

describe('siklus scenario', () => {
  let log: Run;

  beforeAll(async () => {
    const out = join(folder, 'log.jsonl');
    log = await siklus(['scenario', `${example}.yaml`, '--out', out], onTestServer);
  });

  it('prints the log and nothing else', async () => {
    const expected = await readFile(`${example}.expected.jsonl`, 'utf8');

    expect({ ...log, stdout: linesOf(log.stdout, /"type":"(?!task)/) }).toEqual(done(expected));
  });

  it('writes to the file of --out what it prints', async () => {
    expect(await readFile(join(folder, 'log.jsonl'), 'utf8')).toBe(log.stdout);
  });

  it('prints the very same with --queue bullmq', async () => {
    const environment = { ...onTestServer, REDIS_URL: serverAt('TEST_REDIS_URL') };

    expect(await siklus(['scenario', `${example}.yaml`, '--queue', 'bullmq'], environment)).toEqual(
      log,
    );
  });

  it('brings a PostgreSQL of its own when there is none, and leaves nothing of it', async () => {
    const temporary = await emptyFolder();

    const run = await siklus(['scenario', `${example}.yaml`], { TMPDIR: temporary });

    expect(run).toEqual(log);
    expect(await readdir(temporary)).toEqual([]);
  });

  it('says with --queue bullmq that it needs REDIS_URL', async () => {
    expect(
      await siklus(['scenario', `${example}.yaml`, '--queue', 'bullmq'], onTestServer),
    ).toEqual(
      wrong(
        'environment: REDIS_URL: is needed with --queue bullmq; set it, or use --queue inline\n',
      ),
    );
  });

  it('says where its file is wrong, and runs nothing', async () => {
    const file = join(folder, 'wrong.yaml');
    const given = await readFile(`${example}.yaml`, 'utf8');
    await writeFile(file, given.replace('do: finish', 'do: finnish'));
    // A run would fail otherwise: nothing listens there.
    const nowhere = { DATABASE_URL: 'postgres://127.0.0.1:1/none' };

    const run = await siklus(['scenario', file], nowhere);

    expect(run).toEqual(
      wrong(expect.stringMatching(/wrong\.yaml:21: events\[0\]\.do: .*did you mean "finish"\?\n$/)),
    );
  });

  it('ends with status 1 when it cannot be run', async () => {
    const nowhere = { DATABASE_URL: 'postgres://127.0.0.1:1/none' };

    const run = await siklus(['scenario', `${example}.yaml`], nowhere);

    expect([run.status, run.stdout]).toEqual([1, '']);
    expect(run.stderr).toContain('ECONNREFUSED');
  });
});

describe('siklus plan', () => {
  it('prints the mails of a scenario in which nobody does anything', async () => {
    const [start, end] = ['2025-06-01T07:00:00+07:00', '2025-12-31T00:00:00+07:00'];
    const year = ['--cycle', 'spbe-2025', '--people', 'pekalongan', '--from', start, '--to', end];
    const scenario = await new Exercise(folder).scenario(start, end);

    const [planned, ran] = await Promise.all([
      siklus(['plan', ...year]),
      siklus(['scenario', scenario], onTestServer),
    ]);

    expect(planned).toEqual(done(linesOf(ran.stdout, /"type":"mail"/)));
    expect(planned.stdout.split('\n').length).toBe(500);
  });

  it('takes the first instant of the span, and not its end', async () => {
    const exercise = new Exercise(folder);
    await exercise.write();
    const span = ['--from', '2025-09-01T08:00:00+07:00', '--to', '2025-09-11T08:00:00+07:00'];

    const { stdout } = await siklus(['plan', ...exercise.files, ...span]);

    expect(stdout.match(/"at":"[^"]+"|"to":"[^"]+"/g)).toEqual([
      '"at":"2025-09-01T08:00:00+07:00"',
      '"to":"admin@dinkes.example.test"',
      '"at":"2025-09-01T08:00:00+07:00"',
      '"to":"admin@dlh.example.test"',
    ]);
  });

  it('refuses an instant without an offset', async () => {
    const year = ['--cycle', 'spbe-2025', '--people', 'pekalongan', '--from', '2025-09-01'];

    expect(await siklus(['plan', ...year, '--to', '2025-10-01'])).toEqual(
      wrong(
        '--from: expected an instant with its offset, such as 2025-09-01T00:00:00+07:00; found 2025-09-01\n',
      ),
    );
  });
});

describe('siklus score', () => {
  function fours(letter: string, count: number): Record<string, string> {
    const names = Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
    return Object.fromEntries(names.map((name) => [name, '4.00']));
  }

  it('prints one JSON object', async () => {
    const levels = Array<string>(47).fill('4').join();

    const run = await siklus(['score', '--instrument', 'spbe-2020', '--levels', levels]);

    expect([run.status, run.stderr]).toEqual([0, '']);
    expect(JSON.parse(run.stdout)).toEqual({
      index: '4.00',
      exact: '4.0000',
      predikat: 'Sangat Baik',
      domains: fours('D', 4),
      aspects: fours('A', 8),
    });
  });

  it('refuses a wrong number of levels', async () => {
    expect(await siklus(['score', '--instrument', 'spbe-2020', '--levels', '4,4'])).toEqual(
      wrong(
        '--levels: expected 47 levels, one for each indicator of spbe-2020, separated by commas; found 2\n',
      ),
    );
  });
});

describe('siklus', () => {
  it.each([
    { given: ['--help'], shows: 'scenario [options] <file>' },
    { given: ['load', '--help'], shows: '--people <file>' },
  ])('explains itself: $given', async ({ given, shows }) => {
    const run = await siklus(given);

    expect(run).toEqual(done(expect.stringContaining(shows)));
  });

  it.each([
    { given: ['evaluate'], problem: "unknown command 'evaluate'" },
    { given: ['plan', '--cycle', 'spbe-2025'], problem: "option '--people <file>' not specified" },
    { given: ['scenario', 'x.yaml', '--queue', 'kafka'], problem: 'Allowed choices are inline' },
    { given: ['scenario', 'x.yaml'], problem: 'x.yaml: there is no such file' },
    { given: ['clock', 'year'], problem: 'Allowed choices are next, day, week, month' },
  ])('ends with status 2 and says what is wrong: $given', async ({ given, problem }) => {
    const run = await siklus(given);

    expect(run).toEqual(wrong(expect.stringContaining(problem)));
  });

  it('names a setting that is wrong', async () => {
    expect(await siklus(['mails'], { DATABASE_URL: 'mysql://127.0.0.1/siklus' })).toEqual(
      wrong('environment: DATABASE_URL: must look like postgres://user:password@host/name\n'),
    );
  });
});
