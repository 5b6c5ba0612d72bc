import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { claimedCity } from './claimed-city.js';
import type { Office } from './office.js';
import { a1, coordinator, dinkes } from './small-city.js';
import { changingNothing } from './tables.js';

const head = 'head@dinkes.test';

let office: Office;

beforeAll(async () => {
  office = await claimedCity();
});

afterAll(() => office.close());

function whatIf(by: string, body: object) {
  return office.ask(by, 'POST', '/what-if', body);
}

function ways(by: string, body: object) {
  return office.ask(by, 'POST', '/ways-to-target', body);
}

describe('what if', () => {
  it('tells the figures before and after, and what each level adds; nothing changes', async () => {
    const levels = [
      { indicator: 43, level: '5' },
      { indicator: 1, level: '2' },
      { indicator: 42, level: '4' },
    ];

    const { status, body } = await changingNothing(office, () => whatIf(head, { levels }));

    expect(status).toBe(200);
    expect(body).toMatchObject({
      basis: 'jikaSemuaKlaimDiterima',
      before: { index: '1.12', exact: '1.1160', toTarget: '2.88' },
      after: { index: '1.22', exact: '1.2230', predikat: 'Kurang', levels: { 1: '2', 43: '5' } },
      differences: [
        { indicator: 1, from: '3', to: '2', contribution: '-0.0130' },
        { indicator: 43, from: '1', to: '5', contribution: '+0.1200' },
      ],
    });
  });

  it.each([
    [{ levels: [{ indicator: 48, level: '2' }] }, 404, 'unknown_indicator'],
    [{ levels: [{ indicator: 1, level: '2.5' }] }, 422, 'level_not_allowed'],
    [{ basis: 'lain', levels: [] }, 422, 'wrong_input'],
  ])('is refused for %j', async (body, status, code) => {
    expect(await whatIf(coordinator, body)).toMatchObject({ status, body: { code } });
  });
});

describe('the ways to a target', () => {
  it('tell what to raise, for whom, and by what they are the best', async () => {
    const { status, body } = await ways(coordinator, { goal: '1.18' });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ basis: 'jikaSemuaKlaimDiterima', goal: '1.18', state: 'possible' },
      ways: [
        {
          merits: ['effort', 'indicators', 'units'],
          ...{ effort: 2, units: 1, score: { index: '1.18', predikat: 'Kurang' } },
          raises: [
            {
              ...{ indicator: 43, lead: 'DLH', from: '1', to: '3' },
              ...{ effort: 2, contribution: '+0.0600' },
            },
          ],
        },
        { merits: ['other-aspects'], effort: 3 },
        { merits: ['other-aspects'], effort: 3 },
      ],
    });
  });

  it.each([
    [{ goal: 'target' }, { goal: '4.00', state: 'possible' }],
    [{ goal: 'predikat' }, { goal: '1.80', state: 'possible' }],
    [{ goal: '1.1' }, { goal: '1.10', state: 'reached', score: { index: '1.12' } }],
    [
      { basis: 'terverifikasi', goal: '1.1' },
      { basis: 'terverifikasi', state: 'possible' },
    ],
  ])('lead to %j', async (asked, answer) => {
    expect(await ways(head, asked)).toMatchObject({ status: 200, body: answer });
  });

  it('say what is the most when the coordinator holds too much back', async () => {
    const db = office.site.app.get(DataSource);
    await db.query(`
      INSERT INTO indicator_effort (cycle, indicator, effort, highest)
      SELECT 'kota-kecil', n, 1, 1 FROM generate_series(1, 47) n`);

    const { body } = await ways(head, { goal: 'target' });
    await db.query('DELETE FROM indicator_effort');

    expect(body).toMatchObject({ state: 'impossible', best: { index: '1.12' } });
  });

  it.each([{ goal: '0.99' }, { goal: '5.01' }, { goal: 'sasaran' }, { basis: 'x', goal: '4.00' }])(
    'are not looked for to %j',
    async (body) => {
      expect(await ways(coordinator, body)).toMatchObject({
        status: 422,
        body: { code: 'wrong_input' },
      });
    },
  );
});

describe('what the index could be', () => {
  it.each([dinkes, a1])('is not for %s', async (email) => {
    expect(await whatIf(email, { levels: [] })).toMatchObject({
      status: 403,
      body: { code: 'not_allowed' },
    });
    expect((await ways(email, { goal: 'target' })).status).toBe(403);
  });

  it('is nothing that a stranger is told of', async () => {
    expect((await whatIf('orang@lain.test', { levels: [] })).status).toBe(404);
  });
});
