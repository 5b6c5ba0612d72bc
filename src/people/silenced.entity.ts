import type { Temporal } from 'temporal-polyfill';
import { Entity, PrimaryColumn } from 'typeorm';
import type { NoticeKind } from '../domain/notice-kind.js';
import { InstantColumn } from '../platform/columns.js';

/** A kind of notice that somebody does without. */
@Entity('silenced_notice')
export class SilencedRow {
  /** In lower case. */
  @PrimaryColumn('text')
  readonly email!: string;

  @PrimaryColumn('text')
  readonly kind!: NoticeKind;

  @InstantColumn()
  readonly since!: Temporal.Instant;
}
