import type { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Levels } from '../../domain/cycle.js';
import { InstantColumn } from '../../platform/columns.js';

/** Levels that somebody has tried out and wants to find again. */
@Entity('variant')
export class VariantRow {
  @PrimaryColumn('text')
  readonly cycle!: string;

  @PrimaryColumn('uuid')
  readonly id!: string;

  @Column('text')
  readonly name!: string;

  /** What the levels were changed from. */
  @Column('text')
  readonly basis!: string;

  /** The same as it stood then. */
  @Column('jsonb')
  readonly standing!: Levels;

  @Column('jsonb')
  readonly changes!: Levels;

  @InstantColumn({ name: 'made_at' })
  readonly madeAt!: Temporal.Instant;

  @Column('text', { name: 'made_by' })
  readonly madeBy!: string;
}

/** What it takes to raise an indicator, where the coordinator has said so. */
@Entity('indicator_effort')
export class EffortRow {
  @PrimaryColumn('text')
  readonly cycle!: string;

  @PrimaryColumn('integer')
  readonly indicator!: number;

  @Column('integer')
  readonly effort!: number;

  @Column('integer')
  readonly highest!: number;
}
