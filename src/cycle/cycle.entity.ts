import type { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  Cycle,
  Earlier,
  Guard,
  Levels,
  Phase,
  PhaseKind,
  ReplacedCalendar,
  Task,
} from '../domain/cycle.js';
import type { Rung } from '../domain/escalation.js';
import type { Blueprint } from '../domain/commands/adopt-blueprint.js';
import type { CycleState, PhaseState, TaskState } from '../domain/machines.js';
import { DateColumn, InstantColumn } from '../platform/columns.js';

@Entity('cycle')
export class CycleRow implements Cycle {
  @PrimaryColumn('text')
  readonly code!: string;

  @Column('text')
  readonly title!: string;

  @Column('text')
  readonly zone!: string;

  @Column('text', { name: 'send_at' })
  readonly sendAt!: string;

  @Column('text')
  readonly instrument!: string;

  @Column('text', { nullable: true })
  readonly target!: string | null;

  @Column('jsonb')
  readonly holidays!: readonly string[];

  @Column('boolean', { name: 'joint_leave' })
  readonly jointLeave!: boolean;

  @Column('text', { name: 'escalate_from', nullable: true })
  readonly escalateFrom!: string | null;

  @Column('jsonb')
  readonly escalation!: readonly Rung[];

  @Column('jsonb')
  readonly history!: readonly Earlier[];

  @Column('text')
  readonly state!: CycleState;

  @Column('integer')
  readonly version!: number;

  @Column('jsonb', { name: 'earlier_calendars' })
  readonly earlierCalendars!: readonly ReplacedCalendar[];

  /** The watermark: everything up to and including this instant has been planned. */
  @InstantColumn({ name: 'ticked_until', nullable: true })
  readonly tickedUntil!: Temporal.Instant | null;

  /** The last journal entry that the planner of notices has read. */
  @Column('bigint', { name: 'planned_through' })
  readonly plannedThrough!: string;

  /** When something falls due next, as the last tick saw it; null when nothing will. */
  @InstantColumn({ name: 'next_due', nullable: true })
  readonly nextDue!: Temporal.Instant | null;

  /** The newest entry of the journal when that was worked out: it says nothing once there is another. */
  @Column('bigint', { name: 'next_due_of', nullable: true })
  readonly nextDueOf!: string | null;

  /** The files as they were loaded last; as long as a city, and only looked at when they are loaded again. */
  @Column('jsonb', { select: false })
  readonly blueprint!: Blueprint;
}

@Entity('phase')
export class PhaseRow implements Phase {
  @PrimaryColumn('text')
  readonly cycle!: string;

  @PrimaryColumn('text')
  readonly code!: string;

  @Column('integer')
  readonly position!: number;

  @Column('text')
  readonly title!: string;

  @Column('text')
  readonly kind!: PhaseKind;

  @Column('text')
  readonly opens!: string;

  @Column('text')
  readonly closes!: string;

  @Column('jsonb')
  readonly reminders!: readonly string[];

  @Column('jsonb')
  readonly requires!: readonly Guard[];

  @Column('jsonb', { nullable: true })
  readonly units!: readonly string[] | null;

  @Column('text')
  readonly state!: PhaseState;

  @InstantColumn({ name: 'opened_at', nullable: true })
  readonly openedAt!: Temporal.Instant | null;
}

@Entity('task')
export class TaskRow implements Task {
  @PrimaryColumn('text')
  readonly cycle!: string;

  @PrimaryColumn('text')
  readonly id!: string;

  @Column('text')
  readonly phase!: string;

  @Column('text', { nullable: true })
  readonly unit!: string | null;

  @Column('text', { nullable: true })
  readonly assessor!: string | null;

  @Column('text')
  readonly state!: TaskState;

  @InstantColumn()
  readonly deadline!: Temporal.Instant;

  @DateColumn({ name: 'deadline_date' })
  readonly deadlineDate!: Temporal.PlainDate;

  @Column('text', { name: 'extended_to', nullable: true })
  readonly extendedTo!: string | null;

  @InstantColumn({ name: 'opened_at' })
  readonly openedAt!: Temporal.Instant;

  @InstantColumn({ name: 'notice_at' })
  readonly noticeAt!: Temporal.Instant;

  @InstantColumn({ name: 'deadline_since' })
  readonly deadlineSince!: Temporal.Instant;

  @Column('jsonb')
  readonly levels!: Levels;

  @Column('jsonb')
  readonly findings!: readonly number[];

  @Column('boolean')
  readonly excused!: boolean;
}
