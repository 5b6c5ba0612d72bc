import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses of other programs that are told what happens in a cycle, and what they were told. */
export class Webhooks1764000030000 implements MigrationInterface {
  readonly name = 'Webhooks1764000030000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE webhook (
        id         uuid        PRIMARY KEY,
        cycle      text        NOT NULL REFERENCES cycle,
        url        text        NOT NULL,
        -- As it is, not a hash: we sign with it. It opens nothing here.
        secret     text        NOT NULL,
        events     text[]      NOT NULL,
        created_at timestamptz NOT NULL,
        created_by text        NOT NULL,
        CONSTRAINT webhook_once UNIQUE (cycle, url),
        CONSTRAINT webhook_events CHECK (cardinality(events) > 0)
      );

      -- Written with the journal's entry, in its transaction: neither is there without the other.
      CREATE TABLE webhook_delivery (
        id               uuid        PRIMARY KEY,
        webhook          uuid        NOT NULL REFERENCES webhook ON DELETE CASCADE,
        -- No foreign key: the journal lets go of nothing, and says so itself.
        entry            bigint      NOT NULL,
        event            text        NOT NULL,
        state            text        NOT NULL DEFAULT 'waiting',
        attempts         integer     NOT NULL DEFAULT 0,
        planned_at       timestamptz NOT NULL,
        next_attempt_at  timestamptz NOT NULL,
        first_attempt_at timestamptz,
        sent_at          timestamptz,
        last_answer      text,
        -- Until then it is somebody's; after that they are taken for gone.
        claimed_until    timestamptz,
        CONSTRAINT webhook_delivery_planned_once UNIQUE (webhook, entry),
        CONSTRAINT webhook_delivery_state CHECK (state IN ('waiting', 'sent', 'failed'))
      );
      CREATE INDEX webhook_delivery_waiting ON webhook_delivery (webhook, next_attempt_at, entry)
        WHERE state = 'waiting';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE webhook_delivery; DROP TABLE webhook;');
  }
}
