import { randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../domain/clock.js';
import { isAfter } from '../domain/instants.js';
import { CLOCK } from '../platform/clock.js';
import { sha256 } from '../platform/sha256.js';
import { scopes, type Scope } from './scope.js';
import { TokenEventRow, TokenRow } from './token.entity.js';

const prefix = 'siklus_';
/** What is written down more often would be a write for every request. */
const noticedAfter = { minutes: 1 };
const eventsShown = 20;

/** What a token is called, and what it is for. */
export interface TokenUse {
  readonly name: string;
  readonly scopes: readonly Scope[];
}

/** In whose name a token asks, and for what. */
export interface TokenHolder {
  readonly email: string;
  readonly scopes: readonly Scope[];
}

const everything: TokenUse = { name: 'siklus token', scopes };

/** Tokens with which a program asks in the name of a person. */
@Injectable()
export class TokenStore {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns the token, which is shown this once and kept nowhere */
  async issue(email: string, days: number, use = everything): Promise<string> {
    const token = prefix + randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const row: TokenRow = {
      hash: sha256(token),
      id: randomUUID(),
      email: email.toLowerCase(),
      name: use.name,
      scopes: [...use.scopes],
      createdAt: now,
      expiresAt: now.add({ hours: 24 * days }),
      lastUsedAt: null,
    };
    await this.db.transaction(async (tx) => {
      await tx.insert(TokenRow, row);
      await this.note(tx, [row], 'issued');
    });
    return token;
  }

  /** Whose token it is; null when it is nobody's, or no longer. */
  async holderOf(token: string): Promise<TokenHolder | null> {
    if (!token.startsWith(prefix)) return null;
    const row = await this.db.manager.findOneBy(TokenRow, { hash: sha256(token) });
    const now = this.clock.now();
    if (!row || !isAfter(row.expiresAt, now)) return null;
    if (isWorthNoting(row, now)) {
      await this.db.manager.update(TokenRow, { hash: row.hash }, { lastUsedAt: now });
    }
    return row;
  }

  /** The newest first; those that have expired among them. */
  of(email: string): Promise<TokenRow[]> {
    return this.db.manager.find(TokenRow, { where: { email }, order: { createdAt: 'DESC' } });
  }

  /** What came and went last, the newest first. */
  eventsOf(email: string): Promise<TokenEventRow[]> {
    const order = { id: 'DESC' } as const;
    return this.db.manager.find(TokenEventRow, { where: { email }, order, take: eventsShown });
  }

  /** @returns how many there were: of this id, or all of the person */
  async revoke(email: string, id?: string): Promise<number> {
    const which = { email: email.toLowerCase(), ...(id !== undefined && { id }) };
    return this.db.transaction(async (tx) => {
      const rows = await tx.find(TokenRow, { where: which, lock: { mode: 'pessimistic_write' } });
      if (rows.length === 0) return 0;
      await tx.delete(TokenRow, which);
      await this.note(tx, rows, 'revoked');
      return rows.length;
    });
  }

  private async note(
    tx: EntityManager,
    rows: readonly TokenRow[],
    what: TokenEventRow['what'],
  ): Promise<void> {
    const at = this.clock.now();
    const events = rows.map(({ id: token, email, name, scopes: of }) => {
      return { token, email, name, scopes: of, what, at };
    });
    await tx.insert(TokenEventRow, events);
  }
}

function isWorthNoting({ lastUsedAt }: TokenRow, now: Temporal.Instant): boolean {
  return lastUsedAt === null || isAfter(now, lastUsedAt.add(noticedAfter));
}
