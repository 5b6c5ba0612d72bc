import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CycleService } from '../../src/cycle/cycle.service.js';
import { Office } from './office.js';
import { a1, coordinator, dinkes, dlh, during, endOf, smallCity } from './small-city.js';
import { changingNothing } from './tables.js';
import { filesIn, pdf, upload } from './uploading.js';
import { lead, link, sheet, words, write, type Refused } from './work.js';

let office: Office;
let lastYear: Office;
let content: Buffer;

/** Last year DINKES answered 1 and 2, and DLH 3, of which DINKES leads 3 now; nobody had 4. */
beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  const cycles = office.site.app.get(CycleService, { strict: false });
  await cycles.load(smallCity({}, 'tahun-lalu'), 'uji');
  const other = smallCity({}, 'pemdi');
  const plan = { ...other.plan, instrument: 'pemdi-2026' };
  await cycles.load({ ...other, plan }, 'uji');
  lastYear = office.about('tahun-lalu');
  await office.moveTo(during.assignment);
  await lead(lastYear, { 1: 'DINKES', 2: 'DINKES', 3: 'DLH' });
  await lead(office, { 1: 'DINKES', 2: 'DINKES', 3: 'DINKES', 4: 'DINKES', 5: 'DLH' });
  await office.moveTo(during.selfAssessment);
  await write(lastYear, { unit: 'DINKES', no: 1, level: 2 });
  content = await pdf('tahun lalu');
  await upload(lastYear, { unit: 'DINKES', no: 1, level: 3, name: 'Perwal.pdf', content });
  const removed = await link(lastYear, { unit: 'DINKES', no: 1, level: 4 });
  await lastYear.done(dinkes, 'DELETE', `/evidence/${removed}`);
  await write(lastYear, { unit: 'DINKES', no: 2, level: 2 });
  await write(lastYear, { unit: 'DLH', no: 3, level: 1 });
  await office.done(dinkes, 'PUT', '/indicators/2/answer', { version: 0, level: '4', ...words });
});

afterAll(() => office.close());

const copy = (email: string, from: string, unit = 'DINKES') =>
  office.ask<Refused & { copied: number[] }>(email, 'POST', `/units/${unit}/copy`, { from });

describe('last year’s answers', () => {
  it.each([
    { by: dlh, from: 'tahun-lalu', unit: 'DINKES', answer: [404, 'not_found'] },
    { by: a1, from: 'tahun-lalu', unit: 'DINKES', answer: [404, 'not_found'] },
    { by: coordinator, from: 'tahun-lalu', unit: 'DINKES', answer: [404, 'not_found'] },
    { by: dinkes, from: 'tahun-lalu', unit: 'XYZ', answer: [404, 'not_found'] },
    { by: dinkes, from: 'entah', unit: 'DINKES', answer: [404, 'not_found'] },
    { by: dinkes, from: 'pemdi', unit: 'DINKES', answer: [409, 'instruments_differ'] },
  ])('are not copied from $from for $unit by $by', async ({ by, from, unit, answer }) => {
    const { status, body } = await changingNothing(office, () => copy(by, from, unit));

    expect([status, body.code]).toEqual(answer);
  });

  it('are not copied after the deadline, not even in part', async () => {
    office.setClock(endOf.selfAssessment);

    const { status, body } = await changingNothing(office, () => copy(dinkes, 'tahun-lalu'));
    office.setClock(during.selfAssessment);

    expect([status, body.code]).toEqual([409, 'not_open']);
  });

  it('are a start for what nobody has begun, with their evidence', async () => {
    const files = await filesIn(office);

    const { status, body } = await copy(dinkes, 'tahun-lalu');

    const one = await sheet(office, dinkes, 1);
    expect([status, body.copied]).toEqual([200, [1, 3]]);
    expect(one.answer).toMatchObject({ state: 'draft', version: 1, level: '2', ...words });
    expect(one.supported).toBe(3);
    expect(
      one.evidence.map(({ level, unit, version, attachment, attachedBy }) => {
        return { level, unit, version, name: attachment.name, attachedBy };
      }),
    ).toEqual([
      { level: 2, unit: 'DINKES', version: 1, name: 'Bukti level 2', attachedBy: dinkes },
      { level: 3, unit: 'DINKES', version: 1, name: 'Perwal.pdf', attachedBy: dinkes },
    ]);
    expect((await sheet(office, dinkes, 2)).answer).toMatchObject({ level: '4', version: 1 });
    expect((await sheet(office, dinkes, 4)).answer).toBeNull();
    expect(await filesIn(office)).toEqual(files);
  });

  it('bring files that can be read in this year’s name, while last year’s stay', async () => {
    const [older, newer] = [await sheet(lastYear, dinkes, 1), await sheet(office, dinkes, 1)];
    const [before, now] = [older.evidence[1]?.id, newer.evidence[1]?.id];
    await office.done(dinkes, 'DELETE', `/evidence/${now}`);

    const answers = [
      await office.send(dinkes, 'GET', `/evidence/${now}/file`),
      await lastYear.send(dinkes, 'GET', `/evidence/${before}/file`),
      await office.send(dinkes, 'GET', `/evidence/${before}/file`),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
    const copied = await Promise.all(answers.slice(0, 2).map((each) => each.arrayBuffer()));
    expect(copied.map((each) => Buffer.from(each).equals(content))).toEqual([true, true]);
    expect((await sheet(lastYear, dinkes, 1)).supported).toBe(3);
  });

  it('are copied once', async () => {
    const { status, body } = await changingNothing(office, () => copy(dinkes, 'tahun-lalu'));

    expect([status, body]).toEqual([200, { copied: [] }]);
  });
});
