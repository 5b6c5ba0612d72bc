import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { JournalRow } from '../../src/cycle/journal.entity.js';
import { SimulatedClock } from '../../src/domain/clock.js';
import { Stepper } from '../../src/engine/stepper.js';
import { TickService } from '../../src/engine/tick.service.js';
import { ClaimsStore } from '../../src/notice/claims.store.js';
import { DISPATCHER, type Dispatcher } from '../../src/notice/dispatcher.js';
import { september, wib } from './city.js';
import { idsOf, linesOf } from './received.js';
import { serverAt } from './servers.js';
import { load, notices, outbox, Stage, step } from './stage.js';

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open(wib('2025-08-31T07:00'));
});

afterEach(() => stage.close());

/** What a process does at each beat, several times at once, as no process should. */
function beats(app: INestApplicationContext): Promise<unknown>[] {
  const ticks = app.get(TickService);
  const dispatcher = app.get<Dispatcher>(DISPATCHER);
  return [
    ticks.tickAll(),
    ticks.tickAll().then(() => dispatcher.dispatch()),
    app.get(ClaimsStore).releaseOrphans(),
    dispatcher.dispatch(),
    ticks.tick('september'),
  ];
}

/** One process after the other is too tidy: all at once, and then until nothing is left. */
async function together(apps: readonly INestApplicationContext[]): Promise<void> {
  await Promise.all(apps.flatMap(beats));
  await Promise.all(apps.map((app) => app.get(Stepper).settle()));
}

/** The whole of September with one process, for comparison. */
async function alone(units: number): Promise<string[]> {
  const single = await Stage.open(wib('2025-08-31T07:00'));
  try {
    const app = await single.process();
    await load(app, september(units));
    await app.get(Stepper).settle();
    while (await step(app, single.clock, () => app.get(Stepper).settle()));
    return await linesOf(single.mails);
  } finally {
    await single.close();
  }
}

/** Moves of phases and tasks, each as often as the journal has it. */
async function moves(app: INestApplicationContext): Promise<Map<string, number>> {
  const rows = await app.get(DataSource).manager.find(JournalRow);
  const counts = new Map<string, number>();
  for (const { what, phase, task, from, to } of rows) {
    const key = [what, phase, task, from, to].join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

describe('rule 13: processes that tick and send at once', () => {
  it.each([
    { processes: 2, how: 'by themselves', queued: false },
    { processes: 4, how: 'by themselves', queued: false },
    { processes: 3, how: 'over a queue', queued: true },
  ])('$processes of them send each mail of the month once, $how', async ({ processes, queued }) => {
    const queue = queued ? { redisUrl: serverAt('TEST_REDIS_URL'), queuePrefix: randomUUID() } : {};
    const apps: INestApplicationContext[] = [];
    while (apps.length < processes) apps.push(await stage.process(queue));
    const [first] = apps;
    if (!first) throw new RangeError('no process');
    await load(first, september(12));

    await together(apps);
    while (await step(first, stage.clock, () => together(apps)));

    const mails = await outbox(first);
    const told = (await notices(first)).map(
      ({ address, occurrence }) => `${address} ${occurrence}`,
    );
    expect((await idsOf(stage.mails)).sort()).toEqual(mails.map(({ id }) => id).sort());
    expect(new Set(told).size).toBe(told.length);
    expect(await linesOf(stage.mails)).toEqual(await alone(12));
    expect(new Set((await moves(first)).values())).toEqual(new Set([1]));
  });

  it('agree although each has a clock of its own', async () => {
    const behind = new SimulatedClock(wib('2025-08-31T07:00'));
    const [one, other] = [await stage.process(), await stage.process({}, behind)];
    await load(one, september(5));

    await together([one, other]);
    const live = async (): Promise<void> => {
      behind.moveTo(stage.clock.now().subtract({ minutes: 3 }));
      await together([one, other]);
      behind.moveTo(stage.clock.now());
      await together([one, other]);
    };
    while (await step(one, stage.clock, live));

    expect(new Set(await idsOf(stage.mails)).size).toBe(stage.mails.length);
    expect(stage.mails.length).toBe((await alone(5)).length);
    expect(new Set((await moves(one)).values())).toEqual(new Set([1]));
  });

  it('load a new cycle once', async () => {
    const apps = [await stage.process(), await stage.process()];

    await Promise.all(apps.flatMap((app) => [load(app, september(3)), load(app, september(3))]));
    await together(apps);

    const [app] = apps;
    expect(app && new Set((await moves(app)).values())).toEqual(new Set([1]));
  });
});

describe('rule 13: a clock that is set back an hour', () => {
  it('plans nothing twice, and goes on when it has caught up', async () => {
    const app = await stage.process();
    await load(app, september(3));
    stage.clock.moveTo(wib('2025-09-01T08:00'));
    await app.get(Stepper).settle();
    const before = await outbox(app);

    stage.clock.moveTo(wib('2025-09-01T07:00'));
    await app.get(Stepper).settle();
    await app.get(TickService).tick('september');
    stage.clock.moveTo(wib('2025-09-01T08:30'));
    await app.get(Stepper).settle();
    await app.get(TickService).tick('september');

    expect(await outbox(app)).toEqual(before);
    expect(stage.mails.length).toBe(before.length);
  });
});
