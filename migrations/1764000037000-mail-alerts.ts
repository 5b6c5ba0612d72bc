import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of which cycle's mails that wait for too long coordinators are told, once for as long as that lasts. */
export class MailAlerts1764000037000 implements MigrationInterface {
  readonly name = 'MailAlerts1764000037000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE mail_alert (
        cycle     text        PRIMARY KEY REFERENCES cycle,
        told      boolean     NOT NULL DEFAULT false,
        -- By the database's own clock: when somebody looked at it last, or tried to tell.
        looked_at timestamptz NOT NULL
      )
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE mail_alert');
  }
}
