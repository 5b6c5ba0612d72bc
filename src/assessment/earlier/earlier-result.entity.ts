import type { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../platform/columns.js';
import type { ImportedResult } from './imported-result.js';

@Entity('earlier_result')
export class EarlierResultRow {
  /** Of the cycle whose coordinators brought it in. */
  @PrimaryColumn('text')
  readonly cycle!: string;

  @PrimaryColumn('integer')
  readonly year!: number;

  @PrimaryColumn('integer')
  readonly version!: number;

  @InstantColumn({ name: 'imported_at' })
  readonly importedAt!: Temporal.Instant;

  @Column('text', { name: 'imported_by' })
  readonly importedBy!: string;

  @Column('jsonb')
  readonly frozen!: ImportedResult;
}
