import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { JournalRow } from '../../src/cycle/journal.entity.js';
import { TickService } from '../../src/engine/tick.service.js';
import { ClaimsStore, type Settled } from '../../src/notice/claims.store.js';
import { DISPATCHER, type Dispatcher } from '../../src/notice/dispatcher.js';
import type { MailRow } from '../../src/notice/outbox.entity.js';
import { september, wib } from './city.js';
import { idsOf } from './received.js';
import { load, notices, outbox, Stage } from './stage.js';

const opening = wib('2025-09-01T08:00');

let stage: Stage;
let one: INestApplicationContext;
let other: INestApplicationContext;

/** Eight mails wait to be sent by one of two processes. */
beforeEach(async () => {
  stage = await Stage.open(wib('2025-08-31T07:00'));
  one = await stage.process();
  other = await stage.process();
  await load(one, september(8));
  stage.clock.moveTo(opening);
  await one.get(TickService).tickAll();
});

afterEach(() => stage.close());

function claim(app: INestApplicationContext, atMost: number): Promise<MailRow[]> {
  return app.get(ClaimsStore).claim({ atMost }, stage.clock.now());
}

/** As a server that restarts, or a network that breaks, ends it. */
async function endSessionOf(claimer: INestApplicationContext): Promise<void> {
  const [mail] = (await outbox(claimer)).filter(({ state }) => state === 'claimed');
  await other.get(DataSource).query(
    `SELECT pg_terminate_backend(pid, 5000) FROM pg_locks
     WHERE locktype = 'advisory' AND classid = 52025 AND objid = $1::int::oid
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [mail?.claimedBy],
  );
}

function dispatcherOf(app: INestApplicationContext): Dispatcher {
  return app.get<Dispatcher>(DISPATCHER);
}

async function takeOver(): Promise<void> {
  await other.get(ClaimsStore).releaseOrphans();
  await dispatcherOf(other).dispatch();
}

async function states(): Promise<string[]> {
  return (await outbox(other)).map(({ state }) => state);
}

const allSent = Array<string>(8).fill('sent');

describe('rule 13: mails that a process has claimed', () => {
  it('are left alone as long as it lives, however long that takes', async () => {
    const mine = await claim(one, 3);
    stage.clock.moveTo(opening.add({ hours: 48 }));

    await takeOver();

    expect(await states()).toEqual([...Array<string>(3).fill('claimed'), ...allSent.slice(3)]);
    expect(await idsOf(stage.mails)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(mine.map(({ id }) => id).join('|'))]),
    );
  });

  it('are sent by another when its session is gone', async () => {
    await claim(one, 3);
    await endSessionOf(one);

    await takeOver();

    expect(await states()).toEqual(allSent);
    expect(new Set(await idsOf(stage.mails)).size).toBe(8);
  });

  it('are sent by another when it has ended', async () => {
    await claim(one, 3);
    await one.close();

    await takeOver();

    expect(await states()).toEqual(allSent);
  });

  it('can be claimed again by the process whose session was ended', async () => {
    await claim(one, 3);
    await endSessionOf(one);

    const dispatcher = dispatcherOf(one);
    // The first may be what finds out that the session is gone.
    await dispatcher.dispatch().catch(() => undefined);
    await one.get(ClaimsStore).releaseOrphans();
    await dispatcher.dispatch();

    expect(await states()).toEqual(allSent);
  });

  it('do not miss a beat when a session broke that nobody was using', async () => {
    await claim(one, 3);
    await endSessionOf(one);
    const driver = one.get(DataSource).driver as PostgresDriver;
    while (driver.connectedQueryRunners.length > 0) await sleep(5);

    expect(await claim(one, 50)).toHaveLength(5);
  });

  it('are claimed by one only when several want them at once', async () => {
    const taken = await Promise.all([one, other, one, other].map((app) => claim(app, 50)));

    expect(
      taken
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual((await outbox(one)).map(({ id }) => id).sort());
  });
});

describe('rule 13: a process whose claim was taken over', () => {
  function failed(mail: MailRow): Settled {
    return {
      mail,
      state: 'failed',
      attempts: 1,
      firstAttemptAt: opening,
      nextAttemptAt: null,
      outstanding: mail.outstanding,
      bounced: [],
      version: null,
      error: 'connection lost',
      superseded: [],
      silenced: [],
    };
  }

  it('settles nothing any more', async () => {
    const mine = await claim(one, 8);
    await endSessionOf(one);
    await other.get(ClaimsStore).releaseOrphans();
    await claim(other, 8);

    await one.get(ClaimsStore).settle(mine.map(failed), opening);

    const journal = await one.get(DataSource).manager.findBy(JournalRow, { what: 'failed' });
    expect(new Set(await states())).toEqual(new Set(['claimed']));
    expect(new Set((await notices(one)).map(({ state }) => state))).toEqual(new Set(['waiting']));
    expect(journal).toEqual([]);
  });
});
