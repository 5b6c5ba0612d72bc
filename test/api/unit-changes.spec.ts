import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { Consequences } from '../../src/assessment/changes/consequences.js';
import { Office } from './office.js';
import { coordinator, during, smallCity } from './small-city.js';
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

const head = { name: 'Kepala DISHUB', email: 'kepala@dishub.test' };
const admins = [{ name: 'Admin DISHUB', email: 'admin@dishub.test' }];
const dishub = { code: 'DISHUB', name: 'Dinas Perhubungan', head, admins };
const added = (unit: object = dishub) => ({ do: 'addUnit', unit });
const retired = { do: 'retireUnit', unit: 'DLH' };
const basis = { reason: 'SOTK baru', letter: '061/12/2025' };

const preview = (...commands: object[]) =>
  office.done<Shown>(coordinator, 'POST', '/changes/preview', { commands, ...basis });

const take = (shown: string, ...commands: object[]) =>
  office.ask<{ code?: string }>(coordinator, 'POST', '/changes', { commands, ...basis, shown });

function journalOf(what: string): Promise<unknown[]> {
  return office.site.app
    .get(DataSource)
    .query(`SELECT what, unit, why, facts->>'letter' AS letter FROM journal WHERE what = $1`, [
      what,
    ]);
}

describe('rule 9: a unit that comes while a phase is open', () => {
  it('is shown with its task and its mails, which then come about', async () => {
    const { consequences, shown } = await preview(added());
    const { inbox } = office.site;
    const before = inbox.count;

    const { status } = await take(shown, added());
    await office.moveTo(during.selfAssessment);

    expect(status).toBe(200);
    expect(consequences.units).toEqual([
      { unit: 'DISHUB', before: null, after: { name: 'Dinas Perhubungan', retired: false } },
    ]);
    expect(consequences.tasks.map(({ phase, unit, after }) => [phase, unit, after?.state])).toEqual(
      [['mandiri', 'DISHUB', 'todo']],
    );
    expect(consequences.now.map(({ to }) => to.email)).toEqual(['admin@dishub.test']);
    expect(consequences.come.every(({ unit }) => unit === 'DISHUB')).toBe(true);
    expect(inbox.latest(inbox.count - before).map(({ to }) => to)).toEqual([
      expect.stringContaining('admin@dishub.test'),
    ]);
    expect(await journalOf('unit-added')).toEqual([
      { what: 'unit-added', unit: 'DISHUB', why: 'SOTK baru', letter: '061/12/2025' },
    ]);
  });

  it.each([
    [{ ...dishub, admins: [] }],
    [{ ...dishub, admins: [...admins, { name: 'X', email: 'ADMIN@dishub.test' }] }],
    [{ ...dishub, admins: [null] }],
    [{ ...dishub, admins: [{ name: 'X', email: 'x' }] }],
    [{ ...dishub, code: 'DIS HUB' }],
    [{ ...dishub, name: 'a\u202eb' }],
    [{ ...dishub, head: { name: 'Kepala' } }],
    [{ ...dishub, retired: true }],
    [null],
    ['DISHUB'],
  ])('is what a file of people could hold: %j is not', async (unit) => {
    const commands = [{ do: 'addUnit', unit }];
    const { status } = await changingNothing(office, () =>
      office.ask(coordinator, 'POST', '/changes/preview', { commands }),
    );

    expect(status).toBe(400);
  });

  it('needs no head, and is nobody who is there already', async () => {
    const { code, name } = dishub;
    const { consequences } = await preview(added({ code, name, admins }));
    const twice = await office.ask<{ code: string }>(coordinator, 'POST', '/changes/preview', {
      commands: [added({ ...dishub, code: 'DLH' })],
    });

    expect(consequences.units.map(({ unit }) => unit)).toEqual(['DISHUB']);
    expect([twice.status, twice.body.code]).toEqual([409, 'duplicate_unit']);
  });
});

describe('rule 8: a unit that retires', () => {
  it('is shown with what is cancelled and no longer sent, which then is so', async () => {
    const { consequences, shown } = await preview(retired);

    const { status } = await take(shown, retired);

    const again = await office.ask<{ code: string }>(coordinator, 'POST', '/changes/preview', {
      commands: [retired],
    });
    expect(status).toBe(200);
    expect(consequences.units.map(({ unit, after }) => [unit, after?.retired])).toEqual([
      ['DLH', true],
    ]);
    expect(consequences.tasks.map(({ unit, after }) => [unit, after?.state])).toContainEqual([
      'DLH',
      'cancelled',
    ]);
    expect(consequences.gone.length).toBeGreaterThan(0);
    expect(consequences.come).toEqual([]);
    expect(await journalOf('unit-retired')).toEqual([
      { what: 'unit-retired', unit: 'DLH', why: 'SOTK baru', letter: '061/12/2025' },
    ]);
    expect([again.status, again.body.code]).toEqual([404, 'unknown_unit']);
  });
});
