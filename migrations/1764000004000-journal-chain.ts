import { Temporal } from 'temporal-polyfill';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { chained, headAfter, unwritten, type Head } from '../src/domain/journal-chain.js';
import type { Entry } from '../src/domain/journal.js';
import { sha256 } from '../src/platform/sha256.js';

type StoredEntry = Omit<Entry, 'due' | 'recorded'> & { id: string; due: Date; recorded: Date };

const pageLength = 1000;

/** Rule 19: whoever gets past the append-only trigger leaves a trace that can be found. */
export class JournalChain1764000004000 implements MigrationInterface {
  readonly name = 'JournalChain1764000004000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE journal
        -- From 1 in each cycle, without a gap: ids have gaps of their own.
        ADD COLUMN number bigint,
        -- SHA-256 of the entry, its number, and the hash of the one before.
        ADD COLUMN hash   text;

      CREATE TABLE journal_head (
        cycle   text   PRIMARY KEY REFERENCES cycle,
        entries bigint NOT NULL,
        hash    text   NOT NULL
      );

      -- What was recorded before there were hashes gets its own, once.
      ALTER TABLE journal DISABLE TRIGGER journal_append_only;
    `);
    const cycles = await db.manager.query<{ code: string }[]>(
      'SELECT code FROM cycle ORDER BY code',
    );
    for (const { code } of cycles) await chainUp(db, code);
    await db.query(`
      ALTER TABLE journal
        ENABLE TRIGGER journal_append_only,
        ALTER COLUMN number SET NOT NULL,
        ALTER COLUMN hash   SET NOT NULL,
        ADD CONSTRAINT journal_number UNIQUE (cycle, number);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP TABLE journal_head; ALTER TABLE journal DROP COLUMN number, DROP COLUMN hash',
    );
  }
}

async function chainUp(db: QueryRunner, cycle: string): Promise<void> {
  let head = unwritten;
  let page = await stored(db, cycle, '0');
  for (let last = page.at(-1); last; last = page.at(-1)) {
    head = await chainPage(db, cycle, head, page);
    page = await stored(db, cycle, last.id);
  }
  await db.query('INSERT INTO journal_head (cycle, entries, hash) VALUES ($1, $2, $3)', [
    cycle,
    head.entries,
    head.hash,
  ]);
}

function stored(db: QueryRunner, cycle: string, after: string): Promise<StoredEntry[]> {
  return db.manager.query<StoredEntry[]>(
    `SELECT * FROM journal WHERE cycle = $1 AND id > $2 ORDER BY id LIMIT ${pageLength}`,
    [cycle, after],
  );
}

/** @returns the head after these */
async function chainPage(
  db: QueryRunner,
  cycle: string,
  head: Head,
  page: readonly StoredEntry[],
): Promise<Head> {
  const entries = page.map((row) => ({
    ...row,
    due: Temporal.Instant.fromEpochMilliseconds(row.due.getTime()),
    recorded: Temporal.Instant.fromEpochMilliseconds(row.recorded.getTime()),
  }));
  const links = chained(entries, cycle, head, sha256);
  const places = links.map(({ number, hash }, index) => ({ id: page[index]?.id, number, hash }));
  await db.query(
    `UPDATE journal j SET number = g.number, hash = g.hash
     FROM jsonb_to_recordset($1) AS g (id bigint, number bigint, hash text) WHERE j.id = g.id`,
    [JSON.stringify(places)],
  );
  return headAfter(links, head);
}
