import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { TickService } from '../../src/engine/tick.service.js';
import { OutboxStore } from '../../src/notice/outbox.store.js';
import { wib } from '../engine/city.js';
import { outbox, Stage } from '../engine/stage.js';
import { engine, fates, next, settle, told, troubles } from './sending.js';

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open(wib('2025-08-31T07:00'));
});

afterEach(() => stage.close());

describe('rule 20: a mail that cannot be written', () => {
  const badFacts = `facts = '{"oldDeadline": "kemarin", "oldDate": "lusa"}'`;

  async function spoil(app: INestApplicationContext, change: string): Promise<void> {
    await app.get(DataSource).query(`UPDATE notice SET ${change} WHERE unit = 'OPD-2'`);
  }

  async function untilFailed(app: INestApplicationContext): Promise<void> {
    await settle(app);
    while ((await outbox(app)).some(({ state }) => state === 'waiting')) await next(app, stage);
  }

  it.each([
    { because: 'its facts make no sense', change: badFacts },
    { because: 'its phase is gone', change: `kind = 'cycle-closed', phase = 'x', task = NULL` },
    { because: 'nobody knows its kind', change: `kind = 'salam'` },
    { because: 'nobody can look up what it speaks of', change: `recipient = 'null'` },
  ])('delays no other, and is shown when it fails after a day: $because', async ({ change }) => {
    const app = await engine(stage, 4);
    await app.get(TickService).tickAll();
    const before = await fates(app);
    await spoil(app, change);

    await settle(app);
    const first = await fates(app);
    await untilFailed(app);

    expect(before).toEqual([1, 2, 3, 4].map((number) => `admin@opd-${number}.test waiting 0`));
    expect(first).toEqual([
      'admin@opd-1.test sent 1',
      'admin@opd-2.test waiting 1',
      'admin@opd-3.test sent 1',
      'admin@opd-4.test sent 1',
    ]);
    expect(await troubles(app)).toEqual([
      { what: 'failed', to: 'admin@opd-2.test', why: expect.stringContaining('Error') },
    ]);
  });

  it('goes by itself once it is mended', async () => {
    const app = await engine(stage, 2);
    await app.get(TickService).tickAll();
    await spoil(app, badFacts);
    await settle(app);
    await spoil(app, `facts = '{}'`);
    await next(app, stage);

    expect(await told(stage)).toEqual([
      'admin@opd-1.test: opened OPD-1 11',
      'admin@opd-2.test: opened OPD-2 11',
    ]);
  });

  it('can be sent again once it is mended after it failed', async () => {
    const app = await engine(stage, 2);
    await app.get(TickService).tickAll();
    await spoil(app, badFacts);
    await untilFailed(app);
    await spoil(app, `facts = '{}'`);

    const failed = (await outbox(app)).find(({ state }) => state === 'failed');
    const resent = await app.get(OutboxStore).resend(failed?.id ?? '', 'koordinator');
    await settle(app);

    expect(resent).toBe(true);
    expect(await told(stage)).toEqual([
      'admin@opd-1.test: opened OPD-1 11',
      'admin@opd-2.test: opened OPD-2 10',
    ]);
  });
});
