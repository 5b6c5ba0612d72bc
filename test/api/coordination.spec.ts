import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Office } from './office.js';
import { a1, a2, coordinator, dinkes, dinsos, dlh, during, smallCity } from './small-city.js';
import { changingNothing } from './tables.js';
import { finish, lead, sheet, words, write, type Refused } from './work.js';

let office: Office;

beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.assignment);
});

afterAll(() => office.close());

const put = (path: string, body: object, email = coordinator) =>
  office.ask<Refused>(email, 'PUT', path, body);
const lokus = (units: string[], email = coordinator) => put('/lokus', { units }, email);

interface Overview {
  readonly tasks: readonly { readonly phase: string; readonly state: string }[];
}

const tasksOf = async (email: string) =>
  (await office.done<Overview>(email, 'GET', '')).tasks.map((each) => {
    return `${each.phase} ${each.state}`;
  });

describe('the lokus', () => {
  it.each([
    { by: dinkes, units: ['DINKES'], answer: [403, 'not_allowed'] },
    { by: a1, units: ['DINKES'], answer: [403, 'not_allowed'] },
    { by: 'siapa@luar.test', units: ['DINKES'], answer: [404, 'not_found'] },
    { by: coordinator, units: ['DINKES', 'XYZ'], answer: [404, 'unknown_unit'] },
  ])('of $units by $by is refused with $answer', async ({ by, units, answer }) => {
    const { status, body } = await changingNothing(office, () => lokus(units, by));

    expect([status, body.code]).toEqual(answer);
  });

  it('retires who is not in it: for them the cycle is not there any more', async () => {
    const before = await tasksOf(dinsos);

    const { status } = await lokus(['DINKES', 'DLH']);

    const gone = await office.ask<Refused>(dinsos, 'GET', '');
    expect([status, before]).toEqual([204, ['sosialisasi todo']]);
    expect([gone.status, gone.body.code]).toEqual([404, 'not_found']);
    expect(await tasksOf(dlh)).toEqual(['sosialisasi todo']);
  });

  it('leaves no room for whom it retired', async () => {
    const assignment = { assessor: 'A3', unit: 'DINSOS' };

    const answers = await changingNothing(office, async () => [
      await put('/indicators/1', { lead: 'DINSOS' }),
      await put('/indicators/1', { lead: 'DLH', supports: ['DINSOS'] }),
      await office.ask<Refused>(coordinator, 'POST', '/assignments', { assignments: [assignment] }),
    ]);

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      answers.map(() => [404, 'unknown_unit']),
    );
  });

  it('takes them back with new tasks, and without their assessor', async () => {
    const { status } = await lokus(['DINKES', 'DLH', 'DINSOS']);

    const { body } = await finish(office, coordinator, 'penetapan');
    expect([status, await tasksOf(dinsos)]).toEqual([204, ['sosialisasi todo']]);
    expect(body?.missing).toContainEqual(gap('no_assessor', null, 'DINSOS'));
    expect(await office.done(a2, 'GET', '/indicators')).toEqual([]);
  });

  it('that is chosen again changes nothing', async () => {
    const { status } = await changingNothing(office, () => lokus(['DINSOS', 'DLH', 'DINKES']));

    expect(status).toBe(204);
  });
});

const gap = (kind: string, indicator: number | null, unit: string | null) => {
  return { kind, indicator, unit, level: null };
};

