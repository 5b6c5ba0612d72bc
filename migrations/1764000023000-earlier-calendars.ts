import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Holidays that change in mid-year: what went by the old ones is not to go again on another day. The
 * outbox would not let it, but a preview has to know before.
 */
export class EarlierCalendars1764000023000 implements MigrationInterface {
  readonly name = 'EarlierCalendars1764000023000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE cycle ADD COLUMN earlier_calendars jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE cycle DROP COLUMN earlier_calendars');
  }
}
