import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { loadInstrument } from '../../src/assessment/instrument-file.js';
import { CycleStore } from '../../src/cycle/cycle.store.js';
import { JournalRow } from '../../src/cycle/journal.entity.js';
import { JournalCheckService } from '../../src/cycle/journal-check.service.js';
import { Stepper } from '../../src/engine/stepper.js';
import { TrendService } from '../../src/report/trend.service.js';
import { shipped } from '../config/office.js';
import { csvOf, workbookOfLevels } from '../assessment/levels.js';
import { Office } from './office.js';
import { a1, coordinator, dinkes, during, smallCity } from './small-city.js';
import { allRows, changingNothing } from './tables.js';

const spbe = loadInstrument(shipped, 'spbe-2020');
/** Every level 3: the index is 3.00, which is "Baik". */
const allThree = csvOf(spbe, () => '3');
const form = { year: '2024', instrument: 'spbe-2020', index: '3.00', predikat: 'Baik' };

interface Plan {
  readonly code: string;
  readonly shown: string;
  readonly differences: readonly string[];
  readonly published: { readonly index: string };
  readonly replaces: { readonly version: number } | null;
  readonly problems: readonly { readonly field: string; readonly problem: string }[];
}

let office: Office;

beforeAll(async () => {
  const city = smallCity();
  const history = [
    { year: 2023, instrument: 'spbe-2020', index: '3.10' },
    { year: 2024, instrument: 'spbe-2020', index: '3.76' },
  ];
  office = await Office.open({ ...city, plan: { ...city.plan, history } }, during.beginning);
});

afterAll(() => office.close());

async function ask(
  email: string,
  path: string,
  fields: Record<string, string>,
  content: Buffer = allThree,
  name = 'hasil 2024.csv',
): Promise<{ status: number; body: Plan }> {
  const answer = await office.upload(email, `/earlier-results${path}`, { name, content }, fields);
  return answer as unknown as { status: number; body: Plan };
}

async function trend() {
  const facts = await office.site.app.get(CycleStore, { strict: false }).facts('kota-kecil');
  return office.site.app.get(TrendService, { strict: false }).of(facts);
}

