import type { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../platform/columns.js';

/** Mails of a cycle wait for too long, until the row is gone. */
@Entity('mail_alert')
export class MailAlertRow {
  @PrimaryColumn('text')
  readonly cycle!: string;

  @Column('boolean')
  readonly told!: boolean;

  @InstantColumn({ name: 'looked_at' })
  readonly lookedAt!: Temporal.Instant;
}
