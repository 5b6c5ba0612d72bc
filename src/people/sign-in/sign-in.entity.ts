import type { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../../platform/columns.js';
import type { SessionTimes } from './session-age.js';

/** How somebody proved who they are. */
export type SignInMethod = 'password' | 'link' | 'oidc' | 'demonstration';

/** Addresses in this file are in lower case. */
@Entity('account')
export class AccountRow {
  @PrimaryColumn('text')
  readonly email!: string;

  /** Argon2id; null: no password was set. */
  @Column('text', { name: 'password_hash', nullable: true })
  readonly passwordHash!: string | null;

  @InstantColumn({ name: 'created_at' })
  readonly createdAt!: Temporal.Instant;
}

@Entity('session')
export class SessionRow implements SessionTimes {
  /** SHA-256 of the cookie's token, in hex. */
  @PrimaryColumn('text')
  readonly hash!: string;

  @Column('text')
  readonly email!: string;

  @Column('text')
  readonly csrf!: string;

  @Column('text')
  readonly method!: SignInMethod;

  @InstantColumn({ name: 'created_at' })
  readonly createdAt!: Temporal.Instant;

  @InstantColumn({ name: 'last_seen_at' })
  readonly lastSeenAt!: Temporal.Instant;

  @InstantColumn({ name: 'expires_at' })
  readonly expiresAt!: Temporal.Instant;
}

@Entity('one_time_link')
export class LinkRow {
  /** SHA-256 of the link's token, in hex. */
  @PrimaryColumn('text')
  readonly hash!: string;

  @Column('text')
  readonly email!: string;

  @Column('text')
  readonly path!: string;

  @InstantColumn({ name: 'created_at' })
  readonly createdAt!: Temporal.Instant;

  @InstantColumn({ name: 'expires_at' })
  readonly expiresAt!: Temporal.Instant;

  @InstantColumn({ name: 'used_at', nullable: true })
  readonly usedAt!: Temporal.Instant | null;
}

@Entity('sign_in_limit')
export class LimitRow {
  @PrimaryColumn('text')
  readonly key!: string;

  @InstantColumn({ name: 'busy_until' })
  readonly busyUntil!: Temporal.Instant;
}
