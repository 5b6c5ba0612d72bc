import type { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Notice, NoticeFacts, Recipient } from '../domain/notice.js';
import type { NoticeKind } from '../domain/notice-kind.js';
import type { Copied } from '../domain/escalation.js';
import type { Person } from '../domain/people.js';
import { InstantColumn } from '../platform/columns.js';

export type MailState =
  | 'waiting'
  | 'claimed'
  | 'sent'
  | 'superseded'
  /** All that was left of it is of kinds that its recipient does without. */
  | 'silenced'
  | 'bounced'
  | 'failed';
export type NoticeState = 'waiting' | 'sent' | 'superseded' | 'silenced' | 'undelivered';

/** A mail exists when its row is committed (rule 13). Its id is its Message-ID. */
@Entity('mail')
export class MailRow {
  @PrimaryColumn('uuid')
  readonly id!: string;

  /** The order in which mails were planned. */
  @Column('bigint', { generated: 'identity' })
  readonly seq!: string;

  @Column('text')
  readonly cycle!: string;

  @Column('jsonb')
  readonly to!: Recipient;

  @Column('jsonb')
  readonly cc!: readonly Person[];

  @Column('text')
  readonly state!: MailState;

  @InstantColumn({ name: 'planned_at' })
  readonly plannedAt!: Temporal.Instant;

  @InstantColumn({ name: 'next_attempt_at' })
  readonly nextAttemptAt!: Temporal.Instant;

  @InstantColumn({ name: 'first_attempt_at', nullable: true })
  readonly firstAttemptAt!: Temporal.Instant | null;

  @Column('integer')
  readonly attempts!: number;

  /** Addresses that no server has answered for yet. */
  @Column('text', { array: true })
  readonly outstanding!: readonly string[];

  @Column('text', { array: true })
  readonly bounced!: readonly string[];

  @InstantColumn({ name: 'sent_at', nullable: true })
  readonly sentAt!: Temporal.Instant | null;

  /** Of the timeline that it spoke of when it was sent last. */
  @Column('integer', { nullable: true })
  readonly version!: number | null;

  @Column('text', { name: 'last_error', nullable: true })
  readonly lastError!: string | null;

  @Column('integer', { name: 'claimed_by', nullable: true })
  readonly claimedBy!: number | null;

  @InstantColumn({ name: 'dispatched_at', nullable: true })
  readonly dispatchedAt!: Temporal.Instant | null;
}

/** One notice to one recipient: an entry of a mail. */
@Entity('notice')
export class NoticeRow implements Notice {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  readonly id!: string;

  @Column('uuid')
  readonly mail!: string;

  @Column('text')
  readonly cycle!: string;

  /** The recipient's, in lower case: the other half of what is planned once. */
  @Column('text')
  readonly address!: string;

  @Column('text')
  readonly occurrence!: string;

  @Column('text')
  readonly kind!: NoticeKind;

  @Column('text', { nullable: true })
  readonly offset!: string | null;

  @Column('text')
  readonly phase!: string;

  @Column('text', { nullable: true })
  readonly unit!: string | null;

  @Column('text', { nullable: true })
  readonly task!: string | null;

  @InstantColumn()
  readonly deadline!: Temporal.Instant;

  @Column('jsonb')
  readonly recipient!: Recipient;

  @Column('jsonb', { name: 'copy_to' })
  readonly copyTo!: readonly Copied[];

  @Column('jsonb')
  readonly facts!: NoticeFacts;

  @Column('text')
  readonly state!: NoticeState;
}
