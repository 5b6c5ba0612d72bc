import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rule 19: everything that changes anything is recorded, and what is recorded stays. */
export class Journal1764000001000 implements MigrationInterface {
  readonly name = 'Journal1764000001000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE journal (
        id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        cycle    text        NOT NULL REFERENCES cycle,
        due      timestamptz NOT NULL,
        recorded timestamptz NOT NULL,
        who      text        NOT NULL,
        what     text        NOT NULL,
        phase    text,
        unit     text,
        assessor text,
        task     text,
        "from"   text,
        "to"     text,
        why      text,
        facts    jsonb       NOT NULL
      );
      -- The planner reads what came since its last tick.
      CREATE INDEX journal_of_cycle ON journal (cycle, id);

      CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the journal is append-only';
      END $$;
      CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
        FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE journal; DROP FUNCTION journal_is_append_only');
  }
}