describe('an indicator', () => {
  it.each([
    { by: dinkes, no: 1, body: { lead: 'DINKES' }, answer: [404, 'not_found'] },
    { by: a1, no: 1, body: { lead: 'DINKES' }, answer: [404, 'not_found'] },
    { by: coordinator, no: 99, body: { lead: 'DINKES' }, answer: [404, 'unknown_indicator'] },
    { by: coordinator, no: 0, body: { lead: 'DINKES' }, answer: [404, 'unknown_indicator'] },
    { by: coordinator, no: 1, body: { lead: 'XYZ' }, answer: [404, 'unknown_unit'] },
    {
      by: coordinator,
      no: 1,
      body: { lead: null, supports: ['XYZ'] },
      answer: [404, 'unknown_unit'],
    },
    {
      by: coordinator,
      no: 1,
      body: { lead: null, title: 'Kami' },
      answer: [422, 'title_not_allowed'],
    },
  ])('$no is not assigned as $body by $by', async ({ by, no, body, answer }) => {
    const refused = await changingNothing(office, () => put(`/indicators/${no}`, body, by));

    expect([refused.status, refused.body.code]).toEqual(answer);
  });

  it('has one lead, supporters who are not the lead, and a title where the instrument lets it', async () => {
    const body = { lead: 'DLH', supports: ['DINKES', 'DLH', 'DINKES'], title: 'Layanan sampah' };

    const { status } = await put('/indicators/45', body);

    const seen = { indicator: 45, lead: 'DLH', supports: ['DINKES'], title: 'Layanan sampah' };
    expect(status).toBe(200);
    expect(await office.done(dinkes, 'GET', '/indicators/45')).toMatchObject({
      responsibility: seen,
      relations: ['support'],
    });
    expect((await office.ask(dinsos, 'GET', '/indicators/45')).status).toBe(404);
  });

  it('of this instrument takes no level from elsewhere', async () => {
    const { status, body } = await changingNothing(office, () =>
      put('/indicators/1/external', { level: '3', note: '' }),
    );

    expect([status, body.code]).toEqual([422, 'not_external']);
  });

  it('goes on under another lead with what was written, and with its evidence', async () => {
    await lead(office, { 7: 'DINKES' });
    await office.moveTo(during.selfAssessment);
    await write(office, { unit: 'DINKES', no: 7, level: 3 });
    const { evidence } = await sheet(office, dinkes, 7);
    const [two, three] = evidence.map(({ id }) => id);

    await lead(office, { 7: 'DLH' });
    const piece = { name: 'Yang baru', url: 'https://berkas.test/baru' };
    await office.done(dlh, 'PUT', `/evidence/${two}/link`, piece);
    await office.done(dlh, 'DELETE', `/evidence/${three}`);

    const now = await sheet(office, dlh, 7);
    expect(now.answer).toMatchObject({ ...words, level: '3', updatedBy: dinkes });
    expect(now.evidence.filter(({ removedAt }) => removedAt === null)).toEqual([
      expect.objectContaining({ series: two, version: 2, unit: 'DLH', attachedBy: dlh }),
    ]);
    expect((await office.ask(dinkes, 'GET', '/indicators/7')).status).toBe(404);
    office.setClock(during.assignment);
  });
});

describe('the assignment', () => {
  it.each([dinkes, a1, 'head@dinkes.test'])('is not finished by %s', async (email) => {
    const { status } = await changingNothing(office, () => finish(office, email, 'penetapan'));

    expect(status).toBe(404);
  });

  it('names every indicator without a lead and every unit without an assessor', async () => {
    const { status, body } = await changingNothing(office, () =>
      finish(office, coordinator, 'penetapan'),
    );

    const led = [7, 45];
    const all = Array.from({ length: 47 }, (_, index) => index + 1);
    expect([status, body?.code]).toEqual([422, 'incomplete']);
    expect(body?.missing).toEqual([
      ...all.filter((no) => !led.includes(no)).map((no) => gap('no_lead', no, null)),
      gap('no_assessor', null, 'DINSOS'),
    ]);
  });

  it('of assessors is taken as a whole or not at all', async () => {
    const assignments = [
      { assessor: 'A2', unit: 'DINSOS' },
      { assessor: 'A3', unit: 'DINSOS' },
      { assessor: 'A3', unit: 'DINKES' },
    ];

    const wrong = await changingNothing(office, () =>
      office.ask<Refused>(coordinator, 'POST', '/assignments', { assignments }),
    );
    const right = await office.ask(coordinator, 'POST', '/assignments', {
      assignments: assignments.slice(0, 2),
    });

    expect([wrong.status, wrong.body.code, right.status]).toEqual([
      422,
      'conflict_of_interest',
      204,
    ]);
  });

  it('of an assessor is taken back once', async () => {
    const first = await office.ask(coordinator, 'DELETE', '/assignments/DINSOS/A3');
    const again = await changingNothing(office, () =>
      office.ask<Refused>(coordinator, 'DELETE', '/assignments/DINSOS/A3'),
    );

    expect([first.status, again.status, again.body.code]).toEqual([204, 409, 'not_assigned']);
  });
});
