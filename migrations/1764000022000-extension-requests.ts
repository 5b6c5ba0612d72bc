import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What units ask for when they need more time, and what coordinators made of it. */
export class ExtensionRequests1764000022000 implements MigrationInterface {
  readonly name = 'ExtensionRequests1764000022000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE extension_request (
        cycle      text        NOT NULL REFERENCES cycle,
        id         uuid        NOT NULL,
        phase      text        NOT NULL,
        unit       text        NOT NULL,
        state      text        NOT NULL,
        wish       text        NOT NULL,
        reason     text        NOT NULL,
        letter     text        NOT NULL,
        file       jsonb       NOT NULL,
        asked_by   text        NOT NULL,
        asked_at   timestamptz NOT NULL,
        granted    text,
        decided_by text,
        decided_at timestamptz,
        note       text        NOT NULL,
        PRIMARY KEY (cycle, id),
        CONSTRAINT extension_request_unit FOREIGN KEY (cycle, unit) REFERENCES unit (cycle, code),
        CONSTRAINT extension_request_state
          CHECK (state IN ('waiting', 'approved', 'shortened', 'refused', 'withdrawn')),
        CONSTRAINT extension_request_granted
          CHECK ((state IN ('approved', 'shortened')) = (granted IS NOT NULL)),
        -- Who decided is told wherever somebody did, and nowhere else.
        CONSTRAINT extension_request_decided CHECK (
          (state IN ('approved', 'shortened', 'refused')) = (decided_by IS NOT NULL)
          AND (decided_by IS NULL) = (decided_at IS NULL)
        )
      );
      -- Two admins who ask at once: one of them is too late.
      CREATE UNIQUE INDEX extension_request_waits_once ON extension_request (cycle, phase, unit)
        WHERE state = 'waiting';
      -- Who still refers to a file of the store.
      CREATE INDEX extension_request_of_file ON extension_request ((file ->> 'sha256'));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE extension_request');
  }
}
