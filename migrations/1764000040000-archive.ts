import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rows of cycles that are over, out of the way of those that run. The archive inherits from its tables: whoever reads
 * the journal, mails or notices reads archived ones too, and whoever writes, writes to the tables themselves.
 */
export class Archive1764000040000 implements MigrationInterface {
  readonly name = 'Archive1764000040000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE mail_archive (
        LIKE mail INCLUDING INDEXES,
        -- Nothing that may still be sent, or sent again. PostgreSQL need not look here for what waits.
        CONSTRAINT mail_archive_settled CHECK (state IN ('sent', 'superseded', 'silenced') AND bounced = '{}'),
        FOREIGN KEY (cycle) REFERENCES cycle
      ) INHERITS (mail);
      CREATE TABLE notice_archive (
        LIKE notice INCLUDING INDEXES,
        CONSTRAINT notice_archive_settled CHECK (state <> 'waiting'),
        FOREIGN KEY (mail) REFERENCES mail_archive
      ) INHERITS (notice);
      CREATE TABLE journal_archive (
        LIKE journal INCLUDING INDEXES,
        FOREIGN KEY (cycle) REFERENCES cycle
      ) INHERITS (journal);

      CREATE OR REPLACE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND current_setting('siklus.anonymising', true) = 'yes' THEN
          RETURN NULL;
        END IF;
        IF TG_OP = 'DELETE' AND current_setting('siklus.archiving', true) = 'yes' THEN
          RETURN NULL;
        END IF;
        RAISE EXCEPTION 'the journal is append-only';
      END $$;

      -- An entry leaves the journal only when it stands in the archive word for word.
      CREATE FUNCTION journal_leaves_for_the_archive() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (
          SELECT FROM journal_archive a WHERE a.id = OLD.id AND to_jsonb(a) = to_jsonb(OLD)
        ) THEN
          RAISE EXCEPTION 'the journal is append-only';
        END IF;
        RETURN OLD;
      END $$;
      CREATE TRIGGER journal_archived BEFORE DELETE ON journal
        FOR EACH ROW EXECUTE FUNCTION journal_leaves_for_the_archive();

      CREATE FUNCTION journal_archive_is_for_good() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the journal is append-only';
      END $$;
      CREATE TRIGGER journal_archive_append_only BEFORE UPDATE OR TRUNCATE ON journal_archive
        FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();
      CREATE TRIGGER journal_archive_stays BEFORE DELETE ON journal_archive
        FOR EACH ROW EXECUTE FUNCTION journal_archive_is_for_good();
      CREATE TRIGGER journal_archive_all_but_words BEFORE UPDATE ON journal_archive
        FOR EACH ROW EXECUTE FUNCTION journal_keeps_all_but_words();
    `);
  }

  /** Everything goes back to where it was. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER journal_archived ON journal;
      DROP FUNCTION journal_leaves_for_the_archive;
      INSERT INTO journal OVERRIDING SYSTEM VALUE SELECT * FROM journal_archive;
      INSERT INTO mail OVERRIDING SYSTEM VALUE SELECT * FROM mail_archive;
      INSERT INTO notice OVERRIDING SYSTEM VALUE SELECT * FROM notice_archive;
      DROP TABLE journal_archive, notice_archive, mail_archive;
      DROP FUNCTION journal_archive_is_for_good;
      CREATE OR REPLACE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND current_setting('siklus.anonymising', true) = 'yes' THEN
          RETURN NULL;
        END IF;
        RAISE EXCEPTION 'the journal is append-only';
      END $$;
    `);
  }
}
