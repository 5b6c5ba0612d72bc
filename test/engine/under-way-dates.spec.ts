import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Stepper } from '../../src/engine/stepper.js';
import { TickService } from '../../src/engine/tick.service.js';
import { DISPATCHER, type Dispatcher } from '../../src/notice/dispatcher.js';
import { reschedule, retireUnit } from '../domain/commands.js';
import type { Standing } from './awkward.js';
import { openAt } from './awkward.js';
import { selfAssessment, september, wib } from './city.js';
import { notices, outbox } from './stage.js';
import { untilTrue } from './until.js';

let standing: Standing;

/** Units that were told on the 1st that they have until Friday the 12th. */
async function cityOf(units: number, ready: string): Promise<void> {
  const blueprint = september(units, [{ ...selfAssessment, reminders: [] }]);
  standing = await openAt({ blueprint, ready, boundary: ready });
}

afterEach(async () => {
  standing.stage.answers.release();
  await standing.close();
});

/** As people and a tick do, whatever the mail server is at. */
async function closingMovesTo(closes: string): Promise<void> {
  await standing.attempt(reschedule('mandiri', { closes }));
  await standing.app.get(TickService).tickAll();
}

/** @returns the delivery, which does not end before the server answers */
async function underWay(count: number): Promise<Promise<void>[]> {
  const { stage, app } = standing;
  stage.answers.hold();
  const before = stage.mails.length;
  const sending = app.get<Dispatcher>(DISPATCHER).dispatch();
  await untilTrue('mails to be under way', () => stage.mails.length === before + count);
  return [sending];
}

async function settled(sending: readonly Promise<void>[]): Promise<void> {
  await Promise.all(sending);
  await standing.app.get(Stepper).settle();
}

/** The old date that each speaks of, and what became of it. */
async function told(): Promise<string[]> {
  return (await notices(standing.app))
    .filter(({ kind }) => kind === 'rescheduled')
    .map(({ facts, state }) => `from ${facts.oldDate} ${state}`);
}

/** What the reader of the last mail finds there, and in the one before it. */
function read(): (string | undefined)[] {
  return standing.stage.mails.map(
    ({ raw }) => /^Semula *: [a-z]+, (\d+ \w+)/im.exec(String(raw))?.[1],
  );
}

describe('rule 10: a closing that moves again while the mail of its first move is under way', () => {
  let sending: Promise<void>[];

  beforeEach(async () => {
    await cityOf(1, '2025-09-01T08:00');
    await closingMovesTo('2025-09-19');
    sending = await underWay(1);
  });

  it('is told from the date that its reader is being told', async () => {
    await closingMovesTo('2025-09-26');
    standing.stage.answers.release();
    await settled(sending);

    expect(await told()).toEqual(['from 2025-09-12 sent', 'from 2025-09-19 sent']);
    expect(read()).toEqual([undefined, '12 September', '19 September']);
  });

  it('is told although it comes back', async () => {
    await closingMovesTo('2025-09-12');
    standing.stage.answers.release();
    await settled(sending);

    expect(await told()).toEqual(['from 2025-09-12 sent', 'from 2025-09-19 sent']);
  });

  it('is told from the date before it when the server does not take the first mail after all', async () => {
    await closingMovesTo('2025-09-26');
    standing.stage.answers.refuse();
    await settled(sending);
    standing.stage.clock.moveTo(wib('2025-09-01T08:05'));
    await settled([]);

    expect(await told()).toEqual(['from 2025-09-12 superseded', 'from 2025-09-12 sent']);
    expect(read()).toEqual([undefined, '12 September', '12 September']);
  });

  it('is not told by another process before the first mail is settled', async () => {
    const other = await standing.stage.process();
    await closingMovesTo('2025-09-26');
    await other.get<Dispatcher>(DISPATCHER).dispatch();

    const meanwhile = (await outbox(other)).map(({ state }) => state);
    standing.stage.answers.release();
    await settled(sending);

    expect(meanwhile).toEqual(['sent', 'claimed', 'waiting']);
    expect(await told()).toEqual(['from 2025-09-12 sent', 'from 2025-09-19 sent']);
  });
});

describe('rule 12: mails of a batch that wait for a connection to the server', () => {
  it('are dropped when they are no longer true by then', async () => {
    await cityOf(8, '2025-09-01T07:00');
    standing.stage.clock.moveTo(wib('2025-09-01T08:00'));
    await standing.app.get(TickService).tickAll();
    const sending = await underWay(5);

    await standing.attempt(retireUnit('OPD-2'));
    await standing.attempt(retireUnit('OPD-8'));
    standing.stage.answers.release();
    await settled(sending);

    const fates = (await notices(standing.app)).map(({ unit, state }) => `${unit} ${state}`);
    expect(fates).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7].map((each) => `OPD-${each} sent`),
      'OPD-8 superseded',
    ]);
  });
});