describe('the result of a year before Siklus', () => {
  it.each([
    { by: dinkes, answer: [403, 'not_allowed'] },
    { by: a1, answer: [403, 'not_allowed'] },
    { by: 'orang@lain.test', answer: [404, 'not_found'] },
  ])('is not for $by', async ({ by, answer }) => {
    for (const path of ['/preview', '']) {
      const { status, body } = await changingNothing(office, () => ask(by, path, form));

      expect([status, body.code]).toEqual(answer);
    }
  });

  it('is shown first: what its levels come to, and where that is not what was announced', async () => {
    const { body } = await changingNothing(office, () =>
      ask(coordinator, '/preview', { ...form, index: '3,76', predikat: 'Memuaskan' }),
    );

    expect(body).toMatchObject({
      code: 'spbe-2024',
      instrument: 'spbe-2020',
      stated: { year: 2024, index: '3.76', predikat: 'Memuaskan' },
      published: { index: '3.00', predikat: 'Baik' },
      differences: ['index', 'predikat'],
      replaces: null,
    });
  });

  it.each([
    { wrong: { year: '2025' }, field: 'year', problem: 'before the one' },
    { wrong: { year: '1999' }, field: 'year', problem: 'from 2000 on' },
    { wrong: { year: '2024.5' }, field: 'year', problem: 'from 2000 on' },
    {
      wrong: { instrument: '../spbe-2020' },
      field: 'instrument',
      problem: 'code of an instrument',
    },
    { wrong: { index: '1e308' }, field: 'index', problem: 'from 1.00 to 5.00' },
    { wrong: { index: '5.01' }, field: 'index', problem: 'from 1.00 to 5.00' },
    { wrong: { predikat: 'Hebat' }, field: 'predikat', problem: 'of this instrument' },
  ])('is refused with $wrong', async ({ wrong, field, problem }) => {
    const { status, body } = await changingNothing(office, () =>
      ask(coordinator, '', { ...form, ...wrong }),
    );

    expect([status, body.code]).toEqual([422, 'wrong_input']);
    expect(body.problems).toEqual([
      expect.objectContaining({ field, problem: expect.stringContaining(problem) as unknown }),
    ]);
  });

  it('is not taken otherwise than it was shown, nor without a reason for a difference', async () => {
    const other = { ...form, index: '3.76', predikat: 'Sangat Baik' };
    const { body } = await ask(coordinator, '/preview', other);

    const stale = await changingNothing(office, () =>
      ask(coordinator, '', { ...form, shown: body.shown }),
    );
    const silent = await changingNothing(office, () =>
      ask(coordinator, '', { ...other, shown: body.shown, differs: ' ' }),
    );

    expect([stale.status, stale.body.code]).toEqual([409, 'changed_meanwhile']);
    expect([silent.status, silent.body.problems[0]?.field]).toEqual([422, 'differs']);
  });

  it('counts as it was announced, before what the file of the cycle says, and is in the journal', async () => {
    const other = { ...form, index: '3.70', predikat: 'Sangat Baik' };
    const { body } = await ask(coordinator, '/preview', other);

    const taken = await ask(coordinator, '', {
      ...other,
      shown: body.shown,
      differs: 'Pembulatan kementerian',
    });

    expect(taken.status).toBe(200);
    expect(
      (await trend()).map(({ year, index, source, noted, computed, change }) => {
        return { year, index, source, noted, computed, change };
      }),
    ).toEqual([
      { year: 2023, index: '3.10', source: 'noted', noted: null, computed: null, change: null },
      {
        ...{ year: 2024, index: '3.70', source: 'imported', change: '+0.60' },
        ...{ noted: '3.76', computed: '3.00' },
      },
    ]);
    const entry = await office.site.app
      .get(DataSource)
      .manager.findOneByOrFail(JournalRow, { what: 'result-imported' });
    expect(entry).toMatchObject({
      who: coordinator,
      to: 'spbe-2024 3.70',
      why: 'Pembulatan kementerian',
      facts: { year: 2024, file: 'hasil 2024.csv', computed: '3.00', version: 1 },
    });
  });

  it('gives no year twice, unless somebody says why it takes the place of the first', async () => {
    const { body } = await ask(coordinator, '/preview', form);
    const silent = await changingNothing(office, () =>
      ask(coordinator, '', { ...form, shown: body.shown }),
    );

    const replaced = await ask(coordinator, '', {
      ...form,
      shown: body.shown,
      replaces: 'Tabel pertama salah tahun',
    });

    expect(body.replaces).toMatchObject({ version: 1 });
    expect([silent.status, silent.body.problems[0]?.field]).toEqual([422, 'replaces']);
    expect(replaced.status).toBe(200);
    expect((await trend())[1]).toMatchObject({ index: '3.00', computed: null, noted: '3.76' });
  });

  it('can be traced, as long as nobody has changed what is stored', async () => {
    type Listed = { results: { holds: boolean; checks: object; version: number }[] };
    const before = await office.done<Listed>(coordinator, 'GET', '/earlier-results');
    const db = office.site.app.get(DataSource);

    await expect(db.query('UPDATE earlier_result SET year = 2022')).rejects.toThrow('frozen');
    await db.query('ALTER TABLE earlier_result DISABLE TRIGGER earlier_result_frozen');
    await db.query(
      `UPDATE earlier_result SET frozen = jsonb_set(frozen, '{levels,1}', '"5"') WHERE version = 2`,
    );
    const forged = await office.done<Listed>(coordinator, 'GET', '/earlier-results');
    await db.query(
      `UPDATE earlier_result SET frozen = jsonb_set(frozen, '{levels,1}', '"3"') WHERE version = 2`,
    );
    await db.query('ALTER TABLE earlier_result ENABLE TRIGGER earlier_result_frozen');

    expect(before.results.map(({ version, holds }) => [version, holds])).toEqual([[2, true]]);
    expect(forged.results[0]).toMatchObject({
      holds: false,
      checks: { computes: false, recorded: false },
    });
  });

  it('makes no cycle and no task, plans no mail, and leaves the journal whole', async () => {
    const { app } = office.site;
    const before = await allRows(app);
    const { body } = await ask(coordinator, '/preview', { ...form, year: '2022' });
    await ask(coordinator, '', { ...form, year: '2022', shown: body.shown });

    await app.get(Stepper, { strict: false }).settle();

    const after = await allRows(app);
    const touched = Object.keys(after).filter(
      (table) => !isDeepStrictEqual(before[table], after[table]),
    );
    // The watermark of the tick, and what is written of the import itself.
    expect(touched).toEqual(['cycle', 'earlier_result', 'journal', 'journal_head']);
    expect(after['cycle']).toHaveLength(1);
    const check = await app.get(JournalCheckService, { strict: false }).verify('kota-kecil');
    expect(check).toMatchObject({ flaws: [] });
  });

  it('can be a workbook, whose detail then stands in the trend by indicator', async () => {
    const content = await workbookOfLevels(spbe, (no) => (no === 1 ? 2 : 3));
    const earlier = { ...form, year: '2023', index: '2.99', predikat: 'Baik' };
    const { body } = await ask(coordinator, '/preview', earlier, content, 'hasil 2023.xlsx');
    await ask(coordinator, '', { ...earlier, shown: body.shown }, content, 'hasil 2023.xlsx');

    const answer = await office.done<{ stretches: { indicators: object[] }[] }>(
      coordinator,
      'GET',
      '/trend',
    );

    expect(answer.stretches[0]?.indicators.slice(0, 2)).toEqual([
      expect.objectContaining({
        code: '1',
        figures: ['3', '2', '3'],
        changes: [null, '-1.00', '+1.00'],
      }),
      expect.objectContaining({
        code: '2',
        figures: ['3', '3', '3'],
        changes: [null, '+0.00', '+0.00'],
      }),
    ]);
  });
});
