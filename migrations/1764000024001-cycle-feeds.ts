import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses under which the dates of a whole cycle are read, by whomever its coordinators give them to. */
export class CycleFeeds1764000024001 implements MigrationInterface {
  readonly name = 'CycleFeeds1764000024001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE cycle_feed (
        -- One a cycle: a new address takes the place of the old one, which then opens nothing.
        cycle      text        PRIMARY KEY REFERENCES cycle,
        -- Only a hash, as of everything that opens something: who reads the table cannot use it.
        hash       text        NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT cycle_feed_hash UNIQUE (hash)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE cycle_feed');
  }
}
