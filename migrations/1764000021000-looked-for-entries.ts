import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What pages ask the journal for again and again: a year of other entries stays out of their way. */
export class LookedForEntries1764000021000 implements MigrationInterface {
  readonly name = 'LookedForEntries1764000021000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX journal_looked_for ON journal (cycle, what) WHERE what IN ('bounced', 'nudged')`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX journal_looked_for');
  }
}
