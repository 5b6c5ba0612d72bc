import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import { LessThan, type DataSource } from 'typeorm';
import type { Clock } from '../../domain/clock.js';
import { isAfter } from '../../domain/instants.js';
import { SERVER_CLOCK } from '../../platform/clock.js';
import { limits, tried, type LimitName } from './limit.js';
import { LimitRow } from './sign-in.entity.js';

/** Counts before it is known how a try ends: many at once must not all slip through. */
@Injectable()
export class LimitStore {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(SERVER_CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns null: go on; else when one may try again */
  async take(name: LimitName, of: string): Promise<Temporal.Instant | null> {
    const key = keyOf(name, of);
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      // The update changes nothing: it locks the row, and tells what stands in it.
      const [row] = await tx.query<{ busy_until: Date }[]>(
        `INSERT INTO sign_in_limit AS known (key, busy_until) VALUES ($1, $2)
         ON CONFLICT (key) DO UPDATE SET busy_until = known.busy_until RETURNING busy_until`,
        [key, now.toString()],
      );
      const busy = row ? Temporal.Instant.fromEpochMilliseconds(row.busy_until.getTime()) : now;
      const { busyUntil, allowedFrom } = tried(busy, limits[name], now);
      await tx.update(LimitRow, { key }, { busyUntil });
      return isAfter(allowedFrom, now) ? allowedFrom : null;
    });
  }

  /** The try was right: it was none of those that are counted. */
  async giveBack(name: LimitName, of: string): Promise<void> {
    await this.db.query(
      `UPDATE sign_in_limit SET busy_until = busy_until - make_interval(secs => $2) WHERE key = $1`,
      [keyOf(name, of), limits[name].seconds],
    );
  }

  /** Whoever has shown who they are begins anew. */
  async forget(name: LimitName, of: string): Promise<void> {
    await this.db.manager.delete(LimitRow, { key: keyOf(name, of) });
    await this.db.manager.delete(LimitRow, { busyUntil: LessThan(this.clock.now()) });
  }
}

function keyOf(name: LimitName, of: string): string {
  return `${name} ${of}`;
}
