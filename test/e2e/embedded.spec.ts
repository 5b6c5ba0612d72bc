import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort } from '../../src/platform/embedded/free-port.js';
import { untilTrue } from '../engine/until.js';
import { cleanUp, emptyFolder, server, type Program } from './harness.js';
import { ask, stored } from './stored.js';
import { textsOf, Visitor } from './visitor.js';

let folder: string;
let port: number;
let program: Program;
let visitor: Visitor;

/** As `npm start` does it: nothing is installed, and nothing else is set. */
async function start(): Promise<void> {
  program = await server({ DATA_FOLDER: folder, PORT: String(port) });
}

beforeAll(async () => {
  folder = await emptyFolder();
  port = await freePort();
  visitor = new Visitor(port);
  await start();
});

beforeEach(async () => {
  if (!program.isRunning) await start();
});

afterAll(cleanUp);

function databaseUrl(): Promise<string> {
  return readFile(join(folder, 'postgres.address'), 'utf8');
}

/** The embedded PostgreSQL, and each process that it has started. */
async function databaseProcesses(): Promise<number[]> {
  const postmaster = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8');
  const children = await ask<{ pid: number }>(
    await databaseUrl(),
    'SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()',
  );
  return [Number.parseInt(postmaster, 10), ...children.map(({ pid }) => pid)];
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Whoever may not signal it knows that it is there.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** The clock goes on while a test runs: to the hour. */
function hourOf(page: string): string {
  return /^.* pukul \d\d/.exec(textsOf(page, 'p', ' class="now"')[0] ?? '')?.[0] ?? page;
}

function withoutClock(page: string): string {
  return page.replace(/<p class="now">.*?<\/p>/s, '');
}

describe('a first start with nothing but an empty folder', () => {
  it('says in five lines what runs where and what comes next', () => {
    expect(program.stdout.split('\n')).toEqual([
      expect.stringMatching(
        new RegExp(
          `^Siklus     http://127\\.0\\.0\\.1:${port}, masuk sebagai koordinator: http://127\\.0\\.0\\.1:${port}/masuk/tautan/[\\w-]{43}$`,
        ),
      ),
      expect.stringMatching(
        /^Basis data PostgreSQL 127\.0\.0\.1:\d+\/siklus, antrean di dalam proses$/,
      ),
      `Surel      ditangkap, tidak ada yang keluar: http://127.0.0.1:${port}/#kotak-surat`,
      expect.stringMatching(
        /^Jam {8}Minggu, 31 Agustus 2025 pukul 07\.\d\d WIB \(peragaan, dapat dimajukan\)$/,
      ),
      'Berikutnya Senin, 1 September 2025 pukul 00.00 WIB: Penilaian mandiri dibuka',
      '',
    ]);
    expect(program.stderr).toBe('');
  });

  it('prints a link with which the coordinator signs in, once', async () => {
    const [link = ''] = /\/masuk\/tautan\/\S+/.exec(program.stdout) ?? [];

    const press = (): Promise<Response> =>
      fetch(`http://127.0.0.1:${port}${link}`, { method: 'POST', redirect: 'manual' });

    const first = await press();
    const second = await press();

    expect([first.status, second.status]).toEqual([303, 410]);
    expect(first.headers.getSetCookie().join()).toMatch(/^siklus=[\w-]{43};/);
  });

  it('shows the six phases, what comes next and an empty inbox', async () => {
    const page = await visitor.page();

    expect(textsOf(page, 'th', ' scope="row"')).toEqual([
      'Penetapan lokus dan asesor',
      'Sosialisasi',
      'Penilaian mandiri',
      'Penilaian dokumen',
      'Revisi dokumen',
      'Pelaporan hasil',
    ]);
    expect(textsOf(page, 'time').slice(0, 2)).toEqual([
      'Senin, 1 September 2025 pukul 00.00 WIB',
      'Senin, 1 September 2025 pukul 08.00 WIB',
    ]);
    expect(page).toContain('Belum ada surel. Majukan jam ke jadwal berikutnya.');
  });
});

describe('the embedded demonstration', () => {
  it('puts mails into the inbox when a button moves the clock to where they are due', async () => {
    const atMidnight = await visitor.press('Ke jadwal berikutnya');
    const inTheMorning = await visitor.press('Ke jadwal berikutnya');

    expect(hourOf(atMidnight)).toBe('Senin, 1 September 2025 pukul 00');
    expect(atMidnight).toContain('Belum ada surel.');
    expect(hourOf(inTheMorning)).toBe('Senin, 1 September 2025 pukul 08');
    expect(textsOf(inTheMorning, 'h2', ' id="kotak-surat"')).toEqual([
      'Kotak surat tangkapan (40)',
    ]);
  });

  it('keeps clock, data and inbox over a restart, and loads nothing twice', async () => {
    const before = { page: await visitor.page(), rows: await stored(await databaseUrl()) };
    await program.stop('SIGTERM');

    await start();

    const after = { page: await visitor.page(), rows: await stored(await databaseUrl()) };
    expect(hourOf(after.page)).toBe('Senin, 1 September 2025 pukul 08');
    expect(withoutClock(after.page)).toBe(withoutClock(before.page));
    expect(after.rows).toEqual(before.rows);
  });

  it('shows a mail of before the restart', async () => {
    const [, link = ''] =
      /<a href="(\/demonstrasi\/surat\/[^"]+)"/.exec(await visitor.page()) ?? [];

    const mail = await visitor.page(link);

    expect(textsOf(mail, 'pre').join()).toContain('Penilaian mandiri');
  });
});

describe('the embedded PostgreSQL', () => {
  it('has ended when a program that was asked to stop has, which says no sixth line', async () => {
    const processes = await databaseProcesses();
    const before = processes.filter(isAlive);

    const end = await program.stop('SIGTERM');

    expect(before).toEqual(processes);
    expect(processes.filter(isAlive)).toEqual([]);
    expect([end, program.lines.length, program.stderr]).toEqual([0, 5, '']);
    expect(program.lines[0]).toBe(`Siklus     http://127.0.0.1:${port}`);
  });

  it('ends by itself when the program is killed, and starts again on the same data', async () => {
    const rows = await stored(await databaseUrl());
    const processes = await databaseProcesses();

    await program.stop('SIGKILL');
    await untilTrue('the database to end', () => !processes.some(isAlive));
    await start();

    expect(await stored(await databaseUrl())).toEqual(rows);
  });
});
