import type { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../platform/columns.js';

@Entity('cycle_feed')
export class CycleFeedRow {
  @PrimaryColumn('text')
  readonly cycle!: string;

  /** SHA-256 of the secret in its address, in hex. */
  @Column('text')
  readonly hash!: string;

  @InstantColumn({ name: 'created_at' })
  readonly createdAt!: Temporal.Instant;
}
