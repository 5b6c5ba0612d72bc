import 'reflect-metadata';
import { afterEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { TickService } from '../../src/engine/tick.service.js';
import { september, wib } from './city.js';
import { load, Stage } from './stage.js';

let stage: Stage;

afterEach(() => stage.close());

/** Rows of the outbox that were read by going through all of it; known once a session has ended. */
async function readInFull(): Promise<number> {
  const app = await stage.process();
  const [row] = await app
    .get(DataSource)
    .query<{ rows: string }[]>(
      `SELECT seq_tup_read AS rows FROM pg_stat_user_tables WHERE relname = 'mail'`,
    );
  await app.close();
  return Number(row?.rows);
}

describe('a first small cycle, and then a large one', () => {
  it('look up what each notice refers to by its key, not in the whole outbox', async () => {
    stage = await Stage.open(wib('2025-08-31T07:00'));
    const app = await stage.process();
    const [small, large] = [september(12), september(600)];
    await load(app, small);
    await load(app, { ...large, plan: { ...large.plan, code: 'besar' } });
    stage.clock.moveTo(wib('2025-09-01T08:00'));

    await app.get(TickService).tick('september');
    await app.get(TickService).tick('besar');
    await app.close();

    // Each of 600 notices would go through 12 to 612 mails.
    expect(await readInFull()).toBeLessThan(600 * 12);
  });
});
