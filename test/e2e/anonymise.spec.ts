import 'reflect-metadata';
import { userInfo } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EarlierResults } from '../../src/assessment/earlier/earlier-results.service.js';
import { ReadingService } from '../../src/assessment/reading.service.js';
import type { JournalReport } from '../../src/commands/verify-journal.js';
import { a1, a2, coordinator, dinkes, dlh } from '../api/small-city.js';
import { allRows } from '../api/tables.js';
import { wib } from '../engine/city.js';
import { siklus } from './harness.js';
import { siti, sri, TracedCity, why } from './traced-city.js';

let city: TracedCity;

beforeAll(async () => {
  city = await TracedCity.open();
});

afterAll(() => city.office.close());

async function earlierHold(): Promise<boolean[]> {
  const reading = city.office.site.app.get(ReadingService, { strict: false });
  const reader = await reading.coordinator(city.office.cycle, 'koordinator-2@kota.test');
  const earlier = city.office.site.app.get(EarlierResults, { strict: false });
  return (await earlier.list(reader)).map(({ holds }) => holds);
}

describe('whoever still takes part', () => {
  it.each([
    [dinkes, 'kota-kecil: unit DINKES'],
    [coordinator, 'kota-kecil: coordinator'],
    [a1, 'kota-kecil: assessor A1'],
  ])('is not taken out: %s', async (email, role) => {
    const before = await allRows(city.office.site.app);

    await expect(city.anonymise(email, { yes: true })).rejects.toThrow(
      `${email}: still takes part (${role}): let somebody else take the place first`,
    );
    expect(await allRows(city.office.site.app)).toEqual(before);
  });

  it('is told from who is named nowhere', async () => {
    await expect(city.anonymise('entah@kota.test', { yes: true })).rejects.toThrow(
      'is named nowhere',
    );
  });
});

describe('whoever has left, in the middle of a year', () => {
  beforeAll(async () => {
    const admins = [{ name: 'Admin Baru', email: 'baru@dinkes.test' }];
    await city.query('UPDATE unit SET admins = $1 WHERE code = $2', [
      JSON.stringify(admins),
      'DINKES',
    ]);
  });

  it('is shown first, and nothing is changed by that', async () => {
    const before = await allRows(city.office.site.app);

    const lines = await city.anonymise(dinkes);

    expect(lines.at(-1)).toBe('nothing was changed: --yes does it');
    expect(lines).toContain('answer: 1 row');
    expect(await allRows(city.office.site.app)).toEqual(before);
  });

  it('is taken out of every table, and the journal still verifies', async () => {
    const rows = await city.query<{ count: string }>('SELECT count(*) FROM journal');

    await city.anonymise(dinkes, { yes: true });

    expect([await city.tablesWith(dinkes), await city.tablesWith(siti.name)]).toEqual([[], []]);
    expect(await city.verified()).toEqual({
      intact: [expect.stringMatching(/^kota-kecil: \d+ entries, intact, head [0-9a-f]{64}$/)],
      problems: [],
    });
    const after = await city.query<{ count: string }>('SELECT count(*) FROM journal');
    expect(Number(after[0]?.count)).toBe(Number(rows[0]?.count) + 1);
  });

  it('leaves everybody else as they were, and words that only look like them', async () => {
    expect(await city.tablesWith(dlh)).toContain('journal');
    expect(await city.tablesWith(sri)).toContain('comment');
    expect(await city.tablesWith('SITI@X.TEST dan Budiman')).toEqual(['comment']);
  });

  it('cannot sign in any more, with anything that they had', async () => {
    for (const table of ['session', 'account', 'one_time_link', 'api_token']) {
      const rows = await city.query<{ row: string }>(
        `SELECT to_jsonb(t)::text AS row FROM ${table} t`,
      );
      expect(rows.filter(({ row }) => /dinkes\.test|anonim/.test(row))).toEqual([]);
    }
  });

  it('is one person still, who can be followed through the record', async () => {
    const who = await city.query<{ who: string }>(
      `SELECT DISTINCT who FROM journal WHERE who LIKE 'anonim-%'`,
    );
    const [entry] = await city.query<{ why: string; who: string; facts: { as: string } }>(
      `SELECT who, why, facts FROM journal WHERE what = 'anonymised'`,
    );

    expect(who).toEqual([{ who: entry?.facts.as }]);
    expect(entry).toMatchObject({ who: 'operator uji', why });
  });

  it('is taken out of an imported result, which still holds', async () => {
    await city.query(
      `INSERT INTO coordinator (cycle, email, name, position) VALUES ($1, $2, 'Dua', 9)`,
      [city.office.cycle, 'koordinator-2@kota.test'],
    );

    expect(await earlierHold()).toEqual([true]);
  });
});

