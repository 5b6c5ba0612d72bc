import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Office } from './office.js';
import {
  a1,
  a2,
  a3,
  coordinator,
  deputy,
  dinkes,
  dinsos,
  dlh,
  during,
  smallCity,
} from './small-city.js';
import { changingNothing } from './tables.js';
import { finish, judge, lead, setLevel, sheet, submit, type Refused } from './work.js';

let office: Office;

beforeAll(async () => {
  const assignments = [
    { assessor: 'A1', unit: 'DINKES' },
    { assessor: 'A2', unit: 'DINKES' },
    { assessor: 'A2', unit: 'DINSOS' },
    { assessor: 'A2', unit: 'DLH' },
  ];
  office = await Office.open(smallCity({ assignments }), during.beginning);
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 2: 'DINKES', 5: 'DINSOS', 6: 'DINSOS' });
  await office.moveTo(during.selfAssessment);
  await submit(office, 'DINKES', { 1: 4, 2: 3 });
  await submit(office, 'DINSOS', { 5: 3, 6: 2 });
  await office.moveTo(during.review);
});

afterAll(() => office.close());

interface FiguresJson {
  readonly simulasi: { readonly levels: object };
  readonly terverifikasi: { readonly levels: object };
  readonly belumDinilai: readonly number[];
}

async function figures(email: string) {
  const { simulasi, terverifikasi, belumDinilai } = await office.done<FiguresJson>(
    email,
    'GET',
    '/figures',
  );
  return { simulasi: simulasi.levels, terverifikasi: terverifikasi.levels, belumDinilai };
}

async function seenBy(email: string) {
  const { reviews, verified } = await sheet(office, email, 1);
  return { verified, levels: reviews.map(({ assessor, item }) => [assessor, item?.level]) };
}

describe('two assessors of one unit', () => {
  it('work blind: the second learns nothing of what the first has finished', async () => {
    await judge(office, { by: a1, unit: 'DINKES', no: 1, level: 2 });
    await judge(office, { by: a1, unit: 'DINKES', no: 2, level: 3 });
    const before = { own: await seenBy(a2), figures: await figures(a2) };

    await office.done(a1, 'POST', '/finish', { phase: 'dokumen', unit: 'DINKES' });

    const blind = { verified: null, levels: [['A2', undefined]] };
    expect(before.own).toEqual(blind);
    expect(await seenBy(a2)).toEqual(blind);
    expect(await figures(a2)).toEqual(before.figures);
    expect(before.figures).toEqual({
      simulasi: { 1: '1', 2: '1', 5: '1', 6: '1' },
      terverifikasi: {},
      belumDinilai: [1, 2, 5, 6],
    });
  });

  it('are both read by coordinators, and by the unit as each of them finishes', async () => {
    const [all, own] = [await seenBy(coordinator), await seenBy(dinkes)];

    expect(all.levels).toEqual([
      ['A1', '2'],
      ['A2', undefined],
    ]);
    expect(own.levels).toEqual([['A1', '2']]);
    expect((await figures(coordinator)).terverifikasi).toEqual({ 1: '2', 2: '3' });
  });

  it('read each other when both are done, and have verified what they agree on', async () => {
    await judge(office, { by: a2, unit: 'DINKES', no: 1, level: 4 });
    await judge(office, { by: a2, unit: 'DINKES', no: 2, level: 3 });

    await office.done(a2, 'POST', '/finish', { phase: 'dokumen', unit: 'DINKES' });

    const both = {
      verified: null,
      levels: [
        ['A1', '2'],
        ['A2', '4'],
      ],
    };
    const readers = [a1, a2, dinkes, deputy, coordinator];
    expect(await Promise.all(readers.map(seenBy))).toEqual(readers.map(() => both));
    expect((await figures(dinkes)).terverifikasi).toEqual({ 2: '3' });
  });
});

