import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Results of years before Siklus, as a cycle's coordinators brought them in: no tasks, no mails, no phases. */
export class EarlierResults1764000036000 implements MigrationInterface {
  readonly name = 'EarlierResults1764000036000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE earlier_result (
        cycle       text        NOT NULL REFERENCES cycle,
        year        integer     NOT NULL,
        -- The latest counts. What it replaced stays, with the reason.
        version     integer     NOT NULL,
        imported_at timestamptz NOT NULL,
        imported_by text        NOT NULL,
        frozen      jsonb       NOT NULL,
        PRIMARY KEY (cycle, year, version),
        CONSTRAINT earlier_result_year    CHECK (year BETWEEN 2000 AND 2100),
        CONSTRAINT earlier_result_version CHECK (version >= 1)
      );
      CREATE TRIGGER earlier_result_frozen BEFORE UPDATE OR DELETE ON earlier_result
        FOR EACH ROW EXECUTE FUNCTION result_is_frozen();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE earlier_result');
  }
}
