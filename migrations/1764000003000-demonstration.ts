import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the demonstration's clock stands from the server's; unused in production. */
export class Demonstration1764000003000 implements MigrationInterface {
  readonly name = 'Demonstration1764000003000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE demonstration_clock (
        only_row           boolean PRIMARY KEY DEFAULT true,
        shift_milliseconds bigint  NOT NULL,
        CONSTRAINT demonstration_clock_once CHECK (only_row)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE demonstration_clock');
  }
}
