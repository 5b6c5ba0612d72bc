import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Consequences } from '../../src/assessment/changes/consequences.js';
import { wib } from '../engine/city.js';
import { Office } from './office.js';
import { a1, coordinator, dinkes, during, smallCity } from './small-city.js';
import { changingNothing } from './tables.js';

interface Shown {
  readonly consequences: Consequences;
  readonly shown: string;
}

let office: Office;

/** DINKES, DLH and DINSOS assess themselves from the 8th to the 12th of September. */
beforeEach(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.selfAssessment);
});

afterEach(() => office.close());

const preview = (...commands: object[]) =>
  office.done<Shown>(coordinator, 'POST', '/changes/preview', { commands });

const take = (shown: string, ...commands: object[]) =>
  office.ask<{ code?: string }>(coordinator, 'POST', '/changes', { commands, shown });

const reschedule = (phase: string, closes: string) => ({ do: 'reschedule', phase, closes });
const extend = (unit: string, closes: string) => ({
  do: 'extend',
  phase: 'mandiri',
  unit,
  closes,
  reason: 'Gangguan jaringan',
});

/** Whom mails went to since there were so many, and what about. */
function mailedSince(count: number): string[] {
  const { inbox } = office.site;
  return inbox
    .latest(inbox.count - count)
    .map(({ to }) => /<(.*)>/.exec(to)?.[1] ?? to)
    .sort();
}

async function settle(): Promise<void> {
  await office.moveTo(during.selfAssessment);
}

describe('a change of a running cycle', () => {
  it('is shown with its consequences, which then come about', async () => {
    const commands = [extend('DINKES', '2025-09-17'), extend('DLH', '2025-09-18')];
    const { consequences, shown } = await preview(...commands);
    const before = office.site.inbox.count;

    const taken = await take(shown, ...commands);
    await settle();

    expect(taken.status).toBe(200);
    expect(consequences.now.map(({ to }) => to.email).sort()).toEqual(mailedSince(before));
    expect(
      consequences.tasks.map(({ unit, before: then, after }) => [
        unit,
        then?.deadlineDate,
        after?.deadlineDate,
      ]),
    ).toEqual([
      ['DINKES', '2025-09-12', '2025-09-17'],
      ['DLH', '2025-09-12', '2025-09-18'],
    ]);
    expect((await preview(reschedule('laporan', '2025-10-04'))).consequences.tasks).toEqual([]);
  });

  it.each([
    { commands: [reschedule('mandiri', '2025-09-15')], phases: ['mandiri'], mails: 4 },
    {
      commands: [{ do: 'setReminders', phase: 'mandiri', reminders: ['H'] }],
      phases: ['mandiri'],
      mails: 0,
    },
    { commands: [{ do: 'pause' }], phases: [], mails: 0 },
    { commands: [{ do: 'pause' }, { do: 'resume' }], phases: [], mails: 0 },
  ])('$commands is taken as it was shown', async ({ commands, phases, mails }) => {
    const { consequences, shown } = await preview(...commands);
    const before = office.site.inbox.count;

    const { status } = await take(shown, ...commands);
    await settle();

    expect(status).toBe(200);
    expect(consequences.phases.map(({ phase }) => phase)).toEqual(phases);
    expect([consequences.now.length, office.site.inbox.count - before]).toEqual([mails, mails]);
  });

  it('is not taken twice: by then it would do something else', async () => {
    const command = extend('DINKES', '2025-09-17');
    const { shown } = await preview(command);
    await take(shown, command);

    const { status, body } = await changingNothing(office, () => take(shown, command));

    expect([status, body.code]).toEqual([409, 'not_later']);
  });

  it('is not taken with other consequences than were shown', async () => {
    const { shown } = await preview(extend('DINKES', '2025-09-17'));

    const { status, body } = await changingNothing(office, () =>
      take(shown, extend('DINKES', '2025-09-18')),
    );

    expect([status, body.code]).toEqual([409, 'changed_meanwhile']);
  });

  it('is all of it or nothing', async () => {
    const refused = await changingNothing(office, () =>
      office.ask<{ code: string }>(coordinator, 'POST', '/changes/preview', {
        commands: [extend('DINKES', '2025-09-17'), extend('DLH', '2025-09-01')],
      }),
    );

    expect([refused.status, refused.body.code]).toEqual([409, 'not_later']);
  });

  it('is for coordinators: nobody else sees what would come of it', async () => {
    const body = { commands: [{ do: 'pause' }] };
    const shown = '0'.repeat(64);
    for (const by of [dinkes, a1, 'head@dinkes.test']) {
      const [look, act] = await changingNothing(office, () =>
        Promise.all([
          office.ask(by, 'POST', '/changes/preview', body),
          office.ask(by, 'POST', '/changes', { ...body, shown }),
        ]),
      );
      expect([look.status, act.status]).toEqual([403, 403]);
    }
  });
});

