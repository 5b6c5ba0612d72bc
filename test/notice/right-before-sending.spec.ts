import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CycleService } from '../../src/cycle/cycle.service.js';
import type { Command } from '../../src/domain/commands/command.js';
import { september, wib } from '../engine/city.js';
import { load, notices, outbox, Stage } from '../engine/stage.js';
import { engine, fates, opening, settle, told, troubles } from './sending.js';

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open(wib('2025-08-31T07:00'));
});

afterEach(() => stage.close());

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

    expect(await told(stage)).toEqual([
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

    expect((await told(stage)).filter((line) => line.startsWith('a1@'))).toEqual([
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

    expect(await told(stage)).toEqual([
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
