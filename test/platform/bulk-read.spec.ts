import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { DataSource } from 'typeorm';
import { TaskRow } from '../../src/cycle/cycle.entity.js';
import { UnitRow } from '../../src/people/people.entity.js';
import { bulkReading, inCycle, readAll } from '../../src/platform/bulk-read.js';
import { databaseOptions, migrate } from '../../src/platform/database.js';
import type { RunningDatabase } from '../../src/platform/embedded/postgres.js';
import { freshDatabase } from '../engine/servers.js';

let database: RunningDatabase;
let db: DataSource;

beforeAll(async () => {
  database = await freshDatabase();
  const entities = [TaskRow, UnitRow];
  db = await new DataSource({ ...databaseOptions(database.url), entities }).initialize();
  await migrate(db);
  await db.query(city);
});

afterAll(async () => {
  await db.destroy();
  await database.stop();
});

/** Two cycles, so that one has to be told from the other; instants finer than they are kept, and before 1970. */
const city = `
  INSERT INTO cycle (code, title, zone, send_at, instrument, holidays, state, blueprint)
  SELECT code, 'Siklus', 'Asia/Jakarta', '08:00', 'spbe-2020', '[]', 'active', '{}'
  FROM unnest(ARRAY['one', 'other']) code;
  INSERT INTO phase (cycle, code, position, title, kind, opens, closes, reminders, requires, state)
  SELECT code, 'mandiri', 0, 'Mandiri', 'self-assessment', '2025-09-01', '2025-09-12', '[]', '[]', 'open'
  FROM cycle;
  INSERT INTO unit (cycle, code, position, name, head, admins, retired)
  SELECT c.code, 'OPD-' || n, 10 - n, 'Dinas ' || n, CASE WHEN n % 2 = 0 THEN '{"name": "Kepala", "email": "k@o.test"}'::jsonb END,
    '[{"name": "Admin", "email": "a@o.test"}]', n = 3
  FROM cycle c, generate_series(1, 9) n;
  INSERT INTO task (cycle, id, phase, unit, state, deadline, deadline_date, extended_to, opened_at, notice_at,
    deadline_since, levels, findings, excused)
  SELECT c.code, 'mandiri/' || u.code, 'mandiri', u.code, 'todo', '2025-09-12T17:00:00.123987Z', '2025-09-12',
    CASE WHEN u.position = 4 THEN '2025-09-20' END, '1969-12-31T23:59:59.9995Z', '2025-09-01T01:00:00Z',
    '1969-12-31T23:59:59.9Z', '{"1": 3}', '[2, 7]', u.position = 5
  FROM cycle c JOIN unit u ON u.cycle = c.code`;

describe('rows that are read in bulk', () => {
  it('are those of TypeORM, value by value and in order', async () => {
    const where = { cycle: 'one' };

    const tasks = await readAll(db.manager, TaskRow, inCycle('one'), ['id']);
    const units = await readAll(db.manager, UnitRow, inCycle('one'), ['position']);

    expect(tasks).toHaveLength(9);
    expect(tasks).toEqual(await db.manager.find(TaskRow, { where, order: { id: 'ASC' } }));
    expect(units).toHaveLength(9);
    expect(units).toEqual(await db.manager.find(UnitRow, { where, order: { position: 'ASC' } }));
  });

  it('share the dates that they have in common', async () => {
    const [first, second] = await readAll(db.manager, TaskRow, inCycle('one'), ['id']);

    expect(first?.deadline).toBeInstanceOf(Temporal.Instant);
    expect(second?.deadline).toBe(first?.deadline);
    expect(second?.deadlineDate).toBe(first?.deadlineDate);
  });

  it('can be those that a change returns', async () => {
    const { list, entities } = bulkReading(db.manager, TaskRow);
    const [rows] = await db.query<[Record<string, unknown>[], number]>(
      `UPDATE task t SET state = 'in-progress' WHERE t.cycle = 'other' AND t.id = 'mandiri/OPD-1' RETURNING ${list}`,
    );

    const found = await db.manager.findBy(TaskRow, { cycle: 'other', id: 'mandiri/OPD-1' });
    expect(found).toMatchObject([{ state: 'in-progress' }]);
    expect(entities(rows)).toEqual(found);
  });
});
