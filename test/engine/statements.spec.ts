import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { AbstractLogger, DataSource, type LogLevel } from 'typeorm';
import { TickService } from '../../src/engine/tick.service.js';
import { DISPATCHER, type Dispatcher } from '../../src/notice/dispatcher.js';
import { september, wib } from './city.js';
import { load, outbox, Stage } from './stage.js';

/** Counts what the application asks of its database. */
class Counter extends AbstractLogger {
  statements = 0;

  override logQuery(): void {
    this.statements += 1;
  }

  protected writeLog(_: LogLevel): void {
    // Only what is asked counts.
  }
}

interface Counts {
  readonly opening: number;
  readonly reminding: number;
  readonly closing: number;
  readonly idle: number;
  readonly mails: number;
}

/** Statements of the ticks of one phase, and of one that has nothing to do. */
async function counted(units: number): Promise<Counts> {
  const stage = await Stage.open(wib('2025-08-31T07:00'));
  try {
    const app = await stage.process();
    await load(app, september(units));
    const counter = new Counter();
    app.get(DataSource).logger = counter;
    const tick = async (at: string): Promise<number> => {
      stage.clock.moveTo(wib(at));
      const before = counter.statements;
      await app.get(TickService).tickAll();
      return counter.statements - before;
    };
    return {
      opening: await tick('2025-09-01T08:00'),
      reminding: await tick('2025-09-05T08:00'),
      closing: await tick('2025-09-15T08:00'),
      idle: await tick('2025-09-15T08:01'),
      mails: (await outbox(app)).length,
    };
  } finally {
    await stage.close();
  }
}

/** Statements of sending one batch. */
async function countedSending(units: number): Promise<number> {
  const stage = await Stage.open(wib('2025-08-31T07:00'));
  try {
    const app = await stage.process();
    await load(app, september(units));
    stage.clock.moveTo(wib('2025-09-01T08:00'));
    await app.get(TickService).tickAll();
    const counter = new Counter();
    app.get(DataSource).logger = counter;
    await app.get<Dispatcher>(DISPATCHER).dispatch();
    return counter.statements;
  } finally {
    await stage.close();
  }
}

describe('the number of statements', () => {
  it('of a tick does not grow with the units', async () => {
    const few = await counted(5);
    const many = await counted(500);

    expect(many).toEqual({ ...few, mails: 1002 + 0 * few.mails });
    expect(few.opening).toBeGreaterThan(5);
    expect(few.idle).toBeLessThan(4);
  });

  it('of sending a batch does not grow with its mails', async () => {
    expect(await countedSending(45)).toBe(await countedSending(5));
  });
});
