import type { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Head } from '../domain/journal-chain.js';
import type { Recorded } from '../domain/journal-check.js';
import type { What } from '../domain/journal.js';
import { CountColumn, InstantColumn } from '../platform/columns.js';

/** Append-only: the table itself refuses changes. */
@Entity('journal')
export class JournalRow implements Recorded {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  readonly id!: string;

  @Column('text')
  readonly cycle!: string;

  @InstantColumn()
  readonly due!: Temporal.Instant;

  @InstantColumn()
  readonly recorded!: Temporal.Instant;

  @Column('text')
  readonly who!: string;

  @Column('text')
  readonly what!: What;

  @Column('text', { nullable: true })
  readonly phase!: string | null;

  @Column('text', { nullable: true })
  readonly unit!: string | null;

  @Column('text', { nullable: true })
  readonly assessor!: string | null;

  @Column('text', { nullable: true })
  readonly task!: string | null;

  @Column('text', { nullable: true })
  readonly from!: string | null;

  @Column('text', { nullable: true })
  readonly to!: string | null;

  @Column('text', { nullable: true })
  readonly why!: string | null;

  @Column('jsonb')
  readonly facts!: Readonly<Record<string, unknown>>;

  /** From 1, in the cycle. */
  @CountColumn()
  readonly number!: number;

  @Column('text')
  readonly hash!: string;
}

/** Locked while entries are added: in a cycle they come one after the other. */
@Entity('journal_head')
export class JournalHeadRow implements Head {
  @PrimaryColumn('text')
  readonly cycle!: string;

  @CountColumn()
  readonly entries!: number;

  @Column('text')
  readonly hash!: string;
}
