import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { CycleService } from '../../src/cycle/cycle.service.js';
import type { Command } from '../../src/domain/commands/command.js';
import { mailLine } from '../../src/engine/scenario/log.js';
import { TickService } from '../../src/engine/tick.service.js';
import { OutboxStore } from '../../src/notice/outbox.store.js';
import { september, wib } from '../engine/city.js';
import { load, notices, outbox, Stage } from '../engine/stage.js';
import { engine, fates, opening, settle, troubles } from './sending.js';

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open(wib('2025-08-31T07:00'));
});

afterEach(() => stage.close());

async function told() {
  const lines = await Promise.all(stage.mails.map((mail) => mailLine(mail, 'Asia/Jakarta')));
  return lines
    .map(({ to, notices: entries = [] }) => {
      const said = entries.map(({ notice, unit, daysLeft }) => [notice, unit, daysLeft].join(' '));
      return `${to}: ${said.join(', ')}`;
    })
    .sort();
}

async function noticeStates(app: INestApplicationContext): Promise<string[]> {
  return (await notices(app)).map(({ kind, unit, state }) => `${kind} ${unit} ${state}`);
}

/** What people do while the mail server is down; an hour later it is back. */
async function meanwhile(app: INestApplicationContext, command: Command): Promise<void> {
  await app.get(CycleService).perform('september', 'koordinator', command);
  await stage.catcher.set('up');
  stage.clock.moveTo(stage.clock.now().add({ hours: 1 }));
  await settle(app);
}

describe('rule 12: a mail whose only entry is no longer true', () => {
  it.each<{ because: string; command: Command }>([
    {
      because: 'the task is finished',
      command: {
        do: 'finish',
        phase: 'mandiri',
        unit: 'OPD-2',
        assessor: null,
        levels: {},
        findings: [],
        acceptedAt: opening,
        result: null,
      },
    },
    { because: 'the unit is retired', command: { do: 'retireUnit', unit: 'OPD-2' } },
  ])('is not sent: $because', async ({ command }) => {
    const app = await engine(stage, 3);
    await stage.catcher.set('down');
    await settle(app);

    await meanwhile(app, command);

    expect(await told()).toEqual([
      'admin@opd-1.test: opened OPD-1 11',
      'admin@opd-3.test: opened OPD-3 11',
    ]);
    expect(await fates(app)).toEqual([
      'admin@opd-1.test sent 2',
      'admin@opd-2.test superseded 1',
      'admin@opd-3.test sent 2',
    ]);
    expect(await noticeStates(app)).toEqual([
      'opened OPD-1 sent',
      'opened OPD-2 superseded',
      'opened OPD-3 sent',
    ]);
    expect(await troubles(app)).toEqual([]);
  });
});

describe('rule 12: a mail of several entries', () => {
  it('is sent without the one that is no longer true', async () => {
    const app = await stage.process();
    await load(app, september(3));
    stage.clock.moveTo(wib('2025-09-15T08:00'));
    await stage.catcher.set('down');
    await settle(app);

    await meanwhile(app, { do: 'unassign', assessor: 'A1', unit: 'OPD-2' });

    expect((await told()).filter((line) => line.startsWith('a1@'))).toEqual([
      'a1@asesor.test: opened OPD-1 4, opened OPD-3 4',
      'a1@asesor.test: unassigned OPD-2 ',
    ]);
  });
});

describe('rule 12: a mail that has waited', () => {
  it('counts the days that are left when it is sent', async () => {
    const app = await engine(stage, 1);
    await settle(app);
    await stage.catcher.set('down');
    stage.clock.moveTo(wib('2025-09-05T08:00'));
    await settle(app);

    await stage.catcher.set('up');
    stage.clock.moveTo(wib('2025-09-06T00:30'));
    await settle(app);

    expect(await told()).toEqual([
      'admin@opd-1.test: opened OPD-1 11',
      'admin@opd-1.test: reminder OPD-1 6',
    ]);
  });

  it('names the version of the timeline that holds when it is sent, and keeps it', async () => {
    const app = await engine(stage, 2);
    await stage.catcher.set('down');
    await settle(app);
    const before = (await outbox(app)).map(({ version }) => version);

    await meanwhile(app, { do: 'setReminders', phase: 'mandiri', reminders: ['H'] });

    const named = stage.mails.map(
      ({ raw }) => /^X-Siklus-Timeline: (.*)\r$/m.exec(String(raw))?.[1],
    );
    expect([before, named]).toEqual([
      [1, 1],
      ['2', '2'],
    ]);
    expect((await outbox(app)).map(({ version }) => version)).toEqual([2, 2]);
  });
});

