import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a tick found out for all processes: when something of the cycle falls due next (null: nothing does), and
 * the newest entry of the journal when that was worked out. It holds for as long as that entry is the newest, so
 * that a process of an earlier version, which knows nothing of it, makes nobody believe what is over.
 */
export class NextDue1764000041000 implements MigrationInterface {
  readonly name = 'NextDue1764000041000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE cycle ADD COLUMN next_due timestamptz, ADD COLUMN next_due_of bigint
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE cycle DROP COLUMN next_due, DROP COLUMN next_due_of');
  }
}
