import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FolderStore } from '../../src/platform/files/folder.store.js';
import type { RunningDatabase } from '../../src/platform/embedded/postgres.js';
import { idsOf, linesOf } from '../engine/received.js';
import { freshDatabase } from '../engine/servers.js';
import { untilTrue } from '../engine/until.js';
import { cleanUp, emptyFolder, siklus, type Environment } from './harness.js';
import { Installation } from './installation.js';
import { stored } from './stored.js';

const units = 40;
const aDay = 25.5 * 3600;

let office: Installation;
/** Another machine, on which nothing is yet. */
let elsewhere: RunningDatabase;
let there: Environment;
let here: Environment;
let file: string;

beforeEach(async () => {
  office = await Installation.open();
  elsewhere = await freshDatabase();
  here = { ...office.environment, DATA_FOLDER: await emptyFolder() };
  there = { ...here, DATABASE_URL: elsewhere.url, DATA_FOLDER: await emptyFolder() };
  file = join(await emptyFolder(), 'cadangan.zip');
});

afterEach(async () => {
  await cleanUp();
  await office.close();
  await elsewhere.stop();
});

/** In the middle of the mails of the first opening. */
async function brokenOff(): Promise<void> {
  office.mail.slowDown(40);
  const program = await office.start('all', { ...here, REDIS_URL: '' });
  await office.moveClockOn(aDay);
  await untilTrue('half of the mails', () => office.mail.mails.length > units / 2);
  await program.stop('SIGTERM');
  office.mail.slowDown(0);
}

async function evidence(): Promise<string> {
  const bytes = Buffer.from('%PDF-1.7 bukti dukung');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const store = new FolderStore(join(here['DATA_FOLDER'] ?? '', 'evidence'));
  const path = join(await emptyFolder(), 'bukti');
  await writeFile(path, bytes);
  await store.put({ path, sha256, size: bytes.length, mime: 'application/pdf' });
  return sha256;
}

describe('a backup that is restored in mid-cycle', () => {
  it('goes on where it was, without a mail lost or sent twice', async () => {
    const sha256 = await evidence();
    await brokenOff();
    const before = await stored(office.databaseUrl);
    const backup = await siklus(['backup', file], here);
    const restored = await siklus(['restore', file, '--go-on'], there);
    const after = await stored(elsewhere.url);
    await office.start('all', { ...there, REDIS_URL: '' });
    await untilTrue('the other half', () => office.mail.mails.length >= units + 1);
    const ids = await idsOf(office.mail.mails);

    expect([backup.status, restored.status, restored.stderr]).toEqual([0, 0, '']);
    expect(backup.stdout).toContain('1 cycles (spbe-2025), 1 files');
    expect(restored.stdout).toMatch(/spbe-2025: journal of \d+ entries intact, active/);
    expect(after).toEqual(before);
    expect(new Set(ids).size).toBe(ids.length);
    // To each unit that it opened, and to the coordinator that it was late.
    expect(
      new Set((await linesOf(office.mail.mails)).map((line) => /"to":"(.+?)"/.exec(line)?.[1]))
        .size,
    ).toBe(units + 1);
    const store = new FolderStore(join(there['DATA_FOLDER'] ?? '', 'evidence'));
    expect(await store.has(sha256)).toBe(true);
  });

  it('comes back paused unless told otherwise, and is for its owner alone', async () => {
    await brokenOff();
    const sent = office.mail.mails.length;
    await siklus(['backup', file], here);
    const restored = await siklus(['restore', file], there);
    await office.start('all', { ...there, REDIS_URL: '' });
    // A tick or two.
    await sleep(2500);

    expect(restored.stdout).toContain('spbe-2025: journal of');
    expect(restored.stdout).toContain('paused: resume it when you know what was sent since');
    expect(office.mail.mails.length).toBe(sent);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });
});

describe('a restore that cannot be', () => {
  beforeEach(async () => {
    await siklus(['load', '--cycle', 'spbe-2025', '--people', 'pekalongan'], here);
    await siklus(['backup', file], here);
  });

  it('leaves a database alone that is not empty', async () => {
    const before = await stored(office.databaseUrl);
    const { status, stderr } = await siklus(['restore', file], here);

    expect(status).toBe(2);
    expect(stderr).toBe(
      'environment: DATABASE_URL: is not empty: create a new database, and set DATABASE_URL to it\n',
    );
    expect(await stored(office.databaseUrl)).toEqual(before);
  });

  it('changes nothing when the archive is damaged, or none of ours', async () => {
    const bytes = await readFile(file);
    // Somewhere inside of the database's own entry.
    bytes[2000] = (bytes[2000] ?? 0) ^ 0xff;
    await writeFile(file, bytes);
    const damaged = await siklus(['restore', file], there);
    await writeFile(file, 'surat');
    const other = await siklus(['restore', file], there);

    expect([damaged.status, other.status]).toEqual([2, 2]);
    expect([damaged.stderr, other.stderr]).toEqual([
      expect.stringContaining('cadangan.zip: database.sql: is missing or damaged'),
      expect.stringContaining('cadangan.zip: cannot be read'),
    ]);
    expect(await stored(elsewhere.url)).toEqual({});
  });
});
