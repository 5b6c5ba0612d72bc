import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses under which calendars of phones and offices read what is due for somebody. */
export class CalendarFeeds1764000007000 implements MigrationInterface {
  readonly name = 'CalendarFeeds1764000007000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE calendar_feed (
        -- One a person: a new address takes the place of the old one, which then opens nothing.
        email      text        PRIMARY KEY,
        -- Only a hash, as of everything that opens something: who reads the table cannot use it.
        hash       text        NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT calendar_feed_email CHECK (email = lower(email)),
        CONSTRAINT calendar_feed_hash  UNIQUE (hash)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE calendar_feed');
  }
}
