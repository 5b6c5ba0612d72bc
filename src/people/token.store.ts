import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Clock } from '../domain/clock.js';
import { isAfter } from '../domain/instants.js';
import { CLOCK } from '../platform/clock.js';
import { sha256 } from '../platform/sha256.js';
import { TokenRow } from './token.entity.js';

const prefix = 'siklus_';

/** Tokens with which a program asks in the name of a person. */
@Injectable()
export class TokenStore {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns the token, which is shown this once and kept nowhere */
  async issue(email: string, days: number): Promise<string> {
    const token = prefix + randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const row: TokenRow = {
      hash: sha256(token),
      email: email.toLowerCase(),
      createdAt: now,
      expiresAt: now.add({ hours: 24 * days }),
    };
    await this.db.manager.insert(TokenRow, row);
    return token;
  }

  /** Whose token it is; null when it is nobody's, or no longer. */
  async emailOf(token: string): Promise<string | null> {
    if (!token.startsWith(prefix)) return null;
    const row = await this.db.manager.findOneBy(TokenRow, { hash: sha256(token) });
    return row && isAfter(row.expiresAt, this.clock.now()) ? row.email : null;
  }

  /** @returns how many there were */
  async revoke(email: string): Promise<number> {
    const { affected } = await this.db.manager.delete(TokenRow, { email: email.toLowerCase() });
    return affected ?? 0;
  }
}
