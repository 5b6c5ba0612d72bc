import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { afterEach, describe, expect, it } from '@jest/globals';
import { TickService } from '../../src/engine/tick.service.js';
import { DeliveryService } from '../../src/notice/delivery.service.js';
import { connections } from '../../src/notice/smtp.transport.js';
import { september, wib } from './city.js';
import { load, notices, outbox, Stage } from './stage.js';
import { statementsOf } from './statements.js';

const stages: Stage[] = [];

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

const opening = '2025-09-01T08:00';

/** A process that has ticked at each of these instants, and what the last tick said to the database. */
async function ticked(units: number, ...instants: readonly string[]) {
  const stage = await Stage.open(wib('2025-08-31T07:00'));
  stages.push(stage);
  const app = await stage.process();
  await load(app, september(units));
  let statements: string[] = [];
  for (const at of instants) {
    stage.clock.moveTo(wib(at));
    statements = await statementsOf(app, () => app.get(TickService).tick('september'));
  }
  return { app, statements };
}

async function countOfNotices({ app }: { app: INestApplicationContext }): Promise<number> {
  return (await notices(app)).length;
}

describe('rules 6, 8 and 10: a tick', () => {
  it.each([
    { what: 'opens a phase', at: [opening], planned: [5, 400] },
    { what: 'plans reminders', at: [opening, '2025-09-05T08:00'], planned: [10, 800] },
    { what: 'closes a phase', at: [opening, '2025-09-13T00:00'], planned: [5, 400] },
    {
      what: 'opens a review and plans overdue notices',
      at: [opening, '2025-09-15T08:00'],
      planned: [16, 1201],
    },
  ])('that $what says the same for 400 units as for 5', async ({ at, planned }) => {
    const few = await ticked(5, ...at);
    const many = await ticked(400, ...at);

    expect([await countOfNotices(few), await countOfNotices(many)]).toEqual(planned);
    expect(few.statements.length).toBeGreaterThan(0);
    expect(many.statements).toEqual(few.statements);
  });
});

describe('rule 13: a batch of mails', () => {
  async function delivered(units: number) {
    const { app } = await ticked(units, opening);
    const deliver = () => app.get(DeliveryService, { strict: false }).deliver({ atMost: units });
    const statements = await statementsOf(app, deliver);
    const sent = (await outbox(app)).filter(({ state }) => state === 'sent').length;
    const looks = statements.filter((each) => each.includes('FROM journal_head')).length;
    // What was answered is marked every few milliseconds: how often that is follows the time, not the mails.
    const marks = statements.filter((each) => each.includes('UPDATE ONLY mail m SET')).length;
    return { others: statements.length - looks - marks, looks, marks, sent };
  }

  it('needs as many statements for 50 mails as for 5, beside at most a look before each that waits for a connection, and marks', async () => {
    const few = await delivered(5);
    const many = await delivered(50);

    expect([few.sent, many.sent]).toEqual([5, 50]);
    expect(few.others).toBeGreaterThan(0);
    expect(many.others).toBe(few.others);
    expect(few.marks).toBeGreaterThan(0);
    expect(many.marks).toBeLessThan(50);
    expect(few.looks).toBe(1);
    expect(many.looks).toBeLessThanOrEqual(1 + 50 - connections);
  });
});
