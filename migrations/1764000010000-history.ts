import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Results of earlier years, as the cycle's file names them. */
export class History1764000010000 implements MigrationInterface {
  readonly name = 'History1764000010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query("ALTER TABLE cycle ADD COLUMN history jsonb NOT NULL DEFAULT '[]'");
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE cycle DROP COLUMN history');
  }
}
