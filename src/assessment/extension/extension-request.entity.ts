import type { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ExtensionRequest, LetterFile, RequestState } from '../../domain/extension/request.js';
import { InstantColumn } from '../../platform/columns.js';

@Entity('extension_request')
export class ExtensionRequestRow implements ExtensionRequest {
  @PrimaryColumn('text')
  readonly cycle!: string;

  @PrimaryColumn('uuid')
  readonly id!: string;

  @Column('text')
  readonly phase!: string;

  @Column('text')
  readonly unit!: string;

  @Column('text')
  readonly state!: RequestState;

  @Column('text')
  readonly wish!: string;

  @Column('text')
  readonly reason!: string;

  @Column('text')
  readonly letter!: string;

  @Column('jsonb')
  readonly file!: LetterFile;

  @Column('text', { name: 'asked_by' })
  readonly askedBy!: string;

  @InstantColumn({ name: 'asked_at' })
  readonly askedAt!: Temporal.Instant;

  @Column('text', { nullable: true })
  readonly granted!: string | null;

  @Column('text', { name: 'decided_by', nullable: true })
  readonly decidedBy!: string | null;

  @InstantColumn({ name: 'decided_at', nullable: true })
  readonly decidedAt!: Temporal.Instant | null;

  @Column('text')
  readonly note!: string;
}
