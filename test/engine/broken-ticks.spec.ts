import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { CycleService } from '../../src/cycle/cycle.service.js';
import { Stepper } from '../../src/engine/stepper.js';
import { TickService } from '../../src/engine/tick.service.js';
import { september, wib } from './city.js';
import { linesOf } from './received.js';
import { everything, load, Stage } from './stage.js';

let stage: Stage;
let app: INestApplicationContext;

beforeEach(async () => {
  stage = await Stage.open(wib('2025-08-31T07:00'));
  app = await stage.process();
  await load(app, september(4));
});

afterEach(() => stage.close());

const refuse = "RAISE EXCEPTION 'the disk is full'";
const hangUp = 'PERFORM pg_terminate_backend(pg_backend_pid())';

/** Breaks whatever transaction writes to the table: at the statement, or not before its commit. */
async function breaking(table: string, how: string, when: 'at once' | 'at commit'): Promise<void> {
  const trigger =
    when === 'at once'
      ? `CREATE TRIGGER broken AFTER INSERT OR UPDATE ON ${table} FOR EACH STATEMENT`
      : `CREATE CONSTRAINT TRIGGER broken AFTER INSERT OR UPDATE ON ${table}
         DEFERRABLE INITIALLY DEFERRED FOR EACH ROW`;
  await app.get(DataSource).query(`
    CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${how}; RETURN NULL; END $$;
    ${trigger} EXECUTE FUNCTION broken()`);
}

async function mended(): Promise<void> {
  await app.get(DataSource).query('DROP FUNCTION broken CASCADE');
}

/** What an engine that nothing disturbs has sent by that instant. */
async function undisturbed(...instants: readonly string[]): Promise<string[]> {
  const calm = await Stage.open(wib('2025-08-31T07:00'));
  try {
    const other = await calm.process();
    await load(other, september(4));
    for (const at of instants) {
      calm.clock.moveTo(wib(at));
      await other.get(Stepper).settle();
    }
    return await linesOf(calm.mails);
  } finally {
    await calm.close();
  }
}

const opening = '2025-09-01T08:00';
const reminding = '2025-09-05T08:00';

describe('a tick whose transaction is broken off', () => {
  it.each([
    { table: 'notice', how: refuse, when: 'at once' },
    { table: 'notice', how: hangUp, when: 'at once' },
    { table: 'notice', how: refuse, when: 'at commit' },
    { table: 'notice', how: hangUp, when: 'at commit' },
    { table: 'journal', how: refuse, when: 'at once' },
    { table: 'task', how: hangUp, when: 'at once' },
    { table: 'cycle', how: refuse, when: 'at once' },
  ] as const)(
    'leaves nothing behind, and the next one does it all: $table, $how, $when',
    async ({ table, how, when }) => {
      stage.clock.moveTo(wib(opening));
      const before = await everything(app);
      await breaking(table, how, when);

      await expect(app.get(TickService).tickAll()).rejects.toThrow();
      const after = await everything(app);
      await mended();
      await app.get(Stepper).settle();

      expect(after).toEqual(before);
      expect(await linesOf(stage.mails)).toEqual(await undisturbed(opening));
    },
  );

  it('leaves nothing behind when only reminders were due, and the next one sends them', async () => {
    stage.clock.moveTo(wib(opening));
    await app.get(Stepper).settle();
    stage.clock.moveTo(wib(reminding));
    await breaking('notice', refuse, 'at commit');

    await expect(app.get(TickService).tickAll()).rejects.toThrow('the disk is full');
    await mended();
    await app.get(Stepper).settle();

    expect(await linesOf(stage.mails)).toEqual(await undisturbed(opening, reminding));
  });

  it('is taken over by another process', async () => {
    const other = await stage.process();
    stage.clock.moveTo(wib(opening));
    await breaking('notice', hangUp, 'at once');

    await expect(app.get(TickService).tickAll()).rejects.toThrow();
    await mended();
    await other.get(Stepper).settle();
    await app.get(Stepper).settle();

    expect(await linesOf(stage.mails)).toEqual(await undisturbed(opening));
  });
});

describe('a command whose transaction is broken off', () => {
  it.each([refuse, hangUp])('changes nothing, and can be given again: %s', async (how) => {
    stage.clock.moveTo(wib(opening));
    await app.get(Stepper).settle();
    const before = await everything(app);
    const extend = (): Promise<void> =>
      app.get(CycleService).perform('september', 'koordinator', {
        do: 'extend',
        phase: 'mandiri',
        unit: 'OPD-2',
        closes: '2025-09-22',
        reason: 'Kebakaran ruang arsip',
      });
    await breaking('journal', how, 'at once');

    await expect(extend()).rejects.toThrow();
    const after = await everything(app);
    await mended();
    const already = stage.mails.length;
    await extend();
    await app.get(Stepper).settle();

    expect(after).toEqual(before);
    expect(await linesOf(stage.mails.slice(already))).toEqual([
      expect.stringContaining('"notice":"extended","phase":"mandiri","unit":"OPD-2","daysLeft":21'),
    ]);
  });
});
