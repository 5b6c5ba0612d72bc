import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { loadCycle } from '../../src/cycle/cycle-file.js';
import type { Proposal } from '../../src/domain/assessment/propose-assignments.js';
import type { Assignment } from '../../src/domain/people.js';
import { ConfigFolder } from '../../src/platform/config-folder.js';
import { readSettings } from '../../src/platform/settings.js';
import { everybody, unit } from '../domain/people.js';
import { wib } from '../engine/city.js';
import { Office } from './office.js';

const coordinator = 'koordinator@kota.test';
const admin = 'admin@dinkes.test';
const folder = new ConfigFolder(readSettings({}).configFolder);

let office: Office;

beforeAll(async () => {
  const people = everybody({
    units: ['DINKES', 'DLH', 'DISHUB'].map((code) => unit(code)),
    assignments: [],
  });
  office = await Office.open(
    { ...loadCycle(folder, 'spbe-2025'), people },
    wib('2025-06-03T09:00'),
  );
});

afterAll(() => office.close());

const spreadsheet = (text: string) => ({ name: 'penugasan.csv', content: Buffer.from(text) });

const import_ = (email: string, path: string, text: string) =>
  office.upload(email, `/assignments/${path}`, spreadsheet(text));

async function assignments(): Promise<readonly Assignment[]> {
  const { loads } = await office.done<Proposal>(coordinator, 'GET', '/assignments/proposal');
  expect(loads.length).toBe(3);
  const before = await office.done<Proposal>(coordinator, 'GET', '/assignments/proposal?perUnit=1');
  return before.assignments;
}

async function clear(): Promise<void> {
  for (const code of ['DINKES', 'DLH', 'DISHUB']) {
    for (const assessor of ['A1', 'A2', 'A3']) {
      await office.ask(coordinator, 'DELETE', `/assignments/${code}/${assessor}`);
    }
  }
}

beforeEach(clear);

describe('a proposal of assessors', () => {
  it('is shown, changes nothing, and is taken as it was shown', async () => {
    const shown = await assignments();
    const again = await assignments();

    await office.done(coordinator, 'POST', '/assignments', { assignments: shown });
    const afterwards = await assignments();

    expect(shown.map(({ unit: code }) => code).sort()).toEqual(['DINKES', 'DISHUB', 'DLH']);
    expect(again).toEqual(shown);
    expect(afterwards).toEqual([]);
  });

  it('never gives an assessor the home unit', async () => {
    const shown = await assignments();

    expect(shown).not.toContainEqual({ unit: 'DLH', assessor: 'A1' });
    expect(shown).not.toContainEqual({ unit: 'DINKES', assessor: 'A2' });
  });

  it('is taken as a whole or not at all', async () => {
    const wrong = [
      { unit: 'DINKES', assessor: 'A3' },
      { unit: 'DLH', assessor: 'A1' },
    ];

    const answer = await office.ask(coordinator, 'POST', '/assignments', { assignments: wrong });

    expect(answer).toMatchObject({ status: 422, body: { code: 'conflict_of_interest' } });
    expect(await assignments()).toHaveLength(3);
  });

  it.each(['/assignments/proposal', '/assignments/export'])(
    'is for coordinators alone: %s',
    async (path) => {
      expect(await office.ask(admin, 'GET', path)).toMatchObject({ status: 403 });
    },
  );
});

describe('an import of assignments', () => {
  const right = 'Indikator,OPD penanggung jawab,OPD pendukung\n1,DINKES,DLH; DISHUB\n2,DLH,\n';

  it('is shown first and changes nothing', async () => {
    const preview = await import_(coordinator, 'import/preview', right);
    const again = await import_(coordinator, 'import/preview', right);

    expect(preview).toMatchObject({
      status: 200,
      body: {
        indicators: [
          { indicator: 1, lead: { from: null, to: 'DINKES' } },
          { indicator: 2, lead: { from: null, to: 'DLH' } },
        ],
        units: [],
      },
    });
    expect(again).toEqual(preview);
  });

  it('is taken, and its export changes nothing any more', async () => {
    await import_(coordinator, 'import', right);
    await import_(coordinator, 'import', 'OPD,Asesor\nDINKES,A3\nDLH,A3; A2\n');
    const exported = await office.send(coordinator, 'GET', '/assignments/export');
    const workbook = Buffer.from(await exported.arrayBuffer());
    const preview = await office.upload(coordinator, '/assignments/import/preview', {
      name: 'penugasan.xlsx',
      content: workbook,
    });

    expect(preview).toEqual({ status: 200, body: { indicators: [], units: [] } });
    expect(await office.ask(coordinator, 'GET', '/indicators/1')).toMatchObject({
      body: { responsibility: { lead: 'DINKES', supports: ['DLH', 'DISHUB'] } },
    });
    expect((await assignments()).map(({ unit: code }) => code)).toEqual(['DISHUB']);
  });

  it('that is wrong names every row and column, and changes nothing', async () => {
    const answer = await import_(coordinator, 'import', 'OPD,Asesor\nENTAH,A3\nDLH,A1\n');

    expect(answer).toMatchObject({
      status: 422,
      body: {
        code: 'wrong_input',
        problems: [
          { line: 2, field: 'OPD' },
          { line: 3, field: 'Asesor' },
        ],
      },
    });
    expect(await assignments()).toHaveLength(3);
  });

  it('is for coordinators alone', async () => {
    expect(await import_(admin, 'import', right)).toMatchObject({ status: 403 });
    expect(await import_(admin, 'import/preview', right)).toMatchObject({ status: 403 });
  });
});
