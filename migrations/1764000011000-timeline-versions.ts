import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders of the timeline are counted, and a mail tells which of them it knew. */
export class TimelineVersions1764000011000 implements MigrationInterface {
  readonly name = 'TimelineVersions1764000011000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE cycle
        -- A cycle from before they were counted starts anew with 1, as its activation did.
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD CONSTRAINT cycle_version CHECK (version >= 1);

      -- No number is given twice. The page of changes lists them by it.
      CREATE UNIQUE INDEX journal_version ON journal (cycle, ("to"::integer)) WHERE what = 'version';

      -- What it spoke of when it was sent last; none before that.
      ALTER TABLE mail ADD COLUMN version integer;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE mail DROP COLUMN version;
      DROP INDEX journal_version;
      ALTER TABLE cycle DROP CONSTRAINT cycle_version, DROP COLUMN version;
    `);
  }
}
