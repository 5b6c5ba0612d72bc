import type { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Answer, AnswerState } from '../domain/assessment/answer.js';
import type { Comment, ExternalValue, Responsibility } from '../domain/assessment/dossier.js';
import type { Attachment, Evidence } from '../domain/assessment/evidence.js';
import type { Nihil, NihilState } from '../domain/assessment/nihil.js';
import { InstantColumn } from '../platform/columns.js';

@Entity('responsibility')
export class ResponsibilityRow implements Responsibility {
  @PrimaryColumn('text')
  readonly cycle!: string;

  @PrimaryColumn('integer')
  readonly indicator!: number;

  @Column('text', { nullable: true })
  readonly lead!: string | null;

  @Column('jsonb')
  readonly supports!: readonly string[];

  @Column('text', { nullable: true })
  readonly title!: string | null;
}

@Entity('answer')
export class AnswerRow implements Answer {
  @PrimaryColumn('text')
  readonly cycle!: string;

  @PrimaryColumn('integer')
  readonly indicator!: number;

  @Column('text')
  readonly state!: AnswerState;

  @Column('integer')
  readonly version!: number;

  @Column('text', { nullable: true })
  readonly level!: string | null;

  @Column('text')
  readonly fact!: string;

  @Column('text')
  readonly analysis!: string;

  @Column('text', { nullable: true })
  readonly claimed!: string | null;

  @Column('text', { nullable: true })
  readonly revised!: string | null;

  @InstantColumn({ name: 'updated_at' })
  readonly updatedAt!: Temporal.Instant;

  @Column('text', { name: 'updated_by' })
  readonly updatedBy!: string;
}

@Entity('evidence')
export class EvidenceRow implements Evidence {
  @PrimaryColumn('text')
  readonly cycle!: string;

  @PrimaryColumn('uuid')
  readonly id!: string;

  @Column('integer')
  readonly indicator!: number;

  @Column('integer')
  readonly level!: number;

  @Column('text')
  readonly unit!: string;

  @Column('uuid')
  readonly series!: string;

  @Column('integer')
  readonly version!: number;

  @Column('jsonb')
  readonly attachment!: Attachment;

  @InstantColumn({ name: 'attached_at' })
  readonly attachedAt!: Temporal.Instant;

  @Column('text', { name: 'attached_by' })
  readonly attachedBy!: string;

  @InstantColumn({ name: 'removed_at', nullable: true })
  readonly removedAt!: Temporal.Instant | null;
}

@Entity('nihil')
export class NihilRow implements Nihil {
  @PrimaryColumn('text')
  readonly cycle!: string;

  @PrimaryColumn('integer')
  readonly indicator!: number;

  @Column('text')
  readonly unit!: string;

  @Column('text')
  readonly state!: NihilState;

  @Column('text')
  readonly reason!: string;

  @Column('text', { name: 'asked_by' })
  readonly askedBy!: string;

  @InstantColumn({ name: 'asked_at' })
  readonly askedAt!: Temporal.Instant;

  @Column('text', { name: 'decided_by', nullable: true })
  readonly decidedBy!: string | null;

  @Column('text', { name: 'decision_note' })
  readonly decisionNote!: string;
}

@Entity('external_value')
export class ExternalValueRow implements ExternalValue {
  @PrimaryColumn('text')
  readonly cycle!: string;

  @PrimaryColumn('integer')
  readonly indicator!: number;

  @Column('text')
  readonly level!: string;

  @Column('text')
  readonly note!: string;

  @Column('text', { name: 'set_by' })
  readonly setBy!: string;

  @InstantColumn({ name: 'set_at' })
  readonly setAt!: Temporal.Instant;
}

@Entity('comment')
export class CommentRow implements Comment {
  @PrimaryColumn('text')
  readonly cycle!: string;

  @PrimaryColumn('uuid')
  readonly id!: string;

  @Column('integer')
  readonly indicator!: number;

  @Column('text')
  readonly text!: string;

  @Column('text')
  readonly author!: string;

  @Column('text')
  readonly side!: Comment['side'];

  @Column('boolean')
  readonly objection!: boolean;

  @InstantColumn()
  readonly at!: Temporal.Instant;
}
