import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Clock } from '../../domain/clock.js';
import { SERVER_CLOCK } from '../../platform/clock.js';
import { AccountRow } from './sign-in.entity.js';

/** Addresses in lower case, throughout. */
@Injectable()
export class AccountStore {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(SERVER_CLOCK) private readonly clock: Clock,
  ) {}

  exists(email: string): Promise<boolean> {
    return this.db.manager.existsBy(AccountRow, { email });
  }

  async passwordHash(email: string): Promise<string | null> {
    const row = await this.db.manager.findOneBy(AccountRow, { email });
    return row?.passwordHash ?? null;
  }

  /** Leaves alone an account that there is. */
  async open(email: string): Promise<void> {
    await this.db.query(
      `INSERT INTO account (email, created_at) VALUES ($1, $2) ON CONFLICT (email) DO NOTHING`,
      [email, this.now()],
    );
  }

  /** @returns whether it is the first one; of two processes that start at once, one is told so */
  async openFirst(email: string): Promise<boolean> {
    const opened = await this.db.query<unknown[]>(
      `INSERT INTO account (email, created_at) SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM account)
       ON CONFLICT (email) DO NOTHING RETURNING email`,
      [email, this.now()],
    );
    return opened.length === 1;
  }

  async setPassword(email: string, passwordHash: string): Promise<void> {
    await this.db.query(
      `INSERT INTO account (email, password_hash, created_at) VALUES ($1, $2, $3)
       ON CONFLICT (email) DO UPDATE SET password_hash = EXCLUDED.password_hash`,
      [email, passwordHash, this.now()],
    );
  }

  private now(): string {
    return this.clock.now().toString();
  }
}
