import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { notices } from '../engine/stage.js';
import { Office } from './office.js';
import { a1, a2, a3, coordinator, deputy, dinkes, during, endOf, smallCity } from './small-city.js';
import { changingNothing } from './tables.js';
import {
  accepted,
  finish,
  judge,
  lead,
  refused,
  setLevel,
  sheet,
  submit,
  type Refused,
} from './work.js';

let office: Office;

beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 2: 'DINKES', 3: 'DINKES', 4: 'DINKES' });
  await lead(office, { 5: 'DINSOS', 6: 'DINSOS', 7: 'DLH' });
  await office.moveTo(during.selfAssessment);
  await submit(office, 'DINKES', { 1: 4, 2: 4, 3: 3, 4: 2 });
  await submit(office, 'DINSOS', { 5: 3, 6: 2 });
  await submit(office, 'DLH', { 7: 1 });
  await office.moveTo(during.review);
});

afterAll(() => office.close());

async function evidenceOf(email: string, no: number): Promise<string[]> {
  return (await sheet(office, email, no)).evidence.map(({ id }) => id);
}

const say = (by: string, unit: string, id: string | undefined, verdict: object) =>
  office.ask<Refused>(by, 'PUT', `/reviews/dokumen/${unit}/evidence/${id}`, verdict);

