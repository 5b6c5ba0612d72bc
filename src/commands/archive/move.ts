import type { EntityManager } from 'typeorm';
import { forgetPlans } from '../../platform/bulk-write.js';

/** How many rows there are in the tables of what runs, or went out of them. */
export interface Moved {
  readonly mails: number;
  readonly notices: number;
  readonly entries: number;
}

export const nothing: Moved = { mails: 0, notices: 0, entries: 0 };

export function added(one: Moved, other: Moved): Moved {
  return {
    mails: one.mails + other.mails,
    notices: one.notices + other.notices,
    entries: one.entries + other.entries,
  };
}

// What can be sent again stays where it is sent from.
const settled = `m.state IN ('sent', 'superseded', 'silenced') AND m.bounced = '{}'
  AND NOT EXISTS (SELECT FROM ONLY notice n WHERE n.mail = m.id AND n.state = 'waiting')`;

const hot = `
  SELECT (SELECT count(*) FROM ONLY mail m WHERE m.cycle = $1 AND ${settled})::int AS mails,
    (SELECT count(*) FROM ONLY notice n JOIN ONLY mail m ON m.id = n.mail
     WHERE m.cycle = $1 AND ${settled})::int AS notices,
    (SELECT count(*) FROM ONLY journal j WHERE j.cycle = $1)::int AS entries`;

/** What a cycle has that could be moved. */
export async function movable(tx: EntityManager, cycle: string): Promise<Moved> {
  const [row] = await tx.query<Moved[]>(hot, [cycle]);
  return row ?? nothing;
}

/** The oldest of them, so that a run that is killed has moved whole weeks. Whoever calls holds the cycle's lock. */
export async function move(tx: EntityManager, cycle: string, atMost: number): Promise<Moved> {
  await tx.query(`SET LOCAL siklus.archiving = 'yes'`);
  await forgetPlans(tx);
  const mails = await idsOf(
    tx,
    `INSERT INTO mail_archive
     SELECT m.* FROM ONLY mail m WHERE m.cycle = $1 AND ${settled} ORDER BY m.seq LIMIT $2 RETURNING id`,
    [cycle, atMost],
  );
  const notices = await idsOf(
    tx,
    `INSERT INTO notice_archive
     SELECT n.* FROM ONLY notice n WHERE n.mail = ANY ($1::uuid[]) ORDER BY n.id RETURNING id`,
    [mails],
  );
  await tx.query('DELETE FROM ONLY notice WHERE mail = ANY ($1::uuid[])', [mails]);
  await tx.query('DELETE FROM ONLY mail WHERE id = ANY ($1::uuid[])', [mails]);
  const entries = await idsOf(
    tx,
    `INSERT INTO journal_archive
     SELECT j.* FROM ONLY journal j WHERE j.cycle = $1 ORDER BY j.number LIMIT $2 RETURNING id`,
    [cycle, atMost],
  );
  await tx.query('DELETE FROM ONLY journal WHERE id = ANY ($1::bigint[])', [entries]);
  return { mails: mails.length, notices: notices.length, entries: entries.length };
}

async function idsOf(tx: EntityManager, sql: string, values: unknown[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(sql, values);
  return rows.map(({ id }) => id);
}
