import type { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Entry, What } from '../domain/journal.js';
import { InstantColumn } from '../platform/columns.js';

/** Append-only: the table itself refuses changes. */
@Entity('journal')
export class JournalRow implements Entry {
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
}
