import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { ShiftedClock, SystemClock, type Clock } from '../../domain/clock.js';
import { CLOCK } from '../../platform/clock.js';
import { ClockRow } from './clock.entity.js';

/** The day before the self-assessment of the example cycle opens. */
const beginning = Temporal.Instant.from('2025-08-31T07:00:00+07:00');

/** Keeps the demonstration's clock in the database: over restarts, and the same for all processes. */
@Injectable()
export class ClockKeeper implements OnModuleInit {
  private readonly clock: ShiftedClock;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CLOCK) clock: Clock,
  ) {
    if (!(clock instanceof ShiftedClock)) throw new TypeError('only a shifted clock can be moved');
    this.clock = clock;
  }

  onModuleInit(): Promise<void> {
    return this.ready();
  }

  /** The clock stands where the last run left it, or at the beginning. */
  async ready(): Promise<void> {
    const shiftMilliseconds = String(shiftTo(beginning));
    await this.db
      .createQueryBuilder()
      .insert()
      .into(ClockRow)
      .values({ onlyRow: true, shiftMilliseconds })
      .orIgnore()
      .execute();
    this.clock.shiftTo(await this.stored());
  }

  /** Another process may have moved it. It only moves on, so an answer that comes late changes nothing. */
  @Interval('demonstration-clock', 1000)
  async refresh(): Promise<void> {
    // A database that is gone is the tick's to tell, not once more every second.
    const stored = await this.stored().catch(() => null);
    if (stored !== null) this.clock.shiftTo(Math.max(this.clock.shiftMilliseconds, stored));
  }

  /** From that instant on it goes at normal speed. */
  async moveTo(instant: Temporal.Instant): Promise<void> {
    const shift = shiftTo(instant);
    await this.db.manager.update(ClockRow, { onlyRow: true }, { shiftMilliseconds: String(shift) });
    this.clock.shiftTo(shift);
  }

  private async stored(): Promise<number> {
    const row = await this.db.manager.findOneByOrFail(ClockRow, { onlyRow: true });
    return Number(row.shiftMilliseconds);
  }
}

function shiftTo(instant: Temporal.Instant): number {
  return instant.since(new SystemClock().now()).total('milliseconds');
}
