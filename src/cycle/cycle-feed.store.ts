import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { Clock } from '../domain/clock.js';
import { newSecret } from '../people/sign-in/secret.js';
import { upsertAll } from '../platform/bulk-write.js';
import { SERVER_CLOCK } from '../platform/clock.js';
import { sha256 } from '../platform/sha256.js';
import { CycleFeedRow } from './cycle-feed.entity.js';

/** Secrets under which the calendars of cycles are read without a sign-in. */
@Injectable()
export class CycleFeedStore {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(SERVER_CLOCK) private readonly clock: Clock,
  ) {}

  /** Since when there is one; null: there is none. */
  async since(cycle: string): Promise<Temporal.Instant | null> {
    const row = await this.db.manager.findOneBy(CycleFeedRow, { cycle });
    return row?.createdAt ?? null;
  }

  /** In place of the one before. @returns the secret, which is shown this once and kept nowhere */
  async issue(cycle: string): Promise<string> {
    const secret = newSecret();
    const row: CycleFeedRow = { cycle, hash: sha256(secret), createdAt: this.clock.now() };
    await upsertAll(this.db.manager, CycleFeedRow, [row]);
    return secret;
  }

  /** Whose it is; null when it is no cycle's, or no longer. */
  async cycleOf(secret: string): Promise<string | null> {
    const row = await this.db.manager.findOneBy(CycleFeedRow, { hash: sha256(secret) });
    return row?.cycle ?? null;
  }

  async revoke(cycle: string): Promise<void> {
    await this.db.manager.delete(CycleFeedRow, { cycle });
  }
}
