import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Temporal } from 'temporal-polyfill';
import { wib } from '../engine/city.js';
import { notices } from '../engine/stage.js';
import { Office } from './office.js';
import { a1, coordinator, deputy, dinkes, dinsos, dlh, during, smallCity } from './small-city.js';
import { changingNothing } from './tables.js';
import { finish, lead, sheet, type Refused } from './work.js';

let office: Office;

beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 2: 'DINKES', 3: 'DLH', 4: 'DLH', 5: 'DINSOS' });
  await office.moveTo(wib('2025-09-08T10:00'));
});

afterAll(() => office.close());

const ask = (email: string, no: number, reason = 'Bukan urusan kota.') =>
  office.ask<Refused>(email, 'PUT', `/indicators/${no}/nihil`, { reason });
const withdraw = (email: string, no: number) =>
  office.ask<Refused>(email, 'DELETE', `/indicators/${no}/nihil`);
const decide = (email: string, no: number, approved: boolean) =>
  office.ask<Refused>(email, 'PUT', `/indicators/${no}/nihil/decision`, {
    approved,
    note: 'Sesuai tugas pokok.',
  });

const code = ({ status, body }: { status: number; body: Refused | null }) => [status, body?.code];

/** Who was reminded of the self-assessment in between, with the offsets. */
async function reminded(from: Temporal.Instant, to: Temporal.Instant): Promise<string[]> {
  const before = new Set((await notices(office.site.app)).map(({ id }) => id));
  office.setClock(from);
  await office.moveTo(to);
  return (await notices(office.site.app))
    .filter(({ id, kind, phase, state }) => {
      return !before.has(id) && kind === 'reminder' && phase === 'mandiri' && state === 'sent';
    })
    .map(({ address, offset }) => `${address} ${offset}`)
    .sort();
}

async function counted() {
  const { nihil, belumDijawab } = await office.done<{ nihil: number[]; belumDijawab: number[] }>(
    dinkes,
    'GET',
    '/figures',
  );
  return { nihil, unanswered: belumDijawab.filter((no) => no <= 5) };
}

describe('a reason for nihil', () => {
  it.each(['', ' \n '])('has to say something: %j', async (reason) => {
    const answer = await changingNothing(office, () => ask(dinkes, 1, reason));

    expect(answer.status).toBe(400);
  });
});

describe('nihil', () => {
  it.each([
    { what: 'asked for by another unit', try: () => ask(dlh, 1), answer: [404, 'not_found'] },
    {
      what: 'asked for by a head',
      try: () => ask('head@dinkes.test', 1),
      answer: [403, 'not_allowed'],
    },
    {
      what: 'asked for by a coordinator',
      try: () => ask(coordinator, 1),
      answer: [403, 'not_allowed'],
    },
    { what: 'asked for by an assessor', try: () => ask(a1, 1), answer: [403, 'not_allowed'] },
    {
      what: 'decided before it is asked for',
      try: () => decide(coordinator, 1, true),
      answer: [404, 'not_found'],
    },
    {
      what: 'withdrawn before it is asked for',
      try: () => withdraw(dinkes, 1),
      answer: [404, 'not_found'],
    },
    {
      what: 'asked for an indicator that there is none of',
      try: () => ask(dinkes, 99),
      answer: [404, 'unknown_indicator'],
    },
  ])('is not $what', async ({ try: work, answer }) => {
    expect(code(await changingNothing(office, work))).toEqual(answer);
  });

  it('is asked for with a reason, and is no decision yet', async () => {
    const { status } = await ask(dinkes, 1);

    expect(status).toBe(200);
    expect((await sheet(office, dinkes, 1)).nihil).toEqual({
      cycle: 'kota-kecil',
      indicator: 1,
      unit: 'DINKES',
      state: 'asked',
      reason: 'Bukan urusan kota.',
      askedBy: dinkes,
      askedAt: wib('2025-09-08T10:00').toString(),
      decidedBy: null,
      decisionNote: '',
    });
    expect(await counted()).toEqual({ nihil: [], unanswered: [1, 2, 3, 4, 5] });
  });

  it.each([dinkes, deputy, dlh, a1, 'head@dinkes.test'])('is not decided by %s', async (email) => {
    const { status } = await changingNothing(office, () => decide(email, 1, true));

    expect([403, 404]).toContain(status);
  });

  it('is approved by a coordinator, once, and then counted apart', async () => {
    const first = await decide(coordinator, 1, true);
    const again = await changingNothing(office, async () => [
      await decide(coordinator, 1, true),
      await decide(coordinator, 1, false),
      await ask(dinkes, 1),
    ]);

    expect(first.status).toBe(200);
    expect(again.map(code)).toEqual(again.map(() => [409, 'already_decided']));
    expect(await sheet(office, dinkes, 1)).toMatchObject({
      nihil: { state: 'approved', decidedBy: coordinator, decisionNote: 'Sesuai tugas pokok.' },
    });
    expect(await counted()).toEqual({ nihil: [1], unanswered: [2, 3, 4, 5] });
  });

  it('is refused by a coordinator, and may be asked for again', async () => {
    await ask(dlh, 3);
    await decide(coordinator, 3, false);
    const refused = await sheet(office, dlh, 3);

    const withdrawn = await changingNothing(office, () => withdraw(dlh, 3));
    const again = await ask(dlh, 3, 'Tidak ada aplikasinya.');

    expect(refused.nihil?.state).toBe('refused');
    expect([...code(withdrawn), again.status]).toEqual([409, 'already_decided', 200]);
    expect(await counted()).toEqual({ nihil: [1], unanswered: [2, 3, 4, 5] });
  });
});

describe('a unit whose every indicator is approved to be nihil', () => {
  it('is not reminded while the others are', async () => {
    await ask(dinkes, 2);
    await decide(coordinator, 2, true);

    const mails = await reminded(wib('2025-09-08T11:00'), wib('2025-09-09T09:00'));

    expect(mails).toEqual([`${dinsos} H-3`, `${dlh} H-3`]);
  });

  it('is reminded again when one of them is withdrawn', async () => {
    const { status } = await withdraw(deputy, 2);

    const mails = await reminded(wib('2025-09-09T10:00'), wib('2025-09-11T09:00'));

    expect(status).toBe(200);
    expect(mails).toEqual([dinkes, dinsos, dlh, deputy].map((email) => `${email} H-1`).sort());
    expect(await counted()).toEqual({ nihil: [1], unanswered: [2, 3, 4, 5] });
  });

  it('is not reminded when another unit leads the rest from now on', async () => {
    await lead(office, { 2: 'DINSOS' });

    const mails = await reminded(wib('2025-09-11T10:00'), wib('2025-09-12T09:00'));

    expect(mails).toEqual([`${dinsos} H`, `${dlh} H`]);
  });

  it('can still say that it is done', async () => {
    const { status } = await finish(office, dinkes, 'mandiri', 'DINKES');

    expect(status).toBe(204);
  });
});

describe('a unit that has asked for nihil', () => {
  it('owes no answer to it, but to everything else', async () => {
    const { body } = await changingNothing(office, () => finish(office, dlh, 'mandiri', 'DLH'));

    expect(body?.missing).toEqual([{ kind: 'no_answer', indicator: 4, unit: null, level: null }]);
  });
});
