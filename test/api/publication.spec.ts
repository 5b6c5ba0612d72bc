import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { FrozenResult } from '../../src/assessment/frozen-result.js';
import { CycleService } from '../../src/cycle/cycle.service.js';
import { extend } from '../domain/commands.js';
import { notices } from '../engine/stage.js';
import { Office } from './office.js';
import { a1, a2, coordinator, dinkes, dinsos, during, smallCity } from './small-city.js';
import { changingNothing } from './tables.js';
import { accepted, finish, judge, lead, sheet, submit, words, type Refused } from './work.js';

let office: Office;
let evidence: string;

/** DINKES verified at 3 and 2, DINSOS not reviewed at all. */
beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 11: 'DINKES', 5: 'DINSOS' });
  await office.moveTo(during.selfAssessment);
  await submit(office, 'DINKES', { 1: 4, 11: 2 });
  await submit(office, 'DINSOS', { 5: 2 });
  evidence = (await sheet(office, dinkes, 1)).evidence[0]?.id ?? '';
  await office.moveTo(during.review);
  await judge(office, { by: a1, unit: 'DINKES', no: 1, level: 3 });
  await judge(office, { by: a1, unit: 'DINKES', no: 11, level: 2 });
  await office.done(a1, 'POST', '/finish', { phase: 'dokumen', unit: 'DINKES' });
  await office.moveTo(during.report);
});

afterAll(() => office.close());

interface Published {
  readonly frozen: FrozenResult;
  readonly publishedBy: string;
  readonly holds: boolean;
  readonly checks: object;
}

const result = async (email = dinkes) =>
  (await office.done<{ result: Published | null }>(email, 'GET', '/result')).result;

const figures = () => office.done<FrozenResult['figures']>(dinkes, 'GET', '/figures');