describe('a change at an awkward moment', () => {
  const atTheEnd = wib('2025-09-12T23:58');
  const tooLate = wib('2025-09-13T00:01');

  it('shown minutes before a boundary is not taken after it', async () => {
    await office.moveTo(atTheEnd);
    const command = reschedule('mandiri', '2025-09-15');
    const { shown } = await preview(command);
    office.setClock(tooLate);

    const { status, body } = await take(shown, command);

    expect([status, body.code]).toEqual([409, 'already_closed']);
  });

  it('between a missed boundary and the next tick lets the calendar move first', async () => {
    await office.moveTo(atTheEnd);
    office.setClock(tooLate);
    const command = extend('DINKES', '2025-09-17');

    const { consequences, shown } = await preview(command);
    const { status } = await take(shown, command);

    expect(
      consequences.tasks.map(({ unit, before, after }) => [unit, before?.state, after?.state]),
    ).toEqual([['DINKES', 'lapsed', 'in-progress']]);
    expect(status).toBe(200);
  });

  it('goes through although a reminder was sent between the look and the order', async () => {
    const command = { do: 'reschedule', phase: 'laporan', closes: '2025-10-04' };
    const { shown } = await preview(command);
    await office.moveTo(wib('2025-09-11T09:00'));

    const { status } = await take(shown, command);

    expect(status).toBe(200);
  });
});

describe('an order that cannot be read', () => {
  it.each([{ letter: 'x'.repeat(101) }, { letter: 7 }, { reason: 'x'.repeat(2_001) }])(
    'says too much or no text of what it rests on: %#',
    async (basis) => {
      const { status, body } = await office.ask(coordinator, 'POST', '/changes/preview', {
        commands: [{ do: 'pause' }],
        ...basis,
      });

      expect(status).toBe(400);
      expect(JSON.stringify(body)).toContain(Object.keys(basis)[0]);
    },
  );

  it.each([
    [{ do: 'dance' }, /do must be one of/],
    [{ do: 'pause', phase: 'mandiri' }, /phase should not exist/],
    [
      { do: 'extend', phase: 'mandiri', unit: 'DINKES', closes: '2025-02-30', reason: 'x' },
      /closes must be a date/,
    ],
    [{ do: 'extend', phase: 'mandiri', unit: 'DINKES', closes: '2025-09-17' }, /reason/],
    [{ do: 'reschedule', phase: 'mandiri', closes: '17 September' }, /closes must be a date/],
    [{ do: 'setReminders', phase: 'mandiri', reminders: ['H-0'] }, /offset such as H-7/],
    [{ do: 'setReminders', phase: 'mandiri', reminders: ['H', 'H'] }, /unique/],
    ['pause', /commands/],
  ])('%j is told why', async (command, why) => {
    const { status, body } = await office.ask(coordinator, 'POST', '/changes/preview', {
      commands: [command],
    });

    expect(status).toBe(400);
    expect(JSON.stringify(body)).toMatch(why);
  });
});
