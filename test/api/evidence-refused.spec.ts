import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EvidenceService } from '../../src/assessment/evidence.service.js';
import { sha256 } from '../../src/platform/sha256.js';
import { until, untilTrue } from '../engine/until.js';
import { Office } from './office.js';
import { a1, coordinator, dinkes, dlh, during, endOf, smallCity } from './small-city.js';
import { allRows } from './tables.js';
import { filesIn, pdf, slowUpload, storeFolder, upload, type Upload } from './uploading.js';
import { lead, sheet } from './work.js';

let office: Office;

beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.assignment);
  await lead(office, { 1: 'DINKES', 2: 'DINKES', 3: 'DLH' });
  await office.moveTo(during.selfAssessment);
});

afterAll(() => office.close());

const second = { milliseconds: 1000 };
const mebibyte = 1024 * 1024;
const html = Buffer.from('<!doctype html><html><script>alert(1)</script></html>');
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const exe = Buffer.concat([Buffer.from('MZ\x90\x00\x03'), Buffer.alloc(2000, 1)]);

/** What changes by a request: nothing in the tables; in the store what the spec names. */
async function changesBy(work: () => Promise<unknown>) {
  const [rows, files] = [await allRows(office.site.app), await filesIn(office)];
  await work();
  expect(await allRows(office.site.app)).toEqual(rows);
  return (await filesIn(office)).filter((file) => !files.includes(file));
}

const file = (more: Partial<Upload> = {}): Upload => {
  const usual = { unit: 'DINKES', no: 1, level: 2, name: 'bukti.pdf' };
  return { ...usual, content: Buffer.from('%PDF-1.7\n'), ...more };
};

describe('an upload', () => {
  it.each([
    { what: 'HTML that is called a PDF', content: html, status: 415 },
    { what: 'SVG that is called a PDF', content: svg, status: 415 },
    { what: 'a program that is called a PDF', content: exe, status: 415 },
    { what: 'too large a file', content: Buffer.alloc(25 * mebibyte + 1, '%PDF-'), status: 413 },
    { what: 'an empty file', content: Buffer.alloc(0), status: 422 },
  ])('of $what is refused with $status, and leaves nothing', async ({ content, status }) => {
    let answer = 0;

    const left = await changesBy(async () => {
      answer = (await upload(office, file({ content }))).status;
    });

    expect(answer).toBe(status);
    expect(left).toEqual([]);
  });

  it('that breaks off leaves nothing', async () => {
    const content = Buffer.concat([await pdf('terputus'), Buffer.alloc(mebibyte)]);
    const waiting = async () => (await filesIn(office)).some((each) => each.includes('incoming'));

    const left = await changesBy(async () => {
      const { answer, breakOff } = await slowUpload(office, file({ content }));
      await untilTrue('the first half', waiting);
      breakOff();
      await answer.catch(() => undefined);
      await until('it to be gone', async () => ((await waiting()) ? null : 'gone'));
    });

    expect(left).toEqual([]);
  });

  it.each([
    { of: 'for another unit’s indicator', more: { no: 3 }, status: 404 },
    { of: 'in another unit’s name', more: { unit: 'DLH', by: dinkes }, status: 403 },
    { of: 'in the name of no unit at all', more: { unit: 'XYZ', by: dinkes }, status: 403 },
    { of: 'by another unit', more: { by: dlh }, status: 404 },
    { of: 'by a head', more: { by: 'head@dinkes.test' }, status: 403 },
    { of: 'by a coordinator', more: { by: coordinator }, status: 403 },
    { of: 'by an assessor', more: { by: a1 }, status: 403 },
    { of: 'for an indicator that there is none of', more: { no: 99 }, status: 404 },
    { of: 'for level 1', more: { level: 1 }, status: 422 },
    { of: 'for level 6', more: { level: 6 }, status: 422 },
    { of: 'for a part of a level', more: { level: 2.5 }, status: 422 },
    { of: 'for no level', more: { level: Number.NaN }, status: 422 },
  ])('$of is refused with $status and changes no row', async ({ more, status }) => {
    const content = await pdf('ditolak');
    let answer = 0;

    await changesBy(async () => {
      answer = (await upload(office, file({ content, ...more }))).status;
    });

    expect(answer).toBe(status);
  });

  it.each([
    { of: 'no form at all', init: { body: 'x', headers: { 'content-type': 'text/plain' } } },
    { of: 'a form without a file', init: { body: new FormData() } },
    { of: 'nothing', init: {} },
  ])('that is $of is refused, and says so', async ({ init }) => {
    const left = await changesBy(async () => {
      const response = await office.send(dinkes, 'POST', '/indicators/1/files', init);

      expect([response.status, await response.json()]).toEqual([
        422,
        expect.objectContaining({ code: 'wrong_input' }),
      ]);
    });

    expect(left).toEqual([]);
  });
});

describe('the deadline of an upload', () => {
  it('is over for what comes later, which changes no row', async () => {
    const content = await pdf('terlambat');
    office.setClock(endOf.selfAssessment);
    const answers: unknown[] = [];

    await changesBy(async () => {
      const { status, body } = await upload(office, file({ content }));
      answers.push(status, body.code);
    });
    office.setClock(during.selfAssessment);

    expect(answers).toEqual([409, 'not_open']);
  });

  it('is kept by what began before it, however long it takes to arrive', async () => {
    const content = Buffer.concat([await pdf('lambat'), Buffer.alloc(mebibyte)]);
    office.setClock(endOf.selfAssessment.subtract(second));
    const { answer, finish } = await slowUpload(office, file({ no: 2, content }));
    await untilTrue('the first half', async () =>
      (await filesIn(office)).some((each) => each.includes('incoming')),
    );

    office.setClock(endOf.selfAssessment.add(second));
    finish();
    const { status } = await answer;
    office.setClock(during.selfAssessment);

    expect(status).toBe(201);
  });
});

describe('sweeping the store', () => {
  const hours = (count: number) => new Date(Date.now() - count * 3_600_000);

  async function put(content: string, age: number): Promise<string> {
    const hash = sha256(content);
    const name = join(hash.slice(0, 2), hash.slice(2, 4), hash);
    await mkdir(join(storeFolder(office), name, '..'), { recursive: true });
    await writeFile(join(storeFolder(office), name), content);
    await utimes(join(storeFolder(office), name), hours(age), hours(age));
    return name;
  }

  it('removes what nothing refers to and what is a day old, and nothing else', async () => {
    const service = office.site.app.get(EvidenceService, { strict: false });
    await service.sweep();
    const before = await filesIn(office);
    const { body } = await upload(office, file({ content: await pdf('dirujuk') }));
    await office.done(dinkes, 'DELETE', `/evidence/${body.id}`);
    const kept = await filesIn(office);
    const used = kept.filter((each) => !before.includes(each));
    for (const each of used) {
      await utimes(join(storeFolder(office), each), hours(1000), hours(1000));
    }
    const [old, young] = [await put('tua', 25), await put('muda', 23)];

    const removed = await service.sweep();
    const again = await service.sweep();

    expect([removed, again]).toEqual([1, 0]);
    expect(await filesIn(office)).toEqual([...kept, young].sort());
    expect(await filesIn(office)).not.toContain(old);
    expect(used).toHaveLength(1);
    expect((await sheet(office, dinkes, 1)).evidence).toHaveLength(1);
  });
});