describe('a result', () => {
  it('is not there before it is published, and only a coordinator publishes it', async () => {
    const statuses = await changingNothing(office, () =>
      Promise.all([dinkes, a1, 'head@dinkes.test'].map((by) => finish(office, by, 'laporan'))),
    );

    expect(statuses.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(await result()).toBeNull();
  });

  it('is frozen with the figures of that moment, and told to coordinators and heads', async () => {
    const before = await figures();

    const { status } = await finish(office, coordinator, 'laporan');
    await office.moveTo(during.report);

    const published = await result();
    const told = (await notices(office.site.app)).filter(({ kind }) => kind === 'cycle-closed');
    expect(status).toBe(204);
    // 1.00 + 0.013 × 2 for indicator 1 at level 3, and 0.025 × 1 for indicator 11 at level 2.
    expect(published).toMatchObject({ holds: true, publishedBy: coordinator });
    expect(published?.frozen).toMatchObject({
      levels: { 1: '3', 11: '2' },
      published: { index: '1.05', exact: '1.0510', predikat: 'Kurang' },
      figures: before,
    });
    expect(await figures()).toEqual(before);
    expect(told.map(({ address }) => address).sort()).toEqual([
      'head@dinkes.test',
      'head@dinsos.test',
      'head@dlh.test',
      coordinator,
    ]);
  });

  it('lets nothing change that it was made of', async () => {
    const [piece, level] = [{ name: 'Lagi', url: 'https://berkas.test/1' }, { level: '3' }];
    const requests: [string, string, string, object?][] = [
      [dinkes, 'PUT', '/indicators/1/answer', { version: 1, level: '4', ...words }],
      [dinkes, 'POST', '/indicators/1/links', { ...piece, unit: 'DINKES', level: 4 }],
      [dinkes, 'PUT', `/evidence/${evidence}/link`, piece],
      [dinkes, 'DELETE', `/evidence/${evidence}`],
      [dinkes, 'PUT', '/indicators/1/nihil', { reason: 'Tidak ada.' }],
      [dinkes, 'DELETE', '/indicators/1/nihil'],
      [dinkes, 'POST', '/indicators/1/comments', { text: 'Masih ada.' }],
      [a1, 'PUT', `/reviews/dokumen/DINKES/evidence/${evidence}`, accepted],
      [a1, 'PUT', '/reviews/dokumen/DINKES/indicators/1', { version: 1, ...level }],
      [a1, 'POST', '/reviews/dokumen/DINKES/agree', { indicators: [1] }],
      [a2, 'POST', '/reviews/dokumen/DINSOS/agree', { indicators: [5] }],
      [coordinator, 'PUT', '/settlements/dokumen/1', level],
      [coordinator, 'PUT', '/indicators/1/external', level],
      [coordinator, 'PUT', '/indicators/1', { lead: 'DLH' }],
      [coordinator, 'PUT', '/indicators/1/nihil/decision', { approved: true }],
      [coordinator, 'PUT', '/lokus', { units: ['DINKES'] }],
      [coordinator, 'PUT', '/phases/laporan/units', { units: ['DINKES'] }],
      [coordinator, 'POST', '/assignments', { assignments: [{ assessor: 'A2', unit: 'DINKES' }] }],
      [coordinator, 'DELETE', '/assignments/DINKES/A1'],
      [coordinator, 'POST', '/assignments/DINKES/A1/hand-over/A2'],
      [coordinator, 'POST', '/finish', { phase: 'laporan' }],
    ];

    const answers = await changingNothing(office, async () => {
      const all: unknown[] = [];
      for (const [email, method, path, body] of requests) {
        const answer = await office.ask<Refused | null>(email, method, path, body);
        all.push([method, path, answer.status, answer.body?.code]);
      }
      return all;
    });

    expect(answers).toEqual(
      requests.map(([, method, path]) => [method, path, 409, 'already_finished']),
    );
  });
});

describe('a published row', () => {
  const db = () => office.site.app.get(DataSource);
  const write = (frozen: FrozenResult) =>
    db().query('UPDATE result SET frozen = $1', [JSON.stringify(frozen)]);

  async function tampered(change: (frozen: FrozenResult) => FrozenResult) {
    const { frozen } = (await result()) ?? {};
    if (!frozen) throw new Error('there is no result');
    await db().query('ALTER TABLE result DISABLE TRIGGER result_frozen');
    await write(change(frozen));
    const found = await result();
    await write(frozen);
    await db().query('ALTER TABLE result ENABLE TRIGGER result_frozen');
    return { holds: found?.holds, checks: found?.checks };
  }

  it('can be neither changed nor deleted', async () => {
    const { frozen } = (await result()) ?? {};

    await expect(write(frozen as FrozenResult)).rejects.toThrow('frozen');
    await expect(db().query('DELETE FROM result')).rejects.toThrow('frozen');
  });

  it.each<{ what: string; change: (frozen: FrozenResult) => FrozenResult; checks: object }>([
    {
      what: 'figures',
      change: (frozen) => ({ ...frozen, published: { ...frozen.published, index: '4.99' } }),
      checks: { computes: false, stands: true, recorded: true },
    },
    {
      what: 'levels',
      change: (frozen) => ({ ...frozen, levels: { ...frozen.levels, 1: '5' } }),
      checks: { computes: false, stands: false, recorded: true },
    },
    {
      what: 'place in the journal',
      change: (frozen) => ({ ...frozen, journal: { ...frozen.journal, hash: 'a'.repeat(64) } }),
      checks: { computes: true, stands: true, recorded: false },
    },
  ])('whose $what somebody changed all the same does not hold', async ({ change, checks }) => {
    const found = await tampered(change);

    expect(found).toEqual({ holds: false, checks });
    expect((await result())?.holds).toBe(true);
  });
});

describe('a task that is still open when the result is out', () => {
  it('can be finished, which changes no figure', async () => {
    const before = await figures();
    const cycles = office.site.app.get(CycleService, { strict: false });
    await cycles.perform('kota-kecil', 'uji', extend('sosialisasi', 'DINSOS', '2025-10-10'));

    const { status } = await finish(office, dinsos, 'sosialisasi', 'DINSOS');

    expect([status, await figures()]).toEqual([204, before]);
    expect((await result(dinsos))?.holds).toBe(true);
  });
});