describe('a record out of which somebody was taken', () => {
  const changes = [
    ['who', `'orang lain'`],
    ['why', `'alasan lain'`],
    ['facts', `'{}'`],
  ] as const;

  /** @returns what is found while it is so */
  async function tampered(set: string, id: string): Promise<JournalReport> {
    const [row] = await city.query<Record<'who' | 'why' | 'facts', unknown>>(
      'SELECT who, why, facts FROM journal WHERE id = $1',
      [id],
    );
    await city.tamper(`UPDATE journal SET ${set} WHERE id = $1`, [id]);
    const report = await city.verified();
    const before = [id, row?.who, row?.why, JSON.stringify(row?.facts)];
    await city.tamper('UPDATE journal SET who = $2, why = $3, facts = $4 WHERE id = $1', before);
    return report;
  }

  it.each(changes)('still shows whoever changes its %s', async (column, value) => {
    const [one] = await city.query<{ id: string; number: number }>(
      `SELECT id, number FROM journal WHERE who LIKE 'anonim-%' AND what = 'answer-saved' LIMIT 1`,
    );

    const { problems } = await tampered(`${column} = ${value}`, one?.id ?? '');

    expect(problems).toEqual([expect.stringContaining(`entry ${one?.number} (id ${one?.id}`)]);
    expect((await city.verified()).problems).toEqual([]);
  });

  it('does not believe an entry that was changed to vouch for others', async () => {
    const [entry] = await city.query<{ id: string }>(
      `SELECT id FROM journal WHERE what = 'anonymised'`,
    );

    const { problems } = await tampered(`facts = '{}'`, entry?.id ?? '');

    expect(problems.length).toBeGreaterThan(1);
    expect(problems.join('\n')).toContain(`(id ${entry?.id}, anonymised`);
  });

  it('keeps all but its words, whoever asks', async () => {
    const change = city.tamper('UPDATE journal SET recorded = now()');

    await expect(change).rejects.toThrow('the journal is append-only');
  });
});

describe('once the year is over', () => {
  beforeAll(async () => {
    await city.office.moveTo(wib('2025-11-15T10:00'));
  });

  it('whoever held an office in it may be taken out, one after the other', async () => {
    const lines = await city.anonymise(coordinator, { yes: true });
    await city.anonymise(a2, { yes: true });

    expect(lines).toContainEqual(expect.stringMatching(/^"Budi" becomes "Anonim [0-9a-f]{8}"$/));
    expect([await city.tablesWith(coordinator), await city.tablesWith(a2)]).toEqual([[], []]);
    expect(await city.tablesWith('"Budi"')).toEqual([]);
    expect(await city.tablesWith('Budiman')).toEqual(['comment']);
    expect(await city.verified()).toMatchObject({ problems: [] });
  });

  it('the command line does it too, and names whoever it is run by', async () => {
    const environment = {
      NODE_ENV: 'development',
      DATABASE_URL: city.settings.databaseUrl,
      DATA_FOLDER: city.settings.dataFolder,
    };
    const ask = (...more: string[]) =>
      siklus(['anonymise', a1, '--why', why, ...more], environment);

    await city.query(`UPDATE assessor SET retired = true WHERE code = 'A1'`);
    const shown = await ask();
    const { status, stdout } = await ask('--name', 'Pak Asesor', '--yes');

    expect([shown.status, shown.stderr]).toEqual([0, '']);
    expect(shown.stdout).toMatch(/^journal: \d+ rows$/m);
    expect(shown.stdout).toMatch(/^nothing was changed: --yes does it$/m);
    expect([status, stdout]).toEqual([0, expect.stringContaining('"Pak Asesor" becomes "Anonim ')]);
    expect(await city.tablesWith(a1)).toEqual([]);
    const [entry] = await city.query<{ who: string }>(
      'SELECT who FROM journal ORDER BY id DESC LIMIT 1',
    );
    expect(entry?.who).toBe(`operator ${userInfo().username}`);
  });

  it('a name that somebody else bears as well stays where it stands alone', async () => {
    const rows = await city.query<{ text: string }>('SELECT text FROM comment ORDER BY at');
    const [unit] = await city.query<{ admins: object }>(
      `SELECT admins FROM unit WHERE code = 'DLH'`,
    );
    const [assessor] = await city.query<{ name: string }>(
      `SELECT name FROM assessor WHERE code = 'A2'`,
    );

    expect(rows.at(-1)?.text).toMatch(
      /^Terima kasih, Bu Anonim [0-9a-f]{8}; salam dari Sri Wahyuni\.$/,
    );
    expect(unit?.admins).toEqual([{ name: sri, email: dlh }]);
    expect(assessor?.name).toMatch(/^Anonim/);
    const beside = await city.query<{ name: string; email: string }>(
      `SELECT DISTINCT recipient ->> 'name' AS name, address AS email FROM notice
       UNION SELECT "to" ->> 'name', "to" ->> 'email' FROM mail`,
    );
    expect(beside.filter(({ name }) => name === sri)).toEqual([{ name: sri, email: dlh }]);
  });
});
