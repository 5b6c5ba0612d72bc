import type { Temporal } from 'temporal-polyfill';
import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../platform/columns.js';

/** That anybody may read the result of a cycle. */
@Entity('public_result')
export class PublicResultRow {
  @PrimaryColumn('text')
  readonly cycle!: string;

  @InstantColumn({ name: 'shown_at' })
  readonly shownAt!: Temporal.Instant;
}