describe('rule 10: a deadline that moves twice while no mail server answers', () => {
  const move = async (app: INestApplicationContext, closes: string): Promise<void> => {
    const command: Command = { do: 'reschedule', phase: 'mandiri', opens: null, closes };
    await app.get(CycleService).perform('september', 'koordinator', command);
    await settle(app);
  };
  const dates = async (app: INestApplicationContext) =>
    (await notices(app))
      .filter(({ kind }) => kind === 'rescheduled')
      .map(({ facts, state }) => [facts.oldDate, state]);

  it('is told from the date that people know', async () => {
    const app = await engine(stage, 1);
    await settle(app);
    await stage.catcher.set('down');
    await move(app, '2025-09-15');
    stage.clock.moveTo(wib('2025-09-01T08:10'));
    await move(app, '2025-09-17');
    await stage.catcher.set('up');
    stage.clock.moveTo(wib('2025-09-01T10:00'));
    await settle(app);

    expect(await dates(app)).toEqual([
      ['2025-09-12', 'superseded'],
      ['2025-09-12', 'sent'],
    ]);
    expect(String(stage.mails.at(-1)?.raw)).toContain('Semula  : Jumat, 12 September 2025');
  });

  it('is told from the last one when people know that', async () => {
    const app = await engine(stage, 1);
    await settle(app);
    await move(app, '2025-09-15');
    stage.clock.moveTo(wib('2025-09-01T08:10'));
    await move(app, '2025-09-17');

    expect(await dates(app)).toEqual([
      ['2025-09-12', 'sent'],
      ['2025-09-15', 'sent'],
    ]);
  });
});

describe('rule 20: a mail that cannot be written', () => {
  const badFacts = `facts = '{"oldDeadline": "kemarin", "oldDate": "lusa"}'`;

  async function spoil(app: INestApplicationContext, change: string): Promise<void> {
    await app.get(DataSource).query(`UPDATE notice SET ${change} WHERE unit = 'OPD-2'`);
  }

  it.each([
    { because: 'its facts make no sense', change: badFacts },
    { because: 'its phase is gone', change: `kind = 'cycle-closed', phase = 'x', task = NULL` },
    { because: 'nobody knows its kind', change: `kind = 'salam'` },
  ])('fails alone: $because', async ({ change }) => {
    const app = await engine(stage, 4);
    await app.get(TickService).tickAll();
    const before = await fates(app);
    await spoil(app, change);

    await settle(app);

    expect(before).toEqual([1, 2, 3, 4].map((number) => `admin@opd-${number}.test waiting 0`));
    expect(await fates(app)).toEqual([
      'admin@opd-1.test sent 1',
      'admin@opd-2.test failed 0',
      'admin@opd-3.test sent 1',
      'admin@opd-4.test sent 1',
    ]);
    expect(await troubles(app)).toEqual([
      { what: 'failed', to: 'admin@opd-2.test', why: expect.stringContaining('Error: ') },
    ]);
  });

  it('can be sent again once it is mended', async () => {
    const app = await engine(stage, 2);
    await app.get(TickService).tickAll();
    await spoil(app, badFacts);
    await settle(app);
    await spoil(app, `facts = '{}'`);

    const failed = (await outbox(app)).find(({ state }) => state === 'failed');
    const resent = await app.get(OutboxStore).resend(failed?.id ?? '', 'koordinator');
    await settle(app);

    expect(resent).toBe(true);
    expect(await told()).toEqual([
      'admin@opd-1.test: opened OPD-1 11',
      'admin@opd-2.test: opened OPD-2 11',
    ]);
  });
});
