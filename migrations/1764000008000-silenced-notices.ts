import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who does without which notices; and what became of a notice that its recipient does without. */
export class SilencedNotices1764000008000 implements MigrationInterface {
  readonly name = 'SilencedNotices1764000008000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A person's, not a cycle's: whoever wants no mails of comments wants none next year either.
      CREATE TABLE silenced_notice (
        email text        NOT NULL,
        kind  text        NOT NULL,
        -- Answers whoever asks why a mail did not come.
        since timestamptz NOT NULL,
        PRIMARY KEY (email, kind),
        CONSTRAINT silenced_notice_email CHECK (email = lower(email)),
        -- The second wall: a deadline or a duty is told to everybody who has it.
        CONSTRAINT silenced_notice_kind  CHECK (kind IN ('comment', 'cycle-closed', 'unassigned'))
      );

      ALTER TABLE notice DROP CONSTRAINT notice_state;
      ALTER TABLE notice ADD CONSTRAINT notice_state
        CHECK (state IN ('waiting', 'sent', 'superseded', 'silenced', 'undelivered'));
      ALTER TABLE mail DROP CONSTRAINT mail_state;
      ALTER TABLE mail ADD CONSTRAINT mail_state
        CHECK (state IN ('waiting', 'claimed', 'sent', 'superseded', 'silenced', 'bounced', 'failed'));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Dropped before it was sent: that much the older states can say.
      UPDATE notice SET state = 'superseded' WHERE state = 'silenced';
      UPDATE mail SET state = 'superseded' WHERE state = 'silenced';
      ALTER TABLE notice DROP CONSTRAINT notice_state;
      ALTER TABLE notice ADD CONSTRAINT notice_state
        CHECK (state IN ('waiting', 'sent', 'superseded', 'undelivered'));
      ALTER TABLE mail DROP CONSTRAINT mail_state;
      ALTER TABLE mail ADD CONSTRAINT mail_state
        CHECK (state IN ('waiting', 'claimed', 'sent', 'superseded', 'bounced', 'failed'));
      DROP TABLE silenced_notice;
    `);
  }
}
