import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The page of progress reads what was sent and finished; whatever else fills a journal stays out of its way. */
export class ProgressEntries1764000035000 implements MigrationInterface {
  readonly name = 'ProgressEntries1764000035000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX journal_progress ON journal (cycle, recorded)
        WHERE what IN ('answer', 'rescheduled') OR (what = 'task' AND "to" = 'finished');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX journal_progress');
  }
}
