import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is signed in, and what keeps others from signing in as them. */
export class SignIn1764000006000 implements MigrationInterface {
  readonly name = 'SignIn1764000006000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Only who has a password, or may come without any cycle knowing them, has a row here.
      CREATE TABLE account (
        email         text        PRIMARY KEY,
        password_hash text,
        created_at    timestamptz NOT NULL,
        -- Addresses are compared as they stand.
        CONSTRAINT account_email CHECK (email = lower(email))
      );

      -- Only a hash, as of everything here that signs somebody in: who reads the table cannot use it.
      CREATE TABLE session (
        hash         text        PRIMARY KEY,
        email        text        NOT NULL,
        -- What a form of this session has to bring; worth nothing without the cookie.
        csrf         text        NOT NULL,
        method       text        NOT NULL,
        created_at   timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at   timestamptz NOT NULL,
        CONSTRAINT session_email  CHECK (email = lower(email)),
        CONSTRAINT session_method CHECK (method IN ('password', 'link', 'oidc', 'demonstration'))
      );
      CREATE INDEX session_of_email ON session (email);

      CREATE TABLE one_time_link (
        hash       text        PRIMARY KEY,
        email      text        NOT NULL,
        -- What opens after it.
        path       text        NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at    timestamptz,
        CONSTRAINT one_time_link_email CHECK (email = lower(email)),
        CONSTRAINT one_time_link_path  CHECK (path LIKE '/%' AND path NOT LIKE '//%')
      );
      CREATE INDEX one_time_link_of_email ON one_time_link (email);

      -- Who tried something too often, an address or a network: shared by all processes. A row that lies in
      -- the past says nothing any more.
      CREATE TABLE sign_in_limit (
        key        text        PRIMARY KEY,
        busy_until timestamptz NOT NULL
      );
      CREATE INDEX sign_in_limit_past ON sign_in_limit (busy_until);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE sign_in_limit, one_time_link, session, account');
  }
}
