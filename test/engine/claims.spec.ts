import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { JournalRow } from '../../src/cycle/journal.entity.js';
import { TickService } from '../../src/engine/tick.service.js';
import { Claimer } from '../../src/notice/claimer.js';
import { ClaimsStore } from '../../src/notice/claims.store.js';
import type { Settled } from '../../src/notice/settled.js';
import { DISPATCHER, type Dispatcher } from '../../src/notice/dispatcher.js';
import type { MailRow } from '../../src/notice/outbox.entity.js';
import { september, wib } from './city.js';
import { idsOf } from './received.js';
import { load, notices, outbox, Stage } from './stage.js';
import { untilTrue } from './until.js';

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

/** As two beats do: nobody's mails are put back at the second look. */
async function takeOver(): Promise<void> {
  await other.get(ClaimsStore).releaseOrphans();
  await other.get(ClaimsStore).releaseOrphans();
  await dispatcherOf(other).dispatch();
}

/** As another does that finds their claimer gone, while it stands still without its session. */
async function givenAway(mails: readonly MailRow[]): Promise<void> {
  await other
    .get(DataSource)
    .query(`UPDATE mail SET state = 'waiting', claimed_by = NULL WHERE id = ANY ($1)`, [
      mails.map(({ id }) => id),
    ]);
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

  it('stay its own when no more than its session is gone', async () => {
    const mine = await claim(one, 3);
    await endSessionOf(one);
    await one.get(Claimer).isBack();

    await takeOver();

    expect(await states()).toEqual([...Array<string>(3).fill('claimed'), ...allSent.slice(3)]);
    await expect(
      Promise.all(mine.map((mail) => one.get(ClaimsStore).isOwn(mail))),
    ).resolves.toEqual([true, true, true]);
  });

  it('are left alone at the first look, which may come before another session is there', async () => {
    await claim(one, 3);
    await one.close();

    await other.get(ClaimsStore).releaseOrphans();

    expect(await states()).toEqual([
      ...Array<string>(3).fill('claimed'),
      ...Array<string>(5).fill('waiting'),
    ]);
  });

  it('are sent by another when it has ended', async () => {
    await claim(one, 3);
    await one.close();

    await takeOver();

    expect(await states()).toEqual(allSent);
  });

  it('wait again when the answer to its claim was lost', async () => {
    await claim(one, 1);
    // As a claim that was committed, and whose process never heard of it.
    await other
      .get(DataSource)
      .query(
        `UPDATE mail SET state = 'claimed', claimed_by = $1 WHERE state = 'waiting' AND seq <= 3`,
        [one.get(Claimer).number],
      );
    const before = await states();
    await one.get(ClaimsStore).releaseOrphans();
    await one.get(ClaimsStore).releaseOrphans();

    expect(before).toEqual([
      ...Array<string>(3).fill('claimed'),
      ...Array<string>(5).fill('waiting'),
    ]);
    expect(await states()).toEqual(['claimed', ...Array<string>(7).fill('waiting')]);
  });

  it('do not miss a beat when a session broke that nobody was using', async () => {
    await claim(one, 3);
    await endSessionOf(one);
    await untilTrue('the end of its session to be known', () =>
      Promise.resolve(one.get(Claimer).losses === 1),
    );

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
    await givenAway(mine);
    await claim(other, 8);

    await one.get(ClaimsStore).settle(mine.map(failed), opening);

    const journal = await one.get(DataSource).manager.findBy(JournalRow, { what: 'failed' });
    expect(new Set(await states())).toEqual(new Set(['claimed']));
    expect(new Set((await notices(one)).map(({ state }) => state))).toEqual(new Set(['waiting']));
    expect(journal).toEqual([]);
  });
});
