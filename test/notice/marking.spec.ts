import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TickService } from '../../src/engine/tick.service.js';
import { DISPATCHER, type Dispatcher } from '../../src/notice/dispatcher.js';
import { wib } from '../engine/city.js';
import { idsOf } from '../engine/received.js';
import { outbox, Stage } from '../engine/stage.js';
import { engine, fates, settle } from './sending.js';

let stage: Stage;
let app: INestApplicationContext;

beforeEach(async () => {
  stage = await Stage.open(wib('2025-08-31T07:00'));
  app = await engine(stage, 4);
});

afterEach(() => stage.close());

/** The database refuses to mark mails, as a full disk does. A sequence counts on when a transaction does not. */
async function refusing(when: string): Promise<void> {
  await app.get(DataSource).query(`
    CREATE SEQUENCE refusals;
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF ${when} THEN RAISE EXCEPTION 'the disk is full' USING ERRCODE = '53100'; END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER refuse BEFORE UPDATE ON mail FOR EACH ROW WHEN (NEW.state = 'sent')
      EXECUTE FUNCTION refuse()`);
}

/** To whom it was sent, as often as it was. */
async function sent(): Promise<string[]> {
  return (await idsOf(stage.mails)).sort();
}

async function planned(): Promise<string[]> {
  return (await outbox(app)).map(({ id }) => id).sort();
}

describe('rule 13: mails that were sent', () => {
  it('are marked by and by when a database refuses for a while, and are not sent again', async () => {
    await refusing("nextval('refusals') <= 4");

    await settle(app);

    expect(await sent()).toEqual(await planned());
    expect((await outbox(app)).map(({ state }) => state)).toEqual(Array(4).fill('sent'));
  });

  it('are marked although one of them cannot be', async () => {
    await refusing("NEW.\"to\"->>'email' = 'admin@opd-2.test'");

    await app.get(TickService).tickAll();
    await app.get<Dispatcher>(DISPATCHER).dispatch();

    expect(await sent()).toEqual(await planned());
    expect((await fates(app)).sort()).toEqual([
      'admin@opd-1.test sent 1',
      'admin@opd-2.test claimed 0',
      'admin@opd-3.test sent 1',
      'admin@opd-4.test sent 1',
    ]);
  });
});
