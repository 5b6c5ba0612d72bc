import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import { TickService } from '../../src/engine/tick.service.js';
import { atATime, enough, QueueDispatcher } from '../../src/notice/queue.js';
import { QueuedStore } from '../../src/notice/queued.store.js';
import { september, wib } from './city.js';
import { serverAt } from './servers.js';
import { load, Stage } from './stage.js';

const waiting = atATime + 1000;

let stage: Stage;
let app: INestApplicationContext;
let queue: Queue<{ mails: string[] }>;
let dispatcher: QueueDispatcher;

/** More mails are due than are handed over at a time, and no worker takes any. */
beforeEach(async () => {
  stage = await Stage.open(wib('2025-08-31T07:00'));
  app = await stage.process();
  await load(app, september(1));
  stage.clock.moveTo(wib('2025-09-01T08:00'));
  await app.get(TickService).tickAll();
  await app.get(DataSource).query(
    `INSERT INTO mail (id, cycle, "to", cc, state, planned_at, next_attempt_at, outstanding)
     SELECT gen_random_uuid(), cycle, "to", cc, state, planned_at, next_attempt_at, outstanding
     FROM (SELECT * FROM mail LIMIT 1) one, generate_series(1, $1 - (SELECT count(*)::int FROM mail))`,
    [waiting],
  );
  queue = new Queue('mail', {
    connection: { url: serverAt('TEST_REDIS_URL') },
    prefix: randomUUID(),
  });
  dispatcher = new QueueDispatcher(queue, app.get(QueuedStore, { strict: false }), stage.clock);
});

afterEach(async () => {
  await queue.obliterate({ force: true });
  await queue.close();
  await stage.close();
});

async function handed(): Promise<string[]> {
  const jobs = await queue.getWaiting();
  return jobs.flatMap(({ data }) => data.mails);
}

describe('a beat', () => {
  it('hands over all that is due, each mail once, however much it is', async () => {
    await dispatcher.dispatch();
    await dispatcher.dispatch();

    const mails = await handed();
    expect(mails).toHaveLength(waiting);
    expect(new Set(mails).size).toBe(waiting);
  });

  it('leaves it in the outbox while enough jobs wait', async () => {
    const others = Array.from({ length: enough }, () => ({ name: 'send', data: { mails: [] } }));
    const [first] = await queue.addBulk(others);

    await dispatcher.dispatch();
    expect(await handed()).toEqual([]);

    await first?.remove();
    await dispatcher.dispatch();
    expect(await handed()).toHaveLength(atATime);
  });
});
