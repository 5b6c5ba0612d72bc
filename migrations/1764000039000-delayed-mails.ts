import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The page of outages reads the mails that did not go at their first attempt. All others never come into this
 * index: not while they wait for that attempt, nor after it.
 */
export class DelayedMails1764000039000 implements MigrationInterface {
  readonly name = 'DelayedMails1764000039000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX mail_delayed ON mail (cycle, first_attempt_at, seq)
        WHERE first_attempt_at IS NOT NULL AND (attempts > 1 OR state <> 'sent')
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX mail_delayed');
  }
}
