import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The outbox: a mail exists when its row is committed (rule 13). */
export class Outbox1764000002000 implements MigrationInterface {
  readonly name = 'Outbox1764000002000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE mail (
        id               uuid        PRIMARY KEY,
        seq              bigint      GENERATED ALWAYS AS IDENTITY,
        cycle            text        NOT NULL REFERENCES cycle,
        "to"             jsonb       NOT NULL,
        cc               jsonb       NOT NULL,
        state            text        NOT NULL DEFAULT 'waiting',
        planned_at       timestamptz NOT NULL,
        next_attempt_at  timestamptz NOT NULL,
        first_attempt_at timestamptz,
        attempts         integer     NOT NULL DEFAULT 0,
        -- Addresses that no server has answered for yet; a 5xx for one never repeats the mail to another.
        outstanding      text[]      NOT NULL,
        bounced          text[]      NOT NULL DEFAULT '{}',
        sent_at          timestamptz,
        last_error       text,
        -- Who is sending it: the number under which a live process holds an advisory lock.
        claimed_by       integer,
        -- When it was handed to the queue; a queue that forgets is asked again.
        dispatched_at    timestamptz,
        CONSTRAINT mail_state
          CHECK (state IN ('waiting', 'claimed', 'sent', 'superseded', 'bounced', 'failed')),
        CONSTRAINT mail_claimed CHECK ((state = 'claimed') = (claimed_by IS NOT NULL))
      );
      -- Delivery looks only at what still waits; the year's sent mail stays out of the index.
      CREATE INDEX mail_waiting ON mail (next_attempt_at, seq) WHERE state = 'waiting';
      CREATE INDEX mail_claimed_by ON mail (claimed_by) WHERE state = 'claimed';
      CREATE INDEX mail_of_cycle ON mail (cycle, seq);

      CREATE TABLE notice (
        id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        mail       uuid        NOT NULL REFERENCES mail,
        cycle      text        NOT NULL,
        -- The recipient's address, in lower case.
        address    text        NOT NULL,
        occurrence text        NOT NULL,
        kind       text        NOT NULL,
        "offset"   text,
        phase      text        NOT NULL,
        unit       text,
        task       text,
        deadline   timestamptz NOT NULL,
        recipient  jsonb       NOT NULL,
        copy_to    jsonb,
        facts      jsonb       NOT NULL,
        state      text        NOT NULL DEFAULT 'waiting',
        -- Planned exactly once, whoever ticks. The occurrence carries the deadline:
        -- a deadline that moves makes new occurrences, on purpose.
        CONSTRAINT notice_planned_once UNIQUE (cycle, address, occurrence),
        CONSTRAINT notice_state CHECK (state IN ('waiting', 'sent', 'superseded', 'undelivered'))
      );
      CREATE INDEX notice_of_mail ON notice (mail);

      CREATE SEQUENCE mail_claimer AS integer CYCLE;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP SEQUENCE mail_claimer; DROP TABLE notice, mail');
  }
}
