import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ladder by which it gets known that a unit stays late, and who stands on its rungs. */
export class Escalation1764000028000 implements MigrationInterface {
  readonly name = 'Escalation1764000028000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE cycle ADD COLUMN escalation jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE unit ADD COLUMN secretary jsonb;
      CREATE TABLE sekda (
        cycle text PRIMARY KEY REFERENCES cycle (code),
        name  text NOT NULL,
        email text NOT NULL
      );

      -- A notice had one copy at most, always to the head.
      UPDATE notice SET copy_to = CASE
        WHEN jsonb_typeof(copy_to) = 'object'
          THEN jsonb_build_array(copy_to || '{"office": "head"}')
        ELSE '[]'
      END;
      ALTER TABLE notice ALTER COLUMN copy_to SET DEFAULT '[]', ALTER COLUMN copy_to SET NOT NULL;

      -- As the files say it now: else the next one that is loaded would seem to change every unit, and would
      -- take back what was changed by hand since.
      UPDATE cycle SET blueprint = jsonb_set(
        jsonb_set(
          jsonb_set(blueprint, '{plan,escalation}', '[]'),
          '{people,sekda}', 'null'
        ),
        '{people,units}',
        (SELECT coalesce(jsonb_agg(unit || '{"secretary": null}' ORDER BY place), '[]')
         FROM jsonb_array_elements(blueprint #> '{people,units}') WITH ORDINALITY AS units (unit, place))
      ) WHERE blueprint ? 'people'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE cycle SET blueprint = jsonb_set(
        blueprint #- '{plan,escalation}' #- '{people,sekda}',
        '{people,units}',
        (SELECT coalesce(jsonb_agg(unit - 'secretary' ORDER BY place), '[]')
         FROM jsonb_array_elements(blueprint #> '{people,units}') WITH ORDINALITY AS units (unit, place))
      ) WHERE blueprint ? 'people';
      ALTER TABLE notice ALTER COLUMN copy_to DROP NOT NULL, ALTER COLUMN copy_to DROP DEFAULT;
      UPDATE notice SET copy_to = (copy_to -> 0) - 'office';
      DROP TABLE sekda;
      ALTER TABLE unit DROP COLUMN secretary;
      ALTER TABLE cycle DROP COLUMN escalation`);
  }
}
