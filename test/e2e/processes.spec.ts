import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaughtMail } from '../../src/notice/catcher.js';
import { freePort } from '../../src/platform/embedded/free-port.js';
import { idsOf, linesOf } from '../engine/received.js';
import { untilTrue } from '../engine/until.js';
import { cleanUp, type Program } from './harness.js';
import { Installation } from './installation.js';

/** Over the opening and the first reminder of the example: mails to every unit, twice. */
const threeWeeks = ['week', 'week', 'week'] as const;
const units = 40;
/** How many a process has to its mail server. */
const connections = 5;

const hours = (count: number): number => count * 3600;

let office: Installation;
/** What a single process, without a queue, sends in a month. */
let month: readonly string[];

beforeAll(async () => {
  office = await Installation.open();
  await office.start('all', { REDIS_URL: '' });
  await office.move('month');
  month = await told(office.mail.mails);
  await close();
});

beforeEach(async () => {
  office = await Installation.open();
});

afterEach(close);

async function close(): Promise<void> {
  await cleanUp();
  await office.close();
}

async function webAndWorker(): Promise<[Program, Program]> {
  return Promise.all([office.start('web'), office.start('worker')]);
}

/** What recipients read. The clock goes on while mails are sent: two runs agree on the day, not on the second. */
async function told(mails: readonly CaughtMail[]): Promise<string[]> {
  const lines = await linesOf(mails);
  return lines.map((line) => line.replace(/("at":"[^T]+)T[^"]+/, '$1')).sort();
}

function inThreeWeeks(): string[] {
  return month.filter((line) => line < '{"at":"2025-09-21');
}

/** The Message-IDs of what came, each as often as it came. */
async function received(from = 0): Promise<string[]> {
  return (await idsOf(office.mail.mails.slice(from))).sort();
}

/** Mails that came again, and all of them without those. */
async function repeats() {
  const { mails } = office.mail;
  const ids = await idsOf(mails);
  const isFirst = ids.map((id, index) => ids.indexOf(id) === index);
  return {
    again: ids.filter((_, index) => !isFirst[index]).sort(),
    once: mails.filter((_, index) => isFirst[index]),
  };
}

async function untilReceived(count: number): Promise<void> {
  await untilTrue(`${count} mails`, () => office.mail.mails.length >= count);
}

describe('rule 13: two processes on one database and one queue', () => {
  it.each([
    { one: 'web', other: 'worker' },
    { one: 'all', other: 'all' },
  ] as const)(
    '$one and $other send each mail of a month once, as a single process does',
    async ({ one, other }) => {
      const elsewhere = { PORT: String(await freePort()) };
      await Promise.all([office.start(one), office.start(other, elsewhere)]);

      await office.move('month');

      expect(await received()).toEqual(await office.mailsThatAre('sent'));
      expect(await told(office.mail.mails)).toEqual(month);
    },
  );
});

describe('rule 13: a worker that is killed while it sends', () => {
  it('leaves to the next what is not known to be sent, which goes with the same Message-ID', async () => {
    const [, worker] = await webAndWorker();
    office.mail.hold(units + 10);
    const moved = office.move(...threeWeeks);
    await untilReceived(units + 10 + connections);
    await untilTrue(
      'what was answered to be marked',
      async () => (await office.mailsThatAre('sent')).length === units + 10,
    );
    const inFlight = await received(units + 10);

    await worker.stop('SIGKILL');
    office.mail.goOn();
    await office.start('worker');
    await moved;

    const { again, once } = await repeats();
    expect(again).toEqual(inFlight);
    expect(await told(once)).toEqual(inThreeWeeks());
  });
});

describe('rule 13: a Redis that loses everything', () => {
  it('loses no mail, neither before a worker takes it nor while one sends it', async () => {
    await office.start('web');
    const moved = office.move(...threeWeeks);
    await untilTrue('a job in the queue', async () => (await office.waitingJobs()) > 0);
    await office.loseQueue();

    office.mail.hold(units + 10);
    await office.start('worker');
    // A minute after it was handed over, a mail that nobody took is handed over again.
    await office.moveClockOn(61);
    await untilReceived(units + 10 + connections);
    await office.loseQueue();
    office.mail.goOn();
    await moved;

    expect(await received()).toEqual(await office.mailsThatAre('sent'));
    expect(await told(office.mail.mails)).toEqual(inThreeWeeks());
  });
});

describe('a process that is asked to stop while it sends', () => {
  /** As it is found when the process has ended. */
  async function outcome() {
    return {
      sent: await office.mailsThatAre('sent'),
      claimed: await office.mailsThatAre('claimed'),
    };
  }

  it('sends by itself what it has begun, and ends with status 0', async () => {
    const single = await office.start('all', { REDIS_URL: '' });
    office.mail.slowDown(40);
    await office.moveClockOn(hours(25.5));
    await untilReceived(connections);

    const end = await single.stop('SIGTERM');

    expect(end).toBe(0);
    expect(await outcome()).toEqual({ sent: await received(), claimed: [] });
    // The clock jumped over the opening: the coordinator is told of an outage.
    expect(office.mail.mails.length).toBe(units + 1);
  });

  it('sends what it has taken from the queue, ends with status 0, and the next goes on', async () => {
    const [web, worker] = await webAndWorker();
    office.mail.slowDown(40);
    const moved = office.move(...threeWeeks);
    await untilReceived(units + connections);

    const end = await worker.stop('SIGTERM');
    const atItsEnd = await outcome();
    const sentByIt = await received();
    office.mail.slowDown(0);
    await office.start('worker');
    await moved;

    expect([end, await web.stop('SIGTERM')]).toEqual([0, 0]);
    expect(atItsEnd).toEqual({ sent: sentByIt, claimed: [] });
    expect(sentByIt.length).toBe(2 * units);
    expect(await told(office.mail.mails)).toEqual(inThreeWeeks());
  });
});
