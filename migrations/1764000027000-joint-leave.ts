import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a city works on days of joint leave; those before it took all of them off. */
export class JointLeave1764000027000 implements MigrationInterface {
  readonly name = 'JointLeave1764000027000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE cycle ADD COLUMN joint_leave boolean NOT NULL DEFAULT true');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE cycle DROP COLUMN joint_leave');
  }
}
