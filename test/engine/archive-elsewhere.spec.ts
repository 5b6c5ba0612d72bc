import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Archive1764000040000 } from '../../migrations/1764000040000-archive.js';
import { archiveIn } from '../../src/commands/archive/archive.js';
import { backupCommand, restoreCommand } from '../../src/commands/backup/commands.js';
import { withClient } from '../../src/platform/pg-client.js';
import { SETTINGS, type Settings } from '../../src/platform/settings.js';
import { wib } from './city.js';
import { freshDatabase } from './servers.js';
import { septemberIsOver, Stage } from './stage.js';

const tables = ['journal', 'mail', 'notice'] as const;

let stage: Stage;
let app: INestApplicationContext;

beforeEach(async () => {
  stage = await Stage.open(wib('2025-08-31T07:00'));
  app = await septemberIsOver(stage);
});

afterEach(() => stage.close());

function rowsOf(url: string, tablesOf: readonly string[]): Promise<unknown[]> {
  return withClient(url, async (client) => {
    const all: unknown[] = [];
    for (const table of tablesOf) {
      const sql = `SELECT to_jsonb(t) AS row FROM ONLY ${table} t ORDER BY to_jsonb(t)::text`;
      all.push((await client.query(sql)).rows);
    }
    return all;
  });
}

describe('what is archived', () => {
  it('goes back to where it was when the migration is undone', async () => {
    const url = app.get<Settings>(SETTINGS).databaseUrl;
    const before = await rowsOf(url, tables);
    await archiveIn(app, { before: '2025-10-15', yes: true });
    expect(await rowsOf(url, tables)).toEqual([[], [], []]);

    await new Archive1764000040000().down(app.get(DataSource).createQueryRunner());

    expect(await rowsOf(url, tables)).toEqual(before);
  });

  it('is in a backup, each row once, and back in the archive when that is restored', async () => {
    const settings = app.get<Settings>(SETTINGS);
    const elsewhere = await freshDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'siklus-'));
    const evidence = { ...settings.evidence, store: { kind: 'folder', folder } as const };
    const here = { ...settings, evidence, production: true };
    const all = [...tables, ...tables.map((table) => `${table}_archive`)];
    try {
      await archiveIn(app, { before: '2025-10-15', yes: true });
      await backupCommand(here, join(folder, 'cadangan.zip'));
      const there = { ...here, databaseUrl: elsewhere.url };
      const lines = await restoreCommand(there, join(folder, 'cadangan.zip'), { goOn: true });

      expect(lines.join()).toMatch(/september: journal of \d+ entries intact/);
      expect(await rowsOf(elsewhere.url, all)).toEqual(await rowsOf(here.databaseUrl, all));
    } finally {
      await elsewhere.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
