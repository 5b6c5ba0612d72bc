// Who can write what the opening of a phase leaves: for each unit a task, an entry of the journal, a mail and a notice.
import { DataSource } from 'typeorm';
import { TaskRow } from '../../../dist/src/cycle/cycle.entity.js';
import { JournalRow } from '../../../dist/src/cycle/journal.entity.js';
import { TickService } from '../../../dist/src/engine/tick.service.js';
import { MailRow, NoticeRow } from '../../../dist/src/notice/outbox.entity.js';
import { cycle } from '../one-phase.js';

const entities = [TaskRow, JournalRow, MailRow, NoticeRow];
const chunk = 1000;

/**
 * By name, each in one transaction. All but the first two are given what Siklus has written before them: nothing
 * of it is left for them to work out.
 */
export const contenders = {
  'siklus, the tick': (app) => app.get(TickService).tick(cycle),
  'INSERT … SELECT': (app) => app.get(DataSource).transaction(selected),
  'TypeORM, 1,000 rows an insert': (app, written) =>
    app.get(DataSource).transaction(async (tx) => {
      for (const [index, rows] of written.entries()) {
        for (let from = 0; from < rows.length; from += chunk) {
          await tx.insert(entities[index], rows.slice(from, from + chunk).map(fresh));
        }
      }
    }),
  'TypeORM, one save a row': (app, written) =>
    app.get(DataSource).transaction(async (tx) => {
      for (const [index, rows] of written.entries()) {
        for (const row of rows) await tx.save(entities[index], fresh(row));
      }
    }),
};

/** What Siklus has written for the units, in the order in which it can be written again. */
export async function writtenBy(app) {
  const { manager } = app.get(DataSource);
  const [tasks, entries, mails, notices] = [
    await manager.find(TaskRow, { order: { id: 'ASC' } }),
    await manager.find(JournalRow, { where: { what: 'task' }, order: { id: 'ASC' } }),
    await manager.find(MailRow, { order: { seq: 'ASC' } }),
    await manager.find(NoticeRow, { order: { id: 'ASC' } }),
  ];
  return [tasks, entries.map(without('id')), mails.map(without('seq')), notices.map(without('id'))];
}

/** The database numbers it itself. */
function without(number) {
  return (row) => Object.fromEntries(Object.entries(row).filter(([column]) => column !== number));
}

/** TypeORM writes the numbers that the database gave into what it was handed. */
function fresh(row) {
  return { ...row };
}

/** The limit: nothing leaves the database. No rule is looked at, and the entries of the journal are not chained. */
async function selected(tx) {
  for (const statement of statements) await tx.query(statement, [cycle]);
}

const statements = [
  `INSERT INTO task (cycle, id, phase, unit, state, deadline, deadline_date, opened_at, notice_at, deadline_since,
     levels, findings, excused)
   SELECT cycle, phase || '/' || code || '#1', phase, code, 'todo', '2025-10-01T00:00+07', '2025-09-30',
     '2025-09-01T00:00+07', '2025-09-01T00:00+07', '2025-09-01T00:00+07', '{}', '[]', false
   FROM unit, (SELECT code AS phase FROM phase WHERE cycle = $1) self_assessment WHERE cycle = $1`,
  `INSERT INTO journal (cycle, due, recorded, who, what, phase, unit, task, "to", facts, number, hash)
   SELECT cycle, opened_at, opened_at, 'siklus', 'task', phase, unit, id, 'todo', '{"late": false}',
     1000 + row_number() OVER (), repeat('0', 64)
   FROM task WHERE cycle = $1`,
  `INSERT INTO mail (id, cycle, "to", cc, planned_at, next_attempt_at, outstanding)
   SELECT gen_random_uuid(), cycle, admins -> 0 || jsonb_build_object('role', 'admin', 'unit', code), '[]', '2025-09-01T00:00+07',
     '2025-09-01T00:00+07', ARRAY[admins -> 0 ->> 'email']
   FROM unit WHERE cycle = $1`,
  `INSERT INTO notice (mail, cycle, address, occurrence, kind, phase, unit, task, deadline, recipient, copy_to, facts)
   SELECT m.id, m.cycle, m."to" ->> 'email', t.id || ' opened', 'opened', t.phase, t.unit, t.id,
     t.deadline, m."to", '[]', '{}'
   FROM mail m
   JOIN task t ON t.cycle = m.cycle AND t.unit = m."to" ->> 'unit'
   WHERE m.cycle = $1`,
];
