import type { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn } from '../platform/columns.js';
import type { Scope } from './scope.js';

@Entity('api_token')
export class TokenRow {
  /** SHA-256 of the token, in hex. */
  @PrimaryColumn('text')
  readonly hash!: string;

  /** What it is called where its hash is nobody's business. */
  @Column('uuid')
  readonly id!: string;

  @Column('text')
  readonly email!: string;

  @Column('text')
  readonly name!: string;

  @Column('text', { array: true })
  readonly scopes!: Scope[];

  @InstantColumn({ name: 'created_at' })
  readonly createdAt!: Temporal.Instant;

  @InstantColumn({ name: 'expires_at' })
  readonly expiresAt!: Temporal.Instant;

  @InstantColumn({ name: 'last_used_at', nullable: true })
  readonly lastUsedAt!: Temporal.Instant | null;
}

/** That a token came or went. */
@Entity('token_event')
export class TokenEventRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  readonly id!: string;

  @Column('uuid')
  readonly token!: string;

  @Column('text')
  readonly email!: string;

  @Column('text')
  readonly name!: string;

  @Column('text', { array: true })
  readonly scopes!: Scope[];

  @Column('text')
  readonly what!: 'issued' | 'revoked';

  @InstantColumn()
  readonly at!: Temporal.Instant;
}
