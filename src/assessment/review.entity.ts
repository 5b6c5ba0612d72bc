import type { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReviewItem, Settlement } from '../domain/assessment/review.js';
import type { Judgement, Verdict } from '../domain/assessment/verdict.js';
import { InstantColumn } from '../platform/columns.js';
import type { FrozenResult } from './frozen-result.js';

@Entity('review')
export class ReviewRow implements ReviewItem {
  @PrimaryColumn('text')
  readonly cycle!: string;

  @PrimaryColumn('text')
  readonly task!: string;

  @Column('text')
  readonly phase!: string;

  @PrimaryColumn('integer')
  readonly indicator!: number;

  @Column('text')
  readonly assessor!: string;

  @Column('integer')
  readonly version!: number;

  @Column('text', { nullable: true })
  readonly level!: string | null;

  @Column('text')
  readonly note!: string;

  @Column('boolean')
  readonly finding!: boolean;

  @Column('text', { name: 'final_level', nullable: true })
  readonly finalLevel!: string | null;

  @Column('text', { name: 'final_note' })
  readonly finalNote!: string;

  @InstantColumn({ name: 'updated_at' })
  readonly updatedAt!: Temporal.Instant;
}

@Entity('verdict')
export class VerdictRow implements Verdict {
  @PrimaryColumn('text')
  readonly cycle!: string;

  @PrimaryColumn('text')
  readonly task!: string;

  @PrimaryColumn('uuid')
  readonly evidence!: string;

  @Column('jsonb')
  readonly judgement!: Judgement;

  @Column('text')
  readonly note!: string;

  @InstantColumn({ name: 'judged_at' })
  readonly judgedAt!: Temporal.Instant;

  @Column('text', { name: 'judged_by' })
  readonly judgedBy!: string;
}

@Entity('settlement')
export class SettlementRow implements Settlement {
  @PrimaryColumn('text')
  readonly cycle!: string;

  @PrimaryColumn('text')
  readonly phase!: string;

  @PrimaryColumn('integer')
  readonly indicator!: number;

  @Column('text')
  readonly level!: string;

  @Column('text')
  readonly note!: string;

  @Column('text', { name: 'settled_by' })
  readonly settledBy!: string;

  @InstantColumn({ name: 'settled_at' })
  readonly settledAt!: Temporal.Instant;
}

@Entity('result')
export class ResultRow {
  @PrimaryColumn('text')
  readonly cycle!: string;

  /** The report's. */
  @PrimaryColumn('text')
  readonly phase!: string;

  @InstantColumn({ name: 'published_at' })
  readonly publishedAt!: Temporal.Instant;

  @Column('text', { name: 'published_by' })
  readonly publishedBy!: string;

  @Column('jsonb')
  readonly frozen!: FrozenResult;
}
