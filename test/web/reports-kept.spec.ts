import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Office } from '../api/office.js';
import { coordinator, during, smallCity } from '../api/small-city.js';
import { finish } from '../api/work.js';
import { OfficeDesk, said } from './office-desk.js';

let office: Office;
let desk: OfficeDesk;

beforeAll(async () => {
  office = await Office.open(smallCity(), during.beginning);
  await office.moveTo(during.report);
  desk = await OfficeDesk.open(office, coordinator, '/koordinator/kota-kecil/laporan');
});

afterAll(() => office.close());

const db = () => office.site.app.get(DataSource);

describe('drafts', () => {
  it('stay as long as they are among the last ten, or somebody waits for them', async () => {
    await desk.post('', { format: 'pdf' });
    await db().query(
      `INSERT INTO report SELECT gen_random_uuid(), cycle, kind, -number, hash, frame, data, made_at
       FROM report, generate_series(1, 12) AS number WHERE kind = 'draft'`,
    );
    await db().query(
      `INSERT INTO report_document (id, report, format, asked_at, asked_by, state, claimed_until)
       SELECT gen_random_uuid(), id, 'xlsx', made_at, '${coordinator}',
         CASE entries WHEN -12 THEN 'running' ELSE 'failed' END, now() + interval '1h'
       FROM report WHERE entries < 0`,
    );

    await desk.post('', { format: 'pdf' });

    const kept = await db().query<{ entries: number }[]>(
      'SELECT entries FROM report WHERE entries < 0 ORDER BY entries DESC',
    );
    expect(kept.map(({ entries }) => -entries)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 12]);
    await db().query(
      'DELETE FROM report_document USING report r WHERE r.id = report AND r.entries < 0',
    );
    await db().query('DELETE FROM report WHERE entries < 0');
  });
});

describe('a result that somebody has changed in the database', () => {
  it('gets no report any more, and the page says why', async () => {
    await finish(office, coordinator, 'laporan');
    await db().query('ALTER TABLE result DISABLE TRIGGER result_frozen');
    await db().query(
      `UPDATE result SET frozen = jsonb_set(frozen, '{published,index}', '"4.90"') WHERE cycle = 'kota-kecil'`,
    );

    const { status, text } = await said(await desk.post('', { format: 'pdf' }));

    expect(status).toBe(409);
    expect(text).toContain('tidak lagi sama dengan yang diterbitkan');
    expect(await db().query(`SELECT FROM report WHERE kind = 'published'`)).toEqual([]);
  });
});
