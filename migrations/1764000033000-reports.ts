import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What reports say, kept as it was, and the files that are made of it. */
export class Reports1764000033000 implements MigrationInterface {
  readonly name = 'Reports1764000033000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE report (
        id      uuid        PRIMARY KEY,
        cycle   text        NOT NULL REFERENCES cycle,
        kind    text        NOT NULL,
        entries integer     NOT NULL,
        hash    text        NOT NULL,
        -- A digest of the letterhead and the address of the pages: when a city changes them, it is another report.
        frame   text        NOT NULL,
        data    jsonb       NOT NULL,
        made_at timestamptz NOT NULL,
        CONSTRAINT report_once UNIQUE (cycle, kind, entries, frame),
        CONSTRAINT report_kind CHECK (kind IN ('draft', 'published'))
      );

      -- In the database and not beside the evidence: a backup has both, and what is swept there stays here.
      CREATE TABLE report_document (
        id            uuid        PRIMARY KEY,
        report        uuid        NOT NULL REFERENCES report,
        format        text        NOT NULL,
        state         text        NOT NULL DEFAULT 'queued',
        progress      integer     NOT NULL DEFAULT 0,
        attempts      integer     NOT NULL DEFAULT 0,
        asked_at      timestamptz NOT NULL,
        asked_by      text        NOT NULL,
        done_at       timestamptz,
        error         text,
        -- Until then it is somebody's; after that they are taken for gone.
        claimed_until timestamptz,
        file          bytea,
        -- Asked for twice, it is made once.
        CONSTRAINT report_document_once UNIQUE (report, format),
        CONSTRAINT report_document_format CHECK (format IN ('pdf', 'xlsx')),
        CONSTRAINT report_document_state CHECK (state IN ('queued', 'running', 'done', 'failed')),
        CONSTRAINT report_document_progress CHECK (progress BETWEEN 0 AND 100),
        CONSTRAINT report_document_file CHECK ((state = 'done') = (file IS NOT NULL))
      );
      CREATE INDEX report_document_waiting ON report_document (asked_at, id)
        WHERE state IN ('queued', 'running');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE report_document; DROP TABLE report;');
  }
}
