import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What coordinators try out: levels that might be, and what it takes to raise an indicator. */
export class WhatIf1764000032000 implements MigrationInterface {
  readonly name = 'WhatIf1764000032000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE variant (
        cycle    text        NOT NULL REFERENCES cycle,
        id       uuid        NOT NULL,
        name     text        NOT NULL,
        basis    text        NOT NULL,
        -- As it stood then: what was compared stays comparable while claims and verdicts go on.
        standing jsonb       NOT NULL,
        changes  jsonb       NOT NULL,
        made_at  timestamptz NOT NULL,
        made_by  text        NOT NULL,
        PRIMARY KEY (cycle, id),
        CONSTRAINT variant_named_once UNIQUE (cycle, name),
        CONSTRAINT variant_name CHECK (length(name) BETWEEN 1 AND 80)
      );

      CREATE TABLE indicator_effort (
        cycle     text    NOT NULL REFERENCES cycle,
        indicator integer NOT NULL,
        effort    integer NOT NULL,
        highest   integer NOT NULL,
        PRIMARY KEY (cycle, indicator),
        -- Efforts are the sizes of the tables in which the ways to a target are looked for.
        CONSTRAINT indicator_effort_weight CHECK (effort BETWEEN 1 AND 10),
        CONSTRAINT indicator_effort_highest CHECK (highest BETWEEN 1 AND 5)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE indicator_effort; DROP TABLE variant;');
  }
}
