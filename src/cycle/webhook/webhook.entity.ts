import type { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WebhookEvent } from '../../domain/webhook.js';
import { InstantColumn } from '../../platform/columns.js';

export type DeliveryState = 'waiting' | 'sent' | 'failed';

/** Where another program wants to be told what happens in a cycle. */
@Entity('webhook')
export class WebhookRow {
  @PrimaryColumn('uuid')
  readonly id!: string;

  @Column('text')
  readonly cycle!: string;

  @Column('text')
  readonly url!: string;

  @Column('text')
  readonly secret!: string;

  @Column('text', { array: true })
  readonly events!: readonly WebhookEvent[];

  @InstantColumn({ name: 'created_at' })
  readonly createdAt!: Temporal.Instant;

  @Column('text', { name: 'created_by' })
  readonly createdBy!: string;
}

/** One entry of the journal for one webhook. Its id is the same however often it is sent. */
@Entity('webhook_delivery')
export class WebhookDeliveryRow {
  @PrimaryColumn('uuid')
  readonly id!: string;

  @Column('uuid')
  readonly webhook!: string;

  @Column('bigint')
  readonly entry!: string;

  @Column('text')
  readonly event!: WebhookEvent;

  @Column('text')
  readonly state!: DeliveryState;

  @Column('integer')
  readonly attempts!: number;

  @InstantColumn({ name: 'planned_at' })
  readonly plannedAt!: Temporal.Instant;

  @InstantColumn({ name: 'next_attempt_at' })
  readonly nextAttemptAt!: Temporal.Instant;

  @InstantColumn({ name: 'first_attempt_at', nullable: true })
  readonly firstAttemptAt!: Temporal.Instant | null;

  @InstantColumn({ name: 'sent_at', nullable: true })
  readonly sentAt!: Temporal.Instant | null;

  @Column('text', { name: 'last_answer', nullable: true })
  readonly lastAnswer!: string | null;

  @InstantColumn({ name: 'claimed_until', nullable: true })
  readonly claimedUntil!: Temporal.Instant | null;
}
