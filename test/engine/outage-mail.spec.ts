import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { CycleService } from '../../src/cycle/cycle.service.js';
import type { Blueprint } from '../../src/domain/commands/adopt-blueprint.js';
import { Stepper } from '../../src/engine/stepper.js';
import { TickService } from '../../src/engine/tick.service.js';
import { DISPATCHER, type Dispatcher } from '../../src/notice/dispatcher.js';
import { SmtpTransport } from '../../src/notice/smtp.transport.js';
import { pause, resume } from '../domain/commands.js';
import { person } from '../domain/people.js';
import { selfAssessment, september, wib } from './city.js';
import { idOf } from './received.js';
import { load, notices, outbox, Stage } from './stage.js';

const [first, second, third] = ['satu@kota.test', 'dua@kota.test', 'tiga@kota.test'] as const;

/** Twelve units until the 12th, and two coordinators. */
function city(): Blueprint {
  const { plan, phases, people } = september(12, [selfAssessment]);
  return { plan, phases, people: { ...people, coordinators: [person(first), person(second)] } };
}

let stage: Stage;
let app: INestApplicationContext;

beforeEach(async () => {
  stage = await Stage.open(wib('2025-08-31T07:00'));
  app = await stage.process({ outageMails: true });
  await load(app, city());
});

afterEach(() => stage.close());

async function workAt(...moments: readonly string[]): Promise<void> {
  for (const at of moments) {
    stage.clock.moveTo(wib(at));
    await app.get(Stepper).settle();
  }
}

/** Every instant of the calendar until the reminder of three days before. */
function untilThe9th(): Promise<void> {
  return workAt('2025-09-01T00:00', '2025-09-01T08:00', '2025-09-05T08:00', '2025-09-09T08:00');
}

