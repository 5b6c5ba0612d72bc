import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { CycleService } from '../../src/cycle/cycle.service.js';
import { JournalRow } from '../../src/cycle/journal.entity.js';
import { OutboxStore } from '../../src/notice/outbox.store.js';
import { wib } from '../engine/city.js';
import { idsOf } from '../engine/received.js';
import { outbox, Stage } from '../engine/stage.js';
import { engineAtEscalation, escalation, fates, settle, troubles } from './sending.js';

const admin = 'admin@opd-1.test';
const head = 'head@opd-1.test';

let stage: Stage;
let app: INestApplicationContext;

/** One mail is due, to the admin of a unit with its head as cc. */
beforeEach(async () => {
  stage = await Stage.open(wib('2025-08-31T07:00'));
  app = await engineAtEscalation(stage, 1);
});

afterEach(() => stage.close());

async function idOfMail(): Promise<string> {
  const [mail] = await outbox(app);
  if (!mail) throw new RangeError('no mail');
  return mail.id;
}

async function resend(): Promise<boolean> {
  return app.get(OutboxStore).resend(await idOfMail(), 'koordinator');
}

function receivers(): (readonly string[])[] {
  return stage.mails.map(({ recipients }) => recipients);
}

describe('rule 20: a mail that staff sends again', () => {
  it.each([
    { missed: [head], first: [[admin]] },
    { missed: [admin], first: [[head]] },
    { missed: [admin, head], first: [] },
  ])('goes only to whom it had not reached: $missed', async ({ missed, first }) => {
    await stage.catcher.set({ reject: missed });
    await settle(app);
    await stage.catcher.set('up');
    stage.clock.moveTo(escalation.add({ hours: 48 }));

    const again = await resend();
    await settle(app);

    expect(again).toBe(true);
    expect(receivers()).toEqual([...first, missed]);
    expect(new Set(await idsOf(stage.mails))).toEqual(new Set([await idOfMail()]));
    expect(await fates(app)).toEqual([`${admin} sent 1`]);
  });

  it('goes to all when the server was down for a day', async () => {
    await stage.catcher.set('down');
    await settle(app);
    stage.clock.moveTo(escalation.add({ hours: 25 }));
    await settle(app);
    const before = await fates(app);
    await stage.catcher.set('up');

    await resend();
    await settle(app);

    expect(before).toEqual([`${admin} failed 2`]);
    expect(receivers()).toEqual([[admin, head]]);
  });

  it('has another day to arrive', async () => {
    await stage.catcher.set({ reject: [admin, head] });
    await settle(app);
    stage.clock.moveTo(escalation.add({ hours: 48 }));
    await stage.catcher.set('down');

    await resend();
    await settle(app);

    expect((await outbox(app)).map(({ state, nextAttemptAt }) => [state, nextAttemptAt])).toEqual([
      ['waiting', escalation.add({ hours: 48, minutes: 1 })],
    ]);
  });

  it('is shown again when it is refused again', async () => {
    await stage.catcher.set({ reject: [head] });
    await settle(app);

    await resend();
    await settle(app);

    expect((await troubles(app)).map(({ what, to }) => [what, to])).toEqual([
      ['bounced', head],
      ['bounced', head],
    ]);
    expect((await app.get(OutboxStore).troubles()).map(({ missed }) => missed)).toEqual([[head]]);
  });

  it('is recorded with who did it', async () => {
    await stage.catcher.set({ reject: [head] });
    await settle(app);

    await resend();

    const entries = await app.get(DataSource).manager.findBy(JournalRow, { what: 'resent' });
    expect(entries.map(({ who, due, recorded, facts }) => ({ who, due, recorded, facts }))).toEqual(
      [
        {
          who: 'koordinator',
          due: escalation,
          recorded: escalation,
          facts: { mail: await idOfMail() },
        },
      ],
    );
  });

  it('is not sent when it is no longer true', async () => {
    await stage.catcher.set({ reject: [head] });
    await settle(app);
    await stage.catcher.set('up');
    const late = { do: 'extend', phase: 'mandiri', unit: 'OPD-1', closes: '2025-09-30' } as const;
    await app.get(CycleService).perform('september', 'koordinator', { ...late, reason: 'banjir' });

    await resend();
    await settle(app);

    expect((await fates(app))[0]).toBe(`${admin} superseded 0`);
    expect(receivers().flat()).not.toContain(head);
  });

  it('goes once when two of them ask at the same time', async () => {
    await stage.catcher.set({ reject: [head] });
    await settle(app);
    await stage.catcher.set('up');

    const again = await Promise.all([resend(), resend()]);
    await settle(app);

    expect(again.sort()).toEqual([false, true]);
    expect(receivers()).toEqual([[admin], [head]]);
  });
});

describe('rule 20: nothing is sent again', () => {
  it('when everybody has it', async () => {
    await settle(app);

    const again = await resend();
    await settle(app);

    expect([again, receivers()]).toEqual([false, [[admin, head]]]);
  });

  it('when it is still being tried', async () => {
    await stage.catcher.set('down');
    await settle(app);

    expect(await resend()).toBe(false);
    expect(await fates(app)).toEqual([`${admin} waiting 1`]);
  });

  it.each(['', 'x', '00000000-0000-0000-0000-000000000000'])(
    'when there is no such mail: "%s"',
    async (id) => {
      expect(await app.get(OutboxStore).resend(id, 'koordinator')).toBe(false);
    },
  );
});
