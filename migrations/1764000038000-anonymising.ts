import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A person can be taken out of what entries of the journal say, and nothing else of them can be changed. */
export class Anonymising1764000038000 implements MigrationInterface {
  readonly name = 'Anonymising1764000038000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND current_setting('siklus.anonymising', true) = 'yes' THEN
          RETURN NULL;
        END IF;
        RAISE EXCEPTION 'the journal is append-only';
      END $$;
      -- Figures that were changed would no longer be what can be computed from what is frozen with them.
      CREATE OR REPLACE FUNCTION result_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND current_setting('siklus.anonymising', true) = 'yes' THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'a published result is frozen';
      END $$;

      CREATE FUNCTION journal_keeps_all_but_words() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        words CONSTANT text[] := '{who,from,to,why,facts}';
      BEGIN
        IF to_jsonb(OLD) - words <> to_jsonb(NEW) - words THEN
          RAISE EXCEPTION 'the journal is append-only';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER journal_all_but_words BEFORE UPDATE ON journal
        FOR EACH ROW EXECUTE FUNCTION journal_keeps_all_but_words();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER journal_all_but_words ON journal;
      DROP FUNCTION journal_keeps_all_but_words;
      CREATE OR REPLACE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the journal is append-only';
      END $$;
      CREATE OR REPLACE FUNCTION result_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a published result is frozen';
      END $$;
    `);
  }
}