describe('handing a review over', () => {
  const handOver = (email: string, to: string, unit = 'DINSOS', from = 'A2') =>
    office.ask<Refused>(email, 'POST', `/assignments/${unit}/${from}/hand-over/${to}`);

  it.each([
    { to: 'A1', unit: 'DLH', email: coordinator, answer: [422, 'conflict_of_interest'] },
    { to: 'A2', unit: 'DINSOS', email: coordinator, answer: [409, 'already_assigned'] },
    { to: 'A9', unit: 'DINSOS', email: coordinator, answer: [404, 'unknown_assessor'] },
    { to: 'A3', unit: 'DINSOS', from: 'A1', email: coordinator, answer: [409, 'not_assigned'] },
    { to: 'A3', unit: 'XYZ', email: coordinator, answer: [404, 'unknown_unit'] },
    { to: 'A3', unit: 'DINSOS', email: a2, answer: [403, 'not_allowed'] },
    { to: 'A3', unit: 'DINSOS', email: dinsos, answer: [403, 'not_allowed'] },
  ])(
    'to $to of $unit by $email is refused with $answer',
    async ({ to, unit, from, email, answer }) => {
      const { status, body } = await changingNothing(office, () => handOver(email, to, unit, from));

      expect([status, body.code]).toEqual(answer);
    },
  );

  it('lets the other assessor go on with what was said', async () => {
    await judge(office, { by: a2, unit: 'DINSOS', no: 5, level: 2, finding: true });

    const { status } = await handOver(coordinator, 'A3');

    const [review] = (await sheet(office, a3, 5)).reviews;
    expect(status).toBe(204);
    expect(review).toMatchObject({
      assessor: 'A3',
      reached: 2,
      item: { level: '2', finding: true, version: 1 },
      findings: [{ judgement: { kind: 'diterima' } }, { judgement: { kind: 'revisi' } }],
    });

    await judge(office, { by: a3, unit: 'DINSOS', no: 6, level: 2 });
    const gone = await setLevel(office, { by: a2, unit: 'DINSOS', no: 5, level: 1 }).catch(
      () => null,
    );
    const { status: finished } = await finish(office, a3, 'dokumen', 'DINSOS');

    expect([gone, finished]).toEqual([null, 204]);
    expect(await sheet(office, dinsos, 5)).toMatchObject({ verified: '2' });
  });
});

describe('assigning a review', () => {
  it.each([
    { assessor: 'A1', unit: 'DLH', answer: [422, 'conflict_of_interest'] },
    { assessor: 'A3', unit: 'DINKES', answer: [422, 'conflict_of_interest'] },
    { assessor: 'A1', unit: 'DINKES', answer: [409, 'already_assigned'] },
  ])('of $unit to $assessor is refused with $answer', async ({ answer, ...assignment }) => {
    const { status, body } = await changingNothing(office, () =>
      office.ask<Refused>(coordinator, 'POST', '/assignments', { assignments: [assignment] }),
    );

    expect([status, body.code]).toEqual(answer);
  });
});

describe('a difference between two assessors', () => {
  const settle = (email: string, level: string, no = 1) =>
    office.ask<Refused>(email, 'PUT', `/settlements/dokumen/${no}`, { level, note: 'Rapat.' });

  beforeAll(() => office.moveTo(during.report));

  it('keeps the result from being published', async () => {
    const { status, body } = await changingNothing(office, () =>
      finish(office, coordinator, 'laporan'),
    );

    expect([status, body?.code]).toEqual([422, 'incomplete']);
    expect(body?.missing).toEqual([{ kind: 'not_settled', indicator: 1, unit: null, level: null }]);
  });

  it.each([
    { by: a1, level: '3', no: 1, answer: [403, 'not_allowed'] },
    { by: dinkes, level: '3', no: 1, answer: [403, 'not_allowed'] },
    { by: dlh, level: '3', no: 1, answer: [404, 'not_found'] },
    { by: a3, level: '3', no: 1, answer: [404, 'not_found'] },
    { by: coordinator, level: '1', no: 1, answer: [422, 'level_not_allowed'] },
    { by: coordinator, level: '5', no: 1, answer: [422, 'level_not_allowed'] },
    { by: coordinator, level: '2.5', no: 1, answer: [422, 'level_not_allowed'] },
    { by: coordinator, level: '3', no: 2, answer: [404, 'not_found'] },
    { by: coordinator, level: '3', no: 99, answer: [404, 'unknown_indicator'] },
  ])('is not settled at $level for indicator $no by $by', async ({ by, level, no, answer }) => {
    const { status, body } = await changingNothing(office, () => settle(by, level, no));

    expect([status, body.code]).toEqual(answer);
  });

  it('is settled by a coordinator between the two, and again; then the result can be out', async () => {
    await settle(coordinator, '4');
    const { status } = await settle(coordinator, '3');

    const published = await finish(office, coordinator, 'laporan');

    expect([status, published.status]).toEqual([200, 204]);
    expect((await seenBy(dinkes)).verified).toBe('3');
    expect((await figures(dinkes)).terverifikasi).toEqual({ 1: '3', 2: '3', 5: '2', 6: '2' });
  });
});