describe('a review', () => {
  it.each([
    { who: 'the assessor of other units', email: a2 },
    { who: 'an assessor without any unit', email: a3 },
    { who: 'the unit itself', email: dinkes },
    { who: 'a coordinator', email: coordinator },
    { who: 'a stranger', email: 'siapa@luar.test' },
  ])('is not there for $who', async ({ email }) => {
    const [id] = await evidenceOf(dinkes, 1);
    const level = { version: 0, level: '1' };

    const statuses = await changingNothing(office, async () => [
      (await say(email, 'DINKES', id, accepted)).status,
      (await office.ask(email, 'PUT', '/reviews/dokumen/DINKES/indicators/1', level)).status,
      (await office.ask(email, 'POST', '/reviews/dokumen/DINKES/agree', { indicators: [1] }))
        .status,
      (await finish(office, email, 'dokumen', 'DINKES')).status,
    ]);

    expect(statuses.slice(0, 3)).toEqual([404, 404, 404]);
    expect([404, 409]).toContain(statuses[3]);
  });

  it('is not there for its assessor either, by another phase or another unit’s name', async () => {
    const [id] = await evidenceOf(dinkes, 1);
    const paths = ['mandiri/DINKES', 'dokumen/DLH', 'dokumen/XYZ', 'visitasi/DINKES'];

    const answers = await changingNothing(office, () =>
      Promise.all(
        paths.map((path) => office.ask(a1, 'PUT', `/reviews/${path}/evidence/${id}`, accepted)),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  it.each([
    { of: 'without a reason', verdict: { verdict: 'revisi' } },
    { of: 'with a reason of one’s own', verdict: { verdict: 'revisi', reason: 'kurang' } },
    { of: 'that is neither yes nor no', verdict: { verdict: 'mungkin' } },
  ])('takes no verdict $of', async ({ verdict }) => {
    const [id] = await evidenceOf(a1, 1);

    const { status } = await changingNothing(office, () => say(a1, 'DINKES', id, verdict));

    expect(status).toBe(400);
  });

  it('gives no more than what was accepted carries', async () => {
    const [two, three, four] = await evidenceOf(a1, 1);
    await say(a1, 'DINKES', two, accepted);
    await say(a1, 'DINKES', three, refused);
    await say(a1, 'DINKES', four, accepted);

    const high = await changingNothing(office, () =>
      setLevel(office, { by: a1, unit: 'DINKES', no: 1, level: 3 }),
    );
    const right = await setLevel(office, {
      by: a1,
      unit: 'DINKES',
      no: 1,
      level: 2,
      finding: true,
    });

    expect(high).toEqual({
      status: 422,
      body: { code: 'level_not_reached', detail: { indicator: '1', level: '3', reached: '2' } },
    });
    expect(right.status).toBe(200);
    expect(right.body.reviews).toEqual([
      expect.objectContaining({
        reached: 2,
        finished: false,
        findings: [
          { level: 2, evidence: two, judgement: { kind: 'diterima' }, note: '' },
          {
            level: 3,
            evidence: three,
            judgement: { kind: 'revisi', reason: 'tidak_tepat' },
            note: refused.note,
          },
          {
            level: 4,
            evidence: four,
            judgement: { kind: 'revisi', reason: 'otomatis_ditolak' },
            note: '',
          },
        ],
      }),
    ]);
  });

  it('is told when it was changed meanwhile', async () => {
    const body = { version: 0, level: '1' };

    const answer = await changingNothing(office, () =>
      office.ask<Refused>(a1, 'PUT', '/reviews/dokumen/DINKES/indicators/1', body),
    );

    expect([answer.status, answer.body.code, answer.body.detail['level']]).toEqual([
      409,
      'changed_meanwhile',
      '2',
    ]);
  });

  it('agrees with all of some claims or with none', async () => {
    const path = '/reviews/dokumen/DINKES/agree';

    const mixed = await changingNothing(office, () =>
      office.ask<Refused>(a1, 'POST', path, { indicators: [3, 7] }),
    );
    const own = await office.ask(a1, 'POST', path, { indicators: [3] });

    expect([mixed.status, own.status]).toEqual([404, 204]);
    expect((await sheet(office, a1, 3)).reviews[0]).toMatchObject({
      reached: 3,
      item: { level: '3', finding: false },
    });
  });

  it('is not finished while a verdict is missing, and says which', async () => {
    const [two] = await evidenceOf(a1, 2);
    await say(a1, 'DINKES', two, accepted);

    const { status, body } = await changingNothing(office, () =>
      finish(office, a1, 'dokumen', 'DINKES'),
    );

    expect(status).toBe(422);
    expect(body?.missing).toEqual(
      [2, 4].map((indicator) => ({ kind: 'no_verdict', indicator, unit: null, level: null })),
    );
  });

  it('is for the unit when it has finished: findings come back, by mail to every admin', async () => {
    await judge(office, { by: a1, unit: 'DINKES', no: 2, level: 4 });
    await judge(office, { by: a1, unit: 'DINKES', no: 4, level: 1, finding: true });
    const before = await sheet(office, dinkes, 1);

    const { status } = await finish(office, a1, 'dokumen', 'DINKES');
    await office.moveTo(during.review);
    const told = (await notices(office.site.app)).filter(({ kind }) => kind === 'returned');

    expect([before.reviews, before.verified, status]).toEqual([[], null, 204]);
    expect(await sheet(office, dinkes, 1)).toMatchObject({
      answer: { state: 'returned', claimed: '4', level: '4' },
      verified: '2',
      reviews: [{ assessor: 'A1', finished: true, item: { level: '2', finding: true } }],
    });
    expect((await sheet(office, dinkes, 2)).answer?.state).toBe('reviewed');
    expect(told.map(({ address, facts, state }) => ({ address, facts, state }))).toEqual(
      [dinkes, deputy].map((address) => ({ address, facts: { findings: [1, 4] }, state: 'sent' })),
    );
  });

  it('is over when it has finished', async () => {
    const [two] = await evidenceOf(a1, 2);

    const answers = await changingNothing(office, async () => [
      await say(a1, 'DINKES', two, refused),
      await setLevel(office, { by: a1, unit: 'DINKES', no: 1, level: 1 }),
      await finish(office, a1, 'dokumen', 'DINKES'),
    ]);

    expect(answers.map(({ status, body }) => [status, body?.code])).toEqual(
      answers.map(() => [409, 'already_finished']),
    );
  });

  it('ends at its deadline although no tick came', async () => {
    const [two] = await evidenceOf(a2, 5);
    office.setClock(endOf.review);

    const { status, body } = await changingNothing(office, () => say(a2, 'DINSOS', two, accepted));
    office.setClock(during.review);

    expect([status, body.code]).toEqual([409, 'not_open']);
  });
});
