import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Stepper } from '../../src/engine/stepper.js';
import { TickService } from '../../src/engine/tick.service.js';
import { AlertsStore } from '../../src/notice/alerts.store.js';
import { BacklogStore } from '../../src/notice/backlog.store.js';
import { ClaimsStore } from '../../src/notice/claims.store.js';
import { MailDelaysStore } from '../../src/notice/mail-delays.store.js';
import { OutboxStore } from '../../src/notice/outbox.store.js';
import { QueuedStore } from '../../src/notice/queued.store.js';
import { WebhookClaims } from '../../src/notice/webhook/webhook-claims.store.js';
import { leavePast } from '../bench/past.js';
import { september, wib } from './city.js';
import { accessOf } from './plans.js';
import { load, Stage } from './stage.js';

const units = 300;
const opening = wib('2025-09-01T08:00');
const reminding = wib('2025-09-05T08:00');

let stage: Stage;
let app: INestApplicationContext;
let waiting = '';

/**
 * A hundred thousand mails that were sent, a fifth of them by an older cycle that still runs, and those of two
 * openings that wait, one of them for its second attempt.
 */
beforeAll(async () => {
  stage = await Stage.open(wib('2025-08-31T07:00'));
  app = await stage.process();
  const query = (statement: string, parameters?: unknown[]) =>
    app.get(DataSource).query<{ id: string }[]>(statement, parameters);
  const city = september(units);
  await load(app, { ...city, plan: { ...city.plan, code: 'agustus' } });
  await load(app, city);
  stage.clock.moveTo(opening);
  for (const { cycle, mails } of [
    { cycle: 'agustus', mails: 20_000 },
    { cycle: 'september', mails: 80_000 },
  ]) {
    await leavePast(query, { cycle, units, mails });
    await app.get(TickService).tick(cycle);
  }
  const [first] = await query(
    `SELECT id FROM mail WHERE state = 'waiting' ORDER BY seq DESC LIMIT 1`,
  );
  waiting = first?.id ?? '';
  await query('UPDATE mail SET attempts = 1, first_attempt_at = planned_at WHERE id = $1', [
    waiting,
  ]);
  await query('ANALYZE');
});

afterAll(() => stage.close());

function part<T>(of: new (...given: never[]) => T): T {
  return app.get<T>(of, { strict: false });
}

/** What grows with every mail; of all else there is as much as a city has units. */
const growing = ['journal', 'mail', 'notice'];
const telling = [
  'journal_of_cycle',
  'journal_number',
  'mail_claimed_by',
  'mail_delayed',
  'mail_waiting',
  'notice_planned_once',
];

async function looked(work: () => Promise<unknown>) {
  const { whole, indexes } = await accessOf(app, work);
  return {
    whole: whole.filter((table) => growing.includes(table)),
    indexes: indexes.filter((index) => telling.includes(index)),
  };
}

describe('a look at the outbox reads what waits, however much was sent', () => {
  const day = { hours: 24 };
  const both = ['mail_claimed_by', 'mail_waiting'];
  const andNotices = [...both, 'notice_planned_once'];

  it.each([
    {
      what: 'for mails to send',
      work: () => part(ClaimsStore).claim({ atMost: 5 }, opening),
      by: andNotices,
    },
    {
      what: 'for mails that a queue is to have',
      work: () => part(QueuedStore).take(opening, { forgottenAfter: day, limit: 5 }),
      by: andNotices,
    },
    {
      what: 'for mails that nobody sends any more',
      work: () => part(ClaimsStore).releaseOrphans(),
      by: ['mail_claimed_by'],
    },
    {
      what: 'for what waits too long',
      work: () => part(AlertsStore).take(opening.add(day)),
      by: both,
    },
    { what: 'for how much waits', work: () => part(BacklogStore).at(opening), by: both },
    {
      what: 'for the next attempt',
      work: () => part(OutboxStore).nextAttempt(),
      by: ['mail_waiting'],
    },
    {
      what: 'for whether anything is being sent',
      work: () => part(OutboxStore).isBusy(opening),
      by: both,
    },
    {
      what: 'for mails that went late',
      work: () => part(MailDelaysStore).latest('september', opening, 20),
      by: ['mail_delayed'],
    },
  ])('$what', async ({ work, by }) => {
    expect(await looked(work)).toEqual({ whole: [], indexes: by });
  });

  it.each([
    {
      what: 'a claim of mails that are named',
      work: (mails: string[]) => part(ClaimsStore).claim({ mails }, opening),
    },
    {
      what: 'a look at mails that a queue has',
      work: (mails: string[]) => part(QueuedStore).mustWait(opening, mails),
    },
    {
      what: 'a release of mails that were claimed',
      work: (mails: string[]) => part(ClaimsStore).release(mails),
    },
  ])('and $what reads no others', async ({ work }) => {
    const { whole, indexes } = await looked(() => work([waiting]));

    expect(whole).toEqual([]);
    expect(indexes).not.toEqual([]);
  });
});

describe('a tick reads no mail that was sent, nor what the journal held before', () => {
  const ofJournal = { whole: [], indexes: ['journal_number'] };

  it('when nothing is due, and this is known', async () => {
    await part(TickService).tickAll();

    expect(await looked(() => part(TickService).tickAll())).toEqual(ofJournal);
  });

  it('when nothing is due, and this is to be found out', async () => {
    expect(await looked(() => part(TickService).tick('september'))).toEqual(ofJournal);
  });

  it('nor what a younger cycle has recorded since', async () => {
    expect(await looked(() => part(TickService).tick('agustus'))).toEqual({
      whole: [],
      indexes: ['journal_number', 'journal_of_cycle'],
    });
  });

  it('nor when it asks what is next', async () => {
    expect(await looked(() => part(Stepper).next())).toEqual({
      whole: [],
      indexes: ['journal_number', 'mail_waiting'],
    });
  });

  it('nor when webhooks are to be told', async () => {
    const work = () => part(WebhookClaims).claim(opening, opening);

    expect((await looked(work)).whole).toEqual([]);
  });

  it('nor when it plans reminders', async () => {
    stage.clock.moveTo(reminding);

    expect(await looked(() => part(TickService).tick('september'))).toEqual({
      whole: [],
      indexes: ['journal_number', 'notice_planned_once'],
    });
  });
});
