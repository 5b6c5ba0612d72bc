import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Office } from './office.js';
import { a1, a2, coordinator, deputy, dinkes, dlh, during, smallCity } from './small-city.js';
import { allRows } from './tables.js';
import { finish, lead, link, sheet, submit, words, write, type Refused } from './work.js';

let office: Office;

beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 2: 'DINKES', 3: 'DINKES', 4: 'DLH', 5: 'DLH' });
  await office.moveTo(during.selfAssessment);
});

afterAll(() => office.close());

const gap = (kind: string, indicator: number, level: number | null = null) => {
  return { kind, indicator, unit: null, level };
};

describe('a self-assessment that is not complete', () => {
  it('is not submitted, names every gap, and stays as it was', async () => {
    await link(office, { unit: 'DINKES', no: 2, level: 3 });
    const body = { version: 0, level: '4', fact: ' \n', analysis: 'Sesuai.' };
    await office.done(dinkes, 'PUT', '/indicators/2/answer', body);
    await link(office, { unit: 'DINKES', no: 3, level: 2 });
    const before = await allRows(office.site.app);

    const { status, body: refused } = await finish(office, dinkes, 'mandiri', 'DINKES');

    expect(status).toBe(422);
    expect(refused).toEqual({
      code: 'incomplete',
      detail: {
        missing: [
          'no_answer (indicator 1)',
          'no_fact (indicator 2)',
          'no_evidence (indicator 2, level 2)',
          'no_evidence (indicator 2, level 4)',
          'no_level (indicator 3)',
          'no_fact (indicator 3)',
          'no_analysis (indicator 3)',
        ].join('; '),
      },
      missing: [
        gap('no_answer', 1),
        gap('no_fact', 2),
        gap('no_evidence', 2, 2),
        gap('no_evidence', 2, 4),
        gap('no_level', 3),
        gap('no_fact', 3),
        gap('no_analysis', 3),
      ],
    });
    expect(await allRows(office.site.app)).toEqual(before);
  });

  it.each([
    { who: 'the admin of another unit', email: dlh },
    { who: 'the unit’s own head', email: 'head@dinkes.test' },
    { who: 'a coordinator', email: coordinator },
    { who: 'its assessor', email: a1 },
  ])('is not submitted by $who', async ({ email }) => {
    const before = await allRows(office.site.app);

    const { status } = await finish(office, email, 'mandiri', 'DINKES');

    expect(status).toBe(404);
    expect(await allRows(office.site.app)).toEqual(before);
  });
});

describe('a submitted answer', () => {
  beforeAll(() => submit(office, 'DLH', { 4: 3, 5: 1 }));

  it('is what the unit claims from now on', async () => {
    const answers = [await sheet(office, dlh, 4), await sheet(office, dlh, 5)];
    const { klaim } = await office.done<{ klaim: { levels: object } }>(dlh, 'GET', '/figures');

    expect(answers.map(({ answer }) => [answer?.state, answer?.claimed])).toEqual([
      ['submitted', '3'],
      ['submitted', '1'],
    ]);
    expect(klaim.levels).toEqual({ 4: '3', 5: '1' });
  });

  it('is there for its assessor, which no draft is', async () => {
    await write(office, { unit: 'DINKES', no: 1, level: 2 });

    const sent = await sheet(office, a2, 4);
    const draft = await sheet(office, a1, 1);

    expect([sent.answer?.level, sent.evidence.length]).toEqual(['3', 2]);
    expect([draft.answer, draft.evidence, draft.supported]).toEqual([null, [], 1]);
  });

  it('is locked, and its evidence with it', async () => {
    const [evidence] = (await sheet(office, dlh, 4)).evidence;
    const piece = { name: 'Lagi', url: 'https://berkas.test/lagi' };
    const before = await allRows(office.site.app);
    const requests: [string, string, object?][] = [
      ['PUT', '/indicators/4/answer', { version: 1, level: '4', ...words }],
      ['POST', '/indicators/4/links', { ...piece, unit: 'DLH', level: 4 }],
      ['PUT', `/evidence/${evidence?.id}/link`, piece],
      ['DELETE', `/evidence/${evidence?.id}`],
      ['PUT', '/indicators/4/nihil', { reason: 'Tidak ada.' }],
      ['POST', '/finish', { phase: 'mandiri', unit: 'DLH' }],
    ];

    const answers: unknown[] = [];
    for (const [method, path, body] of requests) {
      const { status, body: refused } = await office.ask<Refused>(dlh, method, path, body);
      answers.push([status, refused.code]);
    }

    expect(answers).toEqual(requests.map(() => [409, 'already_finished']));
    expect(await allRows(office.site.app)).toEqual(before);
  });
});

describe('a unit with two admins', () => {
  it('is submitted for by either', async () => {
    await write(office, { unit: 'DINKES', no: 1, level: 1 });
    await link(office, { unit: 'DINKES', no: 2, level: 2 });
    await link(office, { unit: 'DINKES', no: 2, level: 4 });
    const { answer } = await sheet(office, dinkes, 2);
    const body = { version: answer?.version, level: '4', ...words };
    await office.done(dinkes, 'PUT', '/indicators/2/answer', body);
    await write(office, { unit: 'DINKES', no: 3, level: 1 });

    const { status } = await finish(office, deputy, 'mandiri', 'DINKES');

    expect(status).toBe(204);
    expect((await sheet(office, dinkes, 2)).answer).toMatchObject({ claimed: '4' });
  });
});
