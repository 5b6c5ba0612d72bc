import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A cycle, its phases and tasks, and the people who take part in it. */
export class Cycles1764000000000 implements MigrationInterface {
  readonly name = 'Cycles1764000000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE cycle (
        code            text        PRIMARY KEY,
        title           text        NOT NULL,
        zone            text        NOT NULL,
        send_at         text        NOT NULL,
        instrument      text        NOT NULL,
        target          text,
        holidays        jsonb       NOT NULL,
        escalate_from   text,
        state           text        NOT NULL,
        -- The watermark: everything up to and including this instant has been planned.
        ticked_until    timestamptz,
        -- The last journal entry that the planner of notices has read.
        planned_through bigint      NOT NULL DEFAULT 0,
        -- The files as they were loaded last: only what they change since is taken over.
        blueprint       jsonb       NOT NULL,
        CONSTRAINT cycle_state CHECK (state IN ('draft', 'active', 'paused'))
      );

      CREATE TABLE phase (
        cycle     text        NOT NULL REFERENCES cycle,
        code      text        NOT NULL,
        -- The order of the file; reports and mails keep it.
        position  integer     NOT NULL,
        title     text        NOT NULL,
        kind      text        NOT NULL,
        opens     text        NOT NULL,
        closes    text        NOT NULL,
        reminders jsonb       NOT NULL,
        requires  jsonb       NOT NULL,
        state     text        NOT NULL,
        opened_at timestamptz,
        PRIMARY KEY (cycle, code),
        CONSTRAINT phase_state CHECK (state IN ('scheduled', 'blocked', 'open', 'closed'))
      );

      CREATE TABLE coordinator (
        cycle    text    NOT NULL REFERENCES cycle,
        email    text    NOT NULL,
        name     text    NOT NULL,
        position integer NOT NULL,
        PRIMARY KEY (cycle, email)
      );

      CREATE TABLE unit (
        cycle    text    NOT NULL REFERENCES cycle,
        code     text    NOT NULL,
        position integer NOT NULL,
        name     text    NOT NULL,
        head     jsonb,
        admins   jsonb   NOT NULL,
        -- A retired unit stays: what it did remains.
        retired  boolean NOT NULL,
        PRIMARY KEY (cycle, code)
      );

      CREATE TABLE assessor (
        cycle    text    NOT NULL REFERENCES cycle,
        code     text    NOT NULL,
        position integer NOT NULL,
        name     text    NOT NULL,
        email    text    NOT NULL,
        -- The home unit; it need not take part itself.
        unit     text,
        PRIMARY KEY (cycle, code)
      );

      CREATE TABLE assignment (
        cycle    text NOT NULL,
        assessor text NOT NULL,
        unit     text NOT NULL,
        PRIMARY KEY (cycle, unit, assessor),
        CONSTRAINT assignment_assessor FOREIGN KEY (cycle, assessor) REFERENCES assessor (cycle, code),
        CONSTRAINT assignment_unit     FOREIGN KEY (cycle, unit)     REFERENCES unit (cycle, code)
      );

      CREATE TABLE task (
        cycle          text        NOT NULL,
        id             text        NOT NULL,
        phase          text        NOT NULL,
        unit           text,
        assessor       text,
        state          text        NOT NULL,
        deadline       timestamptz NOT NULL,
        deadline_date  date        NOT NULL,
        extended_to    text,
        opened_at      timestamptz NOT NULL,
        notice_at      timestamptz NOT NULL,
        deadline_since timestamptz NOT NULL,
        levels         jsonb       NOT NULL,
        findings       jsonb       NOT NULL,
        PRIMARY KEY (cycle, id),
        CONSTRAINT task_phase    FOREIGN KEY (cycle, phase)    REFERENCES phase (cycle, code),
        CONSTRAINT task_unit     FOREIGN KEY (cycle, unit)     REFERENCES unit (cycle, code),
        CONSTRAINT task_assessor FOREIGN KEY (cycle, assessor) REFERENCES assessor (cycle, code),
        CONSTRAINT task_state CHECK (state IN ('todo', 'in-progress', 'finished', 'lapsed', 'cancelled'))
      );
      -- Whoever makes tasks twice at once: a bearer has at most one in a phase that counts.
      CREATE UNIQUE INDEX task_once ON task (cycle, phase, coalesce(unit, ''), coalesce(assessor, ''))
        WHERE state <> 'cancelled';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE task, assignment, assessor, unit, coordinator, phase, cycle');
  }
}
