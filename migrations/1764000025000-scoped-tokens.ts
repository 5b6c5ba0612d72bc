import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a token is called and for, when it was last used, and a record of those that came and went. */
export class ScopedTokens1764000025000 implements MigrationInterface {
  readonly name = 'ScopedTokens1764000025000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Tokens of before were for everything, and stay so.
      ALTER TABLE api_token
        ADD COLUMN id           uuid   NOT NULL DEFAULT gen_random_uuid(),
        ADD COLUMN name         text   NOT NULL DEFAULT 'siklus token',
        ADD COLUMN scopes       text[] NOT NULL DEFAULT '{read,answer,review,coordinate}',
        ADD COLUMN last_used_at timestamptz,
        ADD CONSTRAINT api_token_id UNIQUE (id),
        ADD CONSTRAINT api_token_scopes CHECK (
          cardinality(scopes) > 0 AND scopes <@ '{read,answer,review,coordinate}'
        );
      ALTER TABLE api_token
        ALTER COLUMN id DROP DEFAULT, ALTER COLUMN name DROP DEFAULT, ALTER COLUMN scopes DROP DEFAULT;
      CREATE INDEX api_token_of ON api_token (email);

      -- No secret and no hash: it outlives the token, for whoever asks who could do what, and when.
      CREATE TABLE token_event (
        id     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        token  uuid        NOT NULL,
        email  text        NOT NULL,
        name   text        NOT NULL,
        scopes text[]      NOT NULL,
        what   text        NOT NULL,
        at     timestamptz NOT NULL,
        CONSTRAINT token_event_what CHECK (what IN ('issued', 'revoked'))
      );
      CREATE INDEX token_event_of ON token_event (email, id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE token_event;
      DROP INDEX api_token_of;
      -- The older code takes every token for one that may do everything.
      DELETE FROM api_token WHERE NOT scopes @> '{read,answer,review,coordinate}';
      ALTER TABLE api_token
        DROP CONSTRAINT api_token_scopes, DROP CONSTRAINT api_token_id, DROP COLUMN last_used_at,
        DROP COLUMN scopes, DROP COLUMN name, DROP COLUMN id;
    `);
  }
}
