import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Office } from './office.js';
import { coordinator, deputy, dinkes, dlh, during, endOf, smallCity } from './small-city.js';
import { lead, link, sheet, words, write, type Refused } from './work.js';
import { allRows } from './tables.js';

let office: Office;

beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.assignment);
  const own = Array.from({ length: 20 }, (_, index) => [index + 1, 'DINKES'] as const);
  await lead(office, { ...Object.fromEntries(own), 30: 'DLH' });
  await office.moveTo(during.selfAssessment);
});

afterAll(() => office.close());

const save = (no: number, body: object, email = dinkes) =>
  office.ask<Refused>(email, 'PUT', `/indicators/${no}/answer`, body);

const second = { milliseconds: 1000 };

describe('a draft', () => {
  it('keeps what is written, in one version after the other', async () => {
    await save(1, { version: 0, level: '2', fact: 'Ada SK.', analysis: '' });

    const { status } = await save(1, {
      version: 1,
      level: null,
      fact: 'Ada Perwal.',
      analysis: 'x',
    });

    expect(status).toBe(200);
    expect((await sheet(office, dinkes, 1)).answer).toEqual({
      cycle: 'kota-kecil',
      indicator: 1,
      state: 'draft',
      version: 2,
      level: null,
      fact: 'Ada Perwal.',
      analysis: 'x',
      claimed: null,
      revised: null,
      updatedAt: during.selfAssessment.toString(),
      updatedBy: dinkes,
    });
  });

  it('that nobody has begun does not exist, which is not level 1', async () => {
    const { answer, supported } = await sheet(office, dinkes, 2);
    const { klaim, belumDijawab } = await office.done<FiguresJson>(coordinator, 'GET', '/figures');

    expect({ answer, supported }).toEqual({ answer: null, supported: 1 });
    expect(klaim.levels).toEqual({});
    expect(belumDijawab).toContain(2);
  });

  it('starts the task of the unit', async () => {
    await save(3, { version: 0, level: '1', ...words });

    const { tasks } = await office.done<{ tasks: object[] }>(dinkes, 'GET', '');

    expect(tasks).toContainEqual(
      expect.objectContaining({ phase: 'mandiri', unit: 'DINKES', state: 'in-progress' }),
    );
  });

  it('shows the level that its evidence supports beside the claim', async () => {
    await link(office, { unit: 'DINKES', no: 4, level: 2 });
    await link(office, { unit: 'DINKES', no: 4, level: 4 });
    await save(4, { version: 0, level: '4', ...words });

    const { answer, supported } = await sheet(office, dinkes, 4);

    expect({ claim: answer?.level, supported }).toEqual({ claim: '4', supported: 2 });
  });

  it.each(['6', '3.5', '3,5', 'x', '0', '-1', '', ' 3', '1e0'])(
    'is refused with level %j, and stays as it was',
    async (level) => {
      const before = await allRows(office.site.app);

      const answer = await save(5, { version: 0, level, ...words });

      expect(answer).toEqual({
        status: 422,
        body: {
          code: 'level_not_allowed',
          detail: { level, allowed: 'a whole number from 1 to 5' },
        },
      });
      expect(await allRows(office.site.app)).toEqual(before);
    },
  );

  it.each([
    { of: 'an indicator that there is none of', no: 99, email: dinkes, status: 404 },
    { of: 'an indicator of another unit', no: 30, email: dinkes, status: 404 },
    { of: 'another unit', no: 5, email: dlh, status: 404 },
    { of: 'a head', no: 5, email: 'head@dinkes.test', status: 403 },
    { of: 'a coordinator', no: 5, email: coordinator, status: 403 },
    { of: 'a stranger', no: 5, email: 'siapa@luar.test', status: 404 },
  ])('of $of is refused with $status', async ({ no, email, status }) => {
    const before = await allRows(office.site.app);

    const answer = await save(no, { version: 0, level: '3', ...words }, email);

    expect(answer.status).toBe(status);
    expect(await allRows(office.site.app)).toEqual(before);
  });
});

interface FiguresJson {
  readonly klaim: { readonly levels: object };
  readonly belumDijawab: readonly number[];
}

describe('two who write at once', () => {
  it('are told of each other: the second gets what the first has saved', async () => {
    await save(6, { version: 0, level: '2', fact: 'Pertama.', analysis: 'A' });
    const before = await allRows(office.site.app);

    const answer = await save(6, { version: 0, level: '4', fact: 'Kedua.', analysis: 'B' }, deputy);

    const stored = { version: '1', level: '2', fact: 'Pertama.', analysis: 'A', by: dinkes };
    expect(answer).toEqual({
      status: 409,
      body: { code: 'changed_meanwhile', detail: { indicator: '6', ...stored } },
    });
    expect(await allRows(office.site.app)).toEqual(before);
  });

  it('lose nothing when they save in the same moment', async () => {
    const both = await Promise.all([
      save(7, { version: 0, level: '2', fact: 'Pertama.', analysis: '' }),
      save(7, { version: 0, level: '3', fact: 'Kedua.', analysis: '' }, deputy),
    ]);

    const { answer } = await sheet(office, dinkes, 7);

    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answer).toMatchObject(
      both[0].status === 200 ? { fact: 'Pertama.', version: 1 } : { fact: 'Kedua.', version: 1 },
    );
  });

  it('may attach evidence while the other one writes', async () => {
    await link(office, { unit: 'DINKES', no: 8, level: 2 });

    const { status } = await save(8, { version: 0, level: '2', ...words }, deputy);

    expect(status).toBe(200);
  });
});

describe('the deadline of a self-assessment', () => {
  it('decides although no tick came: a moment later nothing is written any more', async () => {
    await write(office, { unit: 'DINKES', no: 9, level: 2 });
    office.setClock(endOf.selfAssessment.subtract(second));
    const inTime = await save(9, { version: 1, level: '2', ...words });
    office.setClock(endOf.selfAssessment);
    const before = await allRows(office.site.app);

    const late = await save(9, { version: 2, level: '1', ...words });
    office.setClock(during.selfAssessment);

    expect(inTime.status).toBe(200);
    expect(late).toEqual({
      status: 409,
      body: { code: 'not_open', detail: { indicator: '9' } },
    });
    expect(await allRows(office.site.app)).toEqual(before);
  });

  it('decides although a tick came early: what is in time is taken', async () => {
    await office.moveTo(endOf.selfAssessment);
    office.setClock(endOf.selfAssessment.subtract(second));

    const { status } = await save(10, { version: 0, level: '1', ...words });

    expect(status).toBe(200);
  });
});
