import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the tasks of a cycle are about: answers, evidence, reviews and the result they come to. */
export class Assessment1764000005000 implements MigrationInterface {
  readonly name = 'Assessment1764000005000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A self-assessment whose every indicator is approved to be nihil: nobody is reminded of it.
      ALTER TABLE task ADD COLUMN excused boolean NOT NULL DEFAULT false;
      ALTER TABLE task ALTER COLUMN excused DROP DEFAULT;

      -- Only these have tasks in the phase; NULL: everybody whom its kind names.
      ALTER TABLE phase ADD COLUMN units jsonb;

      CREATE TABLE responsibility (
        cycle     text    NOT NULL REFERENCES cycle,
        indicator integer NOT NULL,
        lead      text,
        supports  jsonb   NOT NULL,
        title     text,
        PRIMARY KEY (cycle, indicator),
        CONSTRAINT responsibility_lead FOREIGN KEY (cycle, lead) REFERENCES unit (cycle, code)
      );

      CREATE TABLE answer (
        cycle      text        NOT NULL REFERENCES cycle,
        indicator  integer     NOT NULL,
        state      text        NOT NULL,
        version    integer     NOT NULL,
        level      text,
        fact       text        NOT NULL,
        analysis   text        NOT NULL,
        -- Stage by stage, side by side: what was claimed is never overwritten.
        claimed    text,
        revised    text,
        updated_at timestamptz NOT NULL,
        updated_by text        NOT NULL,
        PRIMARY KEY (cycle, indicator),
        CONSTRAINT answer_state
          CHECK (state IN ('draft', 'submitted', 'returned', 'revising', 'revised', 'reviewed')),
        CONSTRAINT answer_claimed CHECK ((state = 'draft') = (claimed IS NULL))
      );

      CREATE FUNCTION claim_is_locked() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a claim does not change after it was sent (indicator %)', OLD.indicator;
      END $$;
      CREATE TRIGGER answer_claim_is_locked BEFORE UPDATE ON answer FOR EACH ROW
        WHEN (OLD.claimed IS NOT NULL AND OLD.claimed IS DISTINCT FROM NEW.claimed)
        EXECUTE FUNCTION claim_is_locked();

      CREATE TABLE evidence (
        cycle       text        NOT NULL REFERENCES cycle,
        id          uuid        NOT NULL,
        indicator   integer     NOT NULL,
        level       integer     NOT NULL,
        unit        text        NOT NULL,
        -- The same for all versions of one piece of evidence.
        series      uuid        NOT NULL,
        version     integer     NOT NULL,
        attachment  jsonb       NOT NULL,
        attached_at timestamptz NOT NULL,
        attached_by text        NOT NULL,
        removed_at  timestamptz,
        PRIMARY KEY (cycle, id),
        CONSTRAINT evidence_unit FOREIGN KEY (cycle, unit) REFERENCES unit (cycle, code),
        CONSTRAINT evidence_level CHECK (level BETWEEN 2 AND 5),
        CONSTRAINT evidence_version UNIQUE (cycle, series, version)
      );
      CREATE INDEX evidence_of_indicator ON evidence (cycle, indicator);
      -- Who still refers to a file of the store.
      CREATE INDEX evidence_of_file ON evidence ((attachment ->> 'sha256'));

      CREATE TABLE nihil (
        cycle         text        NOT NULL REFERENCES cycle,
        indicator     integer     NOT NULL,
        unit          text        NOT NULL,
        state         text        NOT NULL,
        reason        text        NOT NULL,
        asked_by      text        NOT NULL,
        asked_at      timestamptz NOT NULL,
        decided_by    text,
        decision_note text        NOT NULL,
        PRIMARY KEY (cycle, indicator),
        CONSTRAINT nihil_state CHECK (state IN ('asked', 'approved', 'refused', 'withdrawn'))
      );

      CREATE TABLE review (
        cycle       text        NOT NULL,
        task        text        NOT NULL,
        phase       text        NOT NULL,
        indicator   integer     NOT NULL,
        assessor    text        NOT NULL,
        version     integer     NOT NULL,
        level       text,
        note        text        NOT NULL,
        finding     boolean     NOT NULL,
        final_level text,
        final_note  text        NOT NULL,
        updated_at  timestamptz NOT NULL,
        PRIMARY KEY (cycle, task, indicator),
        -- Deferred: who takes a review over gets the task in the same transaction.
        CONSTRAINT review_task FOREIGN KEY (cycle, task) REFERENCES task (cycle, id)
          DEFERRABLE INITIALLY DEFERRED
      );

      CREATE TABLE verdict (
        cycle     text        NOT NULL,
        task      text        NOT NULL,
        evidence  uuid        NOT NULL,
        judgement jsonb       NOT NULL,
        note      text        NOT NULL,
        judged_at timestamptz NOT NULL,
        judged_by text        NOT NULL,
        PRIMARY KEY (cycle, task, evidence),
        CONSTRAINT verdict_task     FOREIGN KEY (cycle, task)     REFERENCES task (cycle, id)
          DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT verdict_evidence FOREIGN KEY (cycle, evidence) REFERENCES evidence (cycle, id)
      );

      CREATE TABLE settlement (
        cycle      text        NOT NULL,
        phase      text        NOT NULL,
        indicator  integer     NOT NULL,
        level      text        NOT NULL,
        note       text        NOT NULL,
        settled_by text        NOT NULL,
        settled_at timestamptz NOT NULL,
        PRIMARY KEY (cycle, phase, indicator),
        CONSTRAINT settlement_phase FOREIGN KEY (cycle, phase) REFERENCES phase (cycle, code)
      );

      CREATE TABLE external_value (
        cycle     text        NOT NULL REFERENCES cycle,
        indicator integer     NOT NULL,
        level     text        NOT NULL,
        note      text        NOT NULL,
        set_by    text        NOT NULL,
        set_at    timestamptz NOT NULL,
        PRIMARY KEY (cycle, indicator)
      );

      CREATE TABLE comment (
        cycle     text        NOT NULL REFERENCES cycle,
        id        uuid        NOT NULL,
        indicator integer     NOT NULL,
        text      text        NOT NULL,
        author    text        NOT NULL,
        side      text        NOT NULL,
        -- A sanggah: the unit objects to what was verified.
        objection boolean     NOT NULL,
        at        timestamptz NOT NULL,
        PRIMARY KEY (cycle, id),
        CONSTRAINT comment_side CHECK (side IN ('unit', 'assessor', 'coordinator'))
      );
      CREATE INDEX comment_of_indicator ON comment (cycle, indicator, at);

      -- Only a hash: who reads the table cannot sign in with it.
      CREATE TABLE api_token (
        hash       text        PRIMARY KEY,
        email      text        NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      );

      -- What was published, with all that it was computed from.
      CREATE TABLE result (
        cycle        text        NOT NULL REFERENCES cycle,
        phase        text        NOT NULL,
        published_at timestamptz NOT NULL,
        published_by text        NOT NULL,
        frozen       jsonb       NOT NULL,
        PRIMARY KEY (cycle, phase)
      );
      CREATE FUNCTION result_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a published result is frozen';
      END $$;
      CREATE TRIGGER result_frozen BEFORE UPDATE OR DELETE ON result
        FOR EACH ROW EXECUTE FUNCTION result_is_frozen();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE result, api_token, comment, external_value, settlement, verdict, review, nihil, evidence,
        answer, responsibility;
      DROP FUNCTION result_is_frozen;
      DROP FUNCTION claim_is_locked;
      ALTER TABLE task DROP COLUMN excused;
      ALTER TABLE phase DROP COLUMN units;
    `);
  }
}
