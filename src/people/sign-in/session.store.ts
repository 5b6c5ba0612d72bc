import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import { LessThanOrEqual, type DataSource } from 'typeorm';
import type { Clock } from '../../domain/clock.js';
import { SERVER_CLOCK } from '../../platform/clock.js';
import { sha256 } from '../../platform/sha256.js';
import { newSecret } from './secret.js';
import { expiryOf, isAlive, isWorthNoting } from './session-age.js';
import { SessionRow, type SignInMethod } from './sign-in.entity.js';

/** By address in lower case; whoever is not in it was not seen. */
export type LastSeen = ReadonlyMap<string, Temporal.Instant>;

@Injectable()
export class SessionStore {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(SERVER_CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns the token of the cookie, which is kept nowhere */
  async begin(email: string, method: SignInMethod): Promise<string> {
    const token = newSecret();
    const now = this.clock.now();
    const row: SessionRow = {
      hash: sha256(token),
      email,
      csrf: newSecret(),
      method,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: expiryOf(now),
    };
    await this.db.manager.insert(SessionRow, row);
    await this.db.manager.delete(SessionRow, { expiresAt: LessThanOrEqual(now) });
    return token;
  }

  /** Null when it is nobody's, or no longer. */
  async find(token: string): Promise<SessionRow | null> {
    const row = await this.db.manager.findOneBy(SessionRow, { hash: sha256(token) });
    const now = this.clock.now();
    if (!row || !isAlive(row, now)) return null;
    if (isWorthNoting(row, now)) {
      await this.db.manager.update(SessionRow, { hash: row.hash }, { lastSeenAt: now });
    }
    return row;
  }

  /** Newest first. */
  async of(email: string): Promise<SessionRow[]> {
    const rows = await this.db.manager.find(SessionRow, {
      where: { email },
      order: { createdAt: 'DESC', hash: 'ASC' },
    });
    return rows.filter((row) => isAlive(row, this.clock.now()));
  }

  /** When each of them was there last, as far as a session tells that has not ended. */
  async lastSeen(emails: readonly string[]): Promise<LastSeen> {
    const rows = await this.db.query<{ email: string; at: Date }[]>(
      `SELECT email, max(last_seen_at) AS at FROM session WHERE email = ANY($1) GROUP BY email`,
      [emails.map((email) => email.toLowerCase())],
    );
    return new Map(
      rows.map(({ email, at }) => [email, Temporal.Instant.fromEpochMilliseconds(at.getTime())]),
    );
  }

  async end(token: string): Promise<void> {
    await this.db.manager.delete(SessionRow, { hash: sha256(token) });
  }

  async endAll(email: string): Promise<void> {
    await this.db.manager.delete(SessionRow, { email });
  }
}
