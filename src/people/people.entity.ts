import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Assessor, Assignment, Person, Unit } from '../domain/people.js';

/** People take part in one cycle: who held an office last year stays in last year's cycle. */
@Entity('unit')
export class UnitRow implements Unit {
  @PrimaryColumn('text')
  readonly cycle!: string;

  @PrimaryColumn('text')
  readonly code!: string;

  @Column('integer')
  readonly position!: number;

  @Column('text')
  readonly name!: string;

  @Column('jsonb', { nullable: true })
  readonly head!: Person | null;

  @Column('jsonb', { nullable: true })
  readonly secretary!: Person | null;

  @Column('jsonb')
  readonly admins!: readonly Person[];

  @Column('boolean')
  readonly retired!: boolean;
}

@Entity('assessor')
export class AssessorRow implements Assessor {
  @PrimaryColumn('text')
  readonly cycle!: string;

  @PrimaryColumn('text')
  readonly code!: string;

  @Column('integer')
  readonly position!: number;

  @Column('text')
  readonly name!: string;

  @Column('text')
  readonly email!: string;

  @Column('text', { nullable: true })
  readonly unit!: string | null;

  @Column('boolean')
  readonly retired!: boolean;
}

@Entity('assignment')
export class AssignmentRow implements Assignment {
  @PrimaryColumn('text')
  readonly cycle!: string;

  @PrimaryColumn('text')
  readonly assessor!: string;

  @PrimaryColumn('text')
  readonly unit!: string;
}

@Entity('coordinator')
export class CoordinatorRow implements Person {
  @PrimaryColumn('text')
  readonly cycle!: string;

  @PrimaryColumn('text')
  readonly email!: string;

  @Column('text')
  readonly name!: string;

  @Column('integer')
  readonly position!: number;
}

/** The city's regional secretary, one a cycle at most. */
@Entity('sekda')
export class SekdaRow implements Person {
  @PrimaryColumn('text')
  readonly cycle!: string;

  @Column('text')
  readonly name!: string;

  @Column('text')
  readonly email!: string;
}
