import type { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../platform/columns.js';
import type { DocumentState, ReportFormat } from './report-format.js';
import type { Report, ReportKind } from './report.js';

/** What a report says, as it was when somebody first asked for it at that place in the journal. */
@Entity('report')
export class ReportRow {
  @PrimaryColumn('uuid')
  readonly id!: string;

  @Column('text')
  readonly cycle!: string;

  @Column('text')
  readonly kind!: ReportKind;

  @Column('integer')
  readonly entries!: number;

  @Column('text')
  readonly hash!: string;

  @Column('text')
  readonly frame!: string;

  @Column('jsonb')
  readonly data!: Report;

  @InstantColumn({ name: 'made_at' })
  readonly madeAt!: Temporal.Instant;
}

/** One file of it: the job, and what came of it. */
@Entity('report_document')
export class ReportDocumentRow {
  @PrimaryColumn('uuid')
  readonly id!: string;

  @Column('uuid')
  readonly report!: string;

  @Column('text')
  readonly format!: ReportFormat;

  @Column('text')
  readonly state!: DocumentState;

  /** In percent. */
  @Column('integer')
  readonly progress!: number;

  @Column('integer')
  readonly attempts!: number;

  @InstantColumn({ name: 'asked_at' })
  readonly askedAt!: Temporal.Instant;

  @Column('text', { name: 'asked_by' })
  readonly askedBy!: string;

  @InstantColumn({ name: 'done_at', nullable: true })
  readonly doneAt!: Temporal.Instant | null;

  @Column('text', { nullable: true })
  readonly error!: string | null;

  @InstantColumn({ name: 'claimed_until', nullable: true })
  readonly claimedUntil!: Temporal.Instant | null;

  @Column('bytea', { nullable: true, select: false })
  readonly file!: Buffer | null;
}
