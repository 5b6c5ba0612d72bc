import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { JournalRow } from '../../src/cycle/journal.entity.js';
import { CommandService } from '../../src/engine/command.service.js';
import { Stepper } from '../../src/engine/stepper.js';
import { Ticker } from '../../src/engine/ticker.js';
import { AlertService } from '../../src/notice/alert.service.js';
import { ClaimsStore } from '../../src/notice/claims.store.js';
import { DISPATCHER, type Dispatcher } from '../../src/notice/dispatcher.js';
import { TickService } from '../../src/engine/tick.service.js';
import { SETTINGS, type Settings } from '../../src/platform/settings.js';
import { WebhookSender } from '../../src/notice/webhook/webhook-sender.service.js';
import { september, wib } from './city.js';
import { load, Stage } from './stage.js';
import { statementsOf } from './statements.js';
import { untilTrue } from './until.js';

let stage: Stage;
let app: INestApplicationContext;

/** Three cycles of one city open at the same instant. */
beforeEach(async () => {
  stage = await Stage.open(wib('2025-08-31T07:00'));
  app = await stage.process();
  const { plan, ...rest } = september(2);
  for (const code of ['a', 'b', 'c']) await load(app, { ...rest, plan: { ...plan, code } });
  stage.clock.moveTo(wib('2025-09-01T08:00'));
});

afterEach(() => stage.close());

/** Codes of the cycles whose self-assessment is open. */
async function open(): Promise<string[]> {
  const rows = await app
    .get(DataSource)
    .query<{ cycle: string }[]>(
      `SELECT cycle FROM phase WHERE code = 'mandiri' AND state = 'open' ORDER BY cycle`,
    );
  return rows.map(({ cycle }) => cycle);
}

describe('a hundred cycles in one database tick independently', () => {
  it('one whose tick fails keeps no other', async () => {
    await app.get(DataSource).query(`
      CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'a is broken'; END $$;
      CREATE TRIGGER broken BEFORE UPDATE ON phase FOR EACH ROW WHEN (NEW.cycle = 'a')
        EXECUTE FUNCTION broken()`);

    await expect(app.get(TickService).tickAll()).rejects.toThrow('a is broken');

    expect(await open()).toEqual(['b', 'c']);
  });

  it('are asked all at once what falls due next', async () => {
    await app.get(TickService).tickAll();

    // Of the cycles, and of the outbox.
    expect(await statementsOf(app, () => app.get(Stepper).next())).toHaveLength(2);
    expect(await app.get(Stepper).next()).toEqual(wib('2025-09-05T08:00'));
  });

  it('one that somebody else has locked is left to them until the next beat', async () => {
    const ticks = app.get(TickService);
    const held = app.get(DataSource).createQueryRunner();
    await held.startTransaction();
    await held.query(`SELECT FROM cycle WHERE code = 'b' FOR UPDATE`);

    for (const code of ['a', 'b', 'c']) await ticks.tickIfFree(code);
    const meanwhile = await open();
    const left = await ticks.wakeful();
    await held.commitTransaction();
    await held.release();
    await ticks.tickIfFree('b');

    expect(meanwhile).toEqual(['a', 'c']);
    expect(left).toEqual(['b']);
    expect(await open()).toEqual(['a', 'b', 'c']);
  });

  it('two processes that beat at once share them, and each opens once', async () => {
    const other = await stage.process();
    const beats = ['a', 'b', 'c'].flatMap((code) =>
      [app, other].map((each) => each.get(TickService).tickIfFree(code)),
    );
    await Promise.all(beats);

    expect(await open()).toEqual(['a', 'b', 'c']);
    const opened = await app
      .get(DataSource)
      .manager.countBy(JournalRow, { what: 'phase', phase: 'mandiri', to: 'open' });
    expect(opened).toBe(3);
  });

  it('what one process has ticked, another does not read again once it has looked by itself', async () => {
    const other = await stage.process();
    const [ours, theirs] = [app, other].map((each) => each.get(TickService));
    for (const each of [ours, theirs]) await each?.tickAll();
    stage.clock.moveTo(wib('2025-09-05T08:00'));
    await ours?.tickAll();

    expect(await theirs?.wakeful()).toEqual([]);
    expect(await theirs?.nextDue()).toEqual(await ours?.nextDue());

    const until = { closes: '2025-09-16', reason: 'Sakit.' };
    const act = { do: 'extend', phase: 'mandiri', unit: 'OPD-1', ...until } as const;
    await app.get(CommandService).perform('b', 'Bu Ketua', act);
    expect(await theirs?.wakeful()).toEqual(['b']);
  });

  it('a tick of an earlier version, which says nothing of what is next, makes nobody believe what is over', async () => {
    const other = await stage.process();
    for (const each of [app, other]) await each.get(TickService).tickAll();
    const query = (sql: string) => app.get(DataSource).query<unknown>(sql);
    await query('CREATE TABLE earlier AS SELECT code, next_due, next_due_of FROM cycle');
    stage.clock.moveTo(wib('2025-09-05T08:00'));
    await app.get(TickService).tickAll();
    await query(`UPDATE cycle c SET next_due = e.next_due, next_due_of = e.next_due_of
      FROM earlier e WHERE e.code = c.code`);

    expect(await other.get(TickService).wakeful()).toEqual(['a', 'b', 'c']);
  });

  it('one that is slow delays no other, tick after tick', async () => {
    const intervals = new SchedulerRegistry();
    const ticker = new Ticker(
      app.get(TickService),
      app.get(ClaimsStore),
      app.get(WebhookSender),
      app.get(AlertService),
      intervals,
      app.get<Dispatcher>(DISPATCHER),
      { ...app.get<Settings>(SETTINGS), tickSeconds: 0.05 },
    );
    const held = app.get(DataSource).createQueryRunner();
    await held.startTransaction();
    await held.query(`SELECT FROM cycle WHERE code = 'b' FOR UPDATE`);
    ticker.onApplicationBootstrap();

    await untilTrue('the others to open', async () => (await open()).join() === 'a,c');
    stage.clock.moveTo(wib('2025-09-05T08:00'));
    await untilTrue('the others to send their reminders', () => stage.mails.length >= 8);
    const meanwhile = await open();
    await held.commitTransaction();
    await held.release();
    await untilTrue('the slow one to follow', async () => (await open()).length === 3);
    await ticker.beforeApplicationShutdown();
    for (const name of intervals.getIntervals()) intervals.deleteInterval(name);

    expect(meanwhile).toEqual(['a', 'c']);
  });
});
