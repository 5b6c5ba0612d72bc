import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { Clock } from '../domain/clock.js';
import { upsertAll } from '../platform/bulk-write.js';
import { SERVER_CLOCK } from '../platform/clock.js';
import { sha256 } from '../platform/sha256.js';
import { CalendarFeedRow } from './calendar-feed.entity.js';
import { newSecret } from './sign-in/secret.js';

/** Secrets under which people's calendars are read without a sign-in. Addresses of people in lower case. */
@Injectable()
export class CalendarFeedStore {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(SERVER_CLOCK) private readonly clock: Clock,
  ) {}

  /** Since when there is one; null: there is none. */
  async since(email: string): Promise<Temporal.Instant | null> {
    const row = await this.db.manager.findOneBy(CalendarFeedRow, { email });
    return row?.createdAt ?? null;
  }

  /** In place of the one before. @returns the secret, which is shown this once and kept nowhere */
  async issue(email: string): Promise<string> {
    const secret = newSecret();
    const row: CalendarFeedRow = { email, hash: sha256(secret), createdAt: this.clock.now() };
    await upsertAll(this.db.manager, CalendarFeedRow, [row]);
    return secret;
  }

  /** Whose it is; null when it is nobody's, or no longer. */
  async emailOf(secret: string): Promise<string | null> {
    const row = await this.db.manager.findOneBy(CalendarFeedRow, { hash: sha256(secret) });
    return row?.email ?? null;
  }

  async revoke(email: string): Promise<void> {
    await this.db.manager.delete(CalendarFeedRow, { email });
  }
}
