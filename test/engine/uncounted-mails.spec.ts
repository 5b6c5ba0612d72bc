import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { TickService } from '../../src/engine/tick.service.js';
import { ClaimsStore } from '../../src/notice/claims.store.js';
import { OutboxStore } from '../../src/notice/outbox.store.js';
import { QueuedStore } from '../../src/notice/queued.store.js';
import { september, wib } from './city.js';
import { mostRowsRead } from './plans.js';
import { load, Stage } from './stage.js';

const opening = wib('2025-09-01T08:00');
/** What waits, and what is taken of it. */
const waiting = 2000;
const taken = 20;
/** What a mail has beside itself is looked up with it; a part of a plan may count it twice. */
const bound = 3 * taken;

let stage: Stage;
let app: INestApplicationContext;

/** A phase has just opened for a large city, and PostgreSQL still believes that there are no mails. */
beforeAll(async () => {
  stage = await Stage.open(wib('2025-08-31T07:00'));
  app = await stage.process();
  for (const table of ['mail', 'notice', 'cycle']) {
    await app.get(DataSource).query(`ALTER TABLE ${table} SET (autovacuum_enabled = false)`);
  }
  await load(app, september(waiting));
  stage.clock.moveTo(opening);
  await app.get(TickService).tickAll();
  // The first claim of a process takes a number, and a lock that nobody else could take.
  await part(ClaimsStore).claim({ atMost: 1 }, opening);
});

afterAll(() => stage.close());

function part<T>(of: new (...given: never[]) => T): T {
  return app.get<T>(of, { strict: false });
}

async function some(): Promise<string[]> {
  const rows = await app
    .get(DataSource)
    .query<{ id: string }[]>(
      `SELECT id FROM mail WHERE state = 'waiting' ORDER BY seq DESC LIMIT $1`,
      [taken],
    );
  return rows.map(({ id }) => id);
}

describe('what a batch of mails costs does not grow with what waits, even before PostgreSQL has counted it', () => {
  it.each([
    {
      what: 'a claim of those that are first',
      work: () => part(ClaimsStore).claim({ atMost: taken }, opening),
    },
    {
      what: 'a claim of those that a job names',
      work: (mails: string[]) => part(ClaimsStore).claim({ mails }, opening),
    },
    {
      what: 'mails for a queue',
      work: () => part(QueuedStore).take(opening, { forgottenAfter: { hours: 1 }, limit: taken }),
    },
    {
      what: 'a look at what a queue has',
      work: (mails: string[]) => part(QueuedStore).mustWait(opening, mails),
    },
    {
      what: 'what they speak of',
      work: (mails: string[]) => part(OutboxStore).noticesOf(mails.map((id) => ({ id }))),
    },
  ])('$what', async ({ work }) => {
    const mails = await some();

    expect(await mostRowsRead(app, () => work(mails))).toBeLessThanOrEqual(bound);
  });
});
