import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { DataSource } from 'typeorm';
import { TickService } from '../../src/engine/tick.service.js';
import { AlertService } from '../../src/notice/alert.service.js';
import { selfAssessment, september, wib } from '../engine/city.js';
import { load, Stage } from '../engine/stage.js';
import { opening, settle } from './sending.js';

let stage: Stage;
let app: INestApplicationContext;

/** Three mails that no worker has taken for an hour and more. */
beforeEach(async () => {
  stage = await Stage.open(wib('2025-08-31T07:00'));
  app = await stage.process({ outageMails: true });
  await load(app, september(3, [selfAssessment]));
  stage.clock.moveTo(wib('2025-09-01T00:00'));
  await app.get(TickService).tickAll();
  stage.clock.moveTo(opening);
  await app.get(TickService).tickAll();
  stage.clock.moveTo(opening.add({ minutes: 61 }));
});

afterEach(() => stage.close());

function look(from = app): Promise<void> {
  return from.get(AlertService).look();
}

/** As time does between two looks. */
async function aMinuteLater(): Promise<void> {
  await app
    .get(DataSource)
    .query(`UPDATE mail_alert SET looked_at = looked_at - interval '61 seconds'`);
}

async function told(): Promise<string[]> {
  await aMinuteLater();
  await look();
  const mails = await Promise.all(stage.mails.map(({ raw }) => simpleParser(raw)));
  return mails.map(({ subject = '' }) => subject).filter((subject) => subject.includes('tertahan'));
}

describe('mails that wait for more than an hour', () => {
  it('are told to the coordinators at the second look, and once', async () => {
    await look();
    const first = stage.mails.length;
    const second = await told();
    const third = await told();
    const [mail] = stage.mails;
    const { text: wrapped = '', to } = await simpleParser(mail?.raw ?? '');
    const text = wrapped.replace(/\s+/g, ' ');

    expect(first).toBe(0);
    expect([second, third]).toEqual([
      ['3 surel Siklus tertahan lebih dari satu jam'],
      ['3 surel Siklus tertahan lebih dari satu jam'],
    ]);
    expect([to].flat()[0]?.text).toContain('@');
    expect(text).toContain(
      'Yang paling lama menunggu sejak Senin, 1 September 2025 pukul 08.00 WIB.',
    );
    expect(text).toContain('antrean atau proses pekerja mungkin berhenti');
  });

  it('are told by one process only', async () => {
    const other = await stage.process({ outageMails: true });
    await look();
    await aMinuteLater();
    await Promise.all([look(), look(other), look()]);

    expect(stage.mails.length).toBe(1);
  });

  it('are told again by and by when no coordinator could be reached', async () => {
    await look();
    await stage.catcher.set('down');
    await aMinuteLater();
    await look();
    await stage.catcher.set('up');

    expect(await told()).toHaveLength(1);
  });

  it('are no longer told of when they are sent, and told of again when others wait', async () => {
    await look();
    await settle(app);
    const sent = stage.mails.length;
    const after = await told();
    stage.clock.moveTo(wib('2025-09-05T08:00'));
    await app.get(TickService).tickAll();
    stage.clock.moveTo(wib('2025-09-05T09:01'));
    await look();

    expect([sent, after]).toEqual([3, []]);
    expect(await told()).toHaveLength(1);
  });

  it('are not told of before that, nor while their cycle is paused', async () => {
    stage.clock.moveTo(opening.add({ minutes: 61 }));
    await app.get(DataSource).query(`UPDATE cycle SET state = 'paused'`);
    await look();

    expect(await told()).toEqual([]);
    await app.get(DataSource).query(`UPDATE cycle SET state = 'active'`);
    await app
      .get(DataSource)
      .query(`UPDATE mail SET planned_at = planned_at + interval '2 minutes'`);
    await look();
    expect(await told()).toEqual([]);
  });
});
