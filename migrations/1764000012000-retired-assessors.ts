import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Assessors leave as units do: what they did remains, and so do their rows. */
export class RetiredAssessors1764000012000 implements MigrationInterface {
  readonly name = 'RetiredAssessors1764000012000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE assessor ADD COLUMN retired boolean NOT NULL DEFAULT false');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE assessor DROP COLUMN retired');
  }
}
