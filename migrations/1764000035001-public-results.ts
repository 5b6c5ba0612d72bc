import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Results that anybody may read without signing in: only while a coordinator wants it so. */
export class PublicResults1764000035001 implements MigrationInterface {
  readonly name = 'PublicResults1764000035001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE public_result (
        -- No row: off, as it is until somebody says otherwise. Who and why stand in the journal.
        cycle    text        PRIMARY KEY REFERENCES cycle,
        shown_at timestamptz NOT NULL
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE public_result');
  }
}
