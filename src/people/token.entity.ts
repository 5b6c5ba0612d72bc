import type { Temporal } from 'temporal-polyfill';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../platform/columns.js';

@Entity('api_token')
export class TokenRow {
  /** SHA-256 of the token, in hex. */
  @PrimaryColumn('text')
  readonly hash!: string;

  @Column('text')
  readonly email!: string;

  @InstantColumn({ name: 'created_at' })
  readonly createdAt!: Temporal.Instant;

  @InstantColumn({ name: 'expires_at' })
  readonly expiresAt!: Temporal.Instant;
}