interface Received {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The mails that tell of an outage, as they were received. */
async function reports(): Promise<Received[]> {
  const all = await Promise.all(
    stage.mails.map(async ({ raw, recipients }) => {
      const { subject = '', text = '', html, headerLines } = await simpleParser(raw);
      const notice = headerLines.find(({ key }) => key === 'x-siklus-notice')?.line ?? '';
      return { to: recipients.join(), subject, text, html: html || '', notice };
    }),
  );
  return all
    .filter(({ notice }) => notice.includes(': outage;'))
    .map(({ to, subject, text, html }) => ({ to, subject, text, html }))
    .sort((a, b) => (a.to < b.to ? -1 : 1));
}

describe('rule 14: after an outage each coordinator gets one mail', () => {
  it('that says from when to when, and what was late, merged and not sent', async () => {
    await untilThe9th();
    await workAt('2025-09-13T09:00');

    const [one, other, ...more] = await reports();

    expect([one?.to, other?.to, more]).toEqual([second, first, []]);
    expect(one?.subject).toBe(
      '[September] Gangguan layanan sejak Kamis, 11 September 2025 pukul 08.00 WIB',
    );
    const text = one?.text.replace(/\s+/g, ' ') ?? '';
    expect(text).toContain(
      'Sejak : Kamis, 11 September 2025 pukul 08.00 WIB Sampai : Sabtu, 13 September 2025 pukul 09.00 WIB',
    );
    expect(text).toContain(
      'Terlambat berpindah status: 1 tahap dan 12 tugas. Surel yang jatuh waktu: 12 digabung ke surel yang lebih baru dan 12 tidak dikirim karena tidak lagi sesuai dengan status tugas.',
    );
    expect(text).toContain(
      '- Penilaian mandiri (Dinas OPD-1): tugas terlewat, seharusnya Sabtu, 13 September 2025 pukul 00.00 WIB',
    );
    expect(text.match(/- dan \d+ lainnya/g)).toEqual([
      '- dan 3 lainnya',
      '- dan 2 lainnya',
      '- dan 2 lainnya',
    ]);
    expect(one?.html).toContain('<b>Yth. Bapak/Ibu');
  });

  it('that counts what went late all the same', async () => {
    await untilThe9th();
    await workAt('2025-09-11T11:30');

    const [one] = await reports();

    expect(one?.text.replace(/\s+/g, ' ')).toContain(
      'Surel yang jatuh waktu: 12 terlambat dikirim.',
    );
    expect(one?.text).not.toContain('berpindah');
  });

  it('whatever number of processes come back at once', async () => {
    await untilThe9th();
    const others = [
      await stage.process({ outageMails: true }),
      await stage.process({ outageMails: true }),
    ];
    stage.clock.moveTo(wib('2025-09-13T09:00'));

    await Promise.all(
      [app, ...others].flatMap((each) => [
        each.get(TickService).tickAll(),
        each.get(TickService).tick('september'),
        each.get<Dispatcher>(DISPATCHER).dispatch(),
      ]),
    );
    await app.get(Stepper).settle();

    expect((await reports()).map(({ to }) => to)).toEqual([second, first]);
  });

  it('again after the next one, and no sooner', async () => {
    await untilThe9th();
    await workAt('2025-09-11T11:30', '2025-09-12T08:00', '2025-09-13T00:00');
    expect(await reports()).toHaveLength(2);

    await workAt('2025-09-15T12:00');

    expect(await reports()).toHaveLength(4);
  });

  it.each([
    { because: 'nothing fell due', at: ['2025-09-10T09:00'] },
    { because: 'a quarter of an hour is a restart', at: ['2025-09-11T08:15'] },
  ])('and none at $at: $because', async ({ at }) => {
    await untilThe9th();

    await workAt(...at);

    expect(await reports()).toEqual([]);
  });

  it('and none after a pause', async () => {
    await untilThe9th();
    await app.get(CycleService).perform('september', 'kota', pause);
    await workAt('2025-09-13T09:00');
    await app.get(CycleService).perform('september', 'kota', resume);

    await workAt('2025-09-13T09:01');

    expect(await reports()).toEqual([]);
  });

  it('and none in a scenario, whose log the contract fixes', async () => {
    const scenario = await stage.process({ outageMails: false });
    await untilThe9th();
    stage.clock.moveTo(wib('2025-09-13T09:00'));

    await scenario.get(Stepper).settle();

    expect(await reports()).toEqual([]);
  });
});

describe('rule 20: the mail of an outage', () => {
  it('is tried again as any other, and is the same mail', async () => {
    await untilThe9th();
    await stage.catcher.set('down');
    app.get(SmtpTransport).reconnect();
    await workAt('2025-09-13T09:00');
    await stage.catcher.set('up');

    await workAt('2025-09-13T09:01');

    const planned = (await notices(app)).filter(({ kind }) => kind === 'outage');
    const mails = (await outbox(app)).filter(({ id }) => planned.some(({ mail }) => mail === id));
    expect(mails.map(({ state, attempts }) => [state, attempts])).toEqual([
      ['sent', 2],
      ['sent', 2],
    ]);
    const received = await Promise.all(stage.mails.slice(-2).map(idOf));
    expect(received.sort()).toEqual(mails.map(({ id }) => id).sort());
  });
});

describe('rule 12: who coordinates in the meantime', () => {
  const replace = (): Promise<unknown> =>
    app.get(CycleService).perform('september', 'kota', {
      do: 'replaceCoordinators',
      coordinators: [person(first), person(third)],
    });

  it('gets the mail when the system comes back', async () => {
    await untilThe9th();
    stage.clock.moveTo(wib('2025-09-12T10:00'));
    await replace();

    await workAt('2025-09-13T09:00');

    expect((await reports()).map(({ to }) => to)).toEqual([first, third]);
  });

  it('is not written to any more when they left while the mail waited', async () => {
    await untilThe9th();
    await stage.catcher.set('down');
    app.get(SmtpTransport).reconnect();
    await workAt('2025-09-13T09:00');
    await replace();
    await stage.catcher.set('up');

    await workAt('2025-09-13T09:01');

    expect((await reports()).map(({ to }) => to)).toEqual([first]);
  });
});
