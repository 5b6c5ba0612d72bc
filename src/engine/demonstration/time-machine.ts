import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { CycleStore } from '../../cycle/cycle.store.js';
import type { Clock } from '../../domain/clock.js';
import { isAfter } from '../../domain/instants.js';
import { closesAt } from '../../domain/timeline.js';
import { CLOCK } from '../../platform/clock.js';
import { Stepper } from '../stepper.js';
import { ClockKeeper } from './clock-keeper.js';

export const strides = ['next', 'day', 'week', 'month'] as const;
export type Stride = (typeof strides)[number];

const lengths: Readonly<Record<Exclude<Stride, 'next'>, Temporal.DurationLike>> = {
  day: { days: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
};

/** The dates to which the clock may be moved, and the zone they are meant in. */
export interface Reach {
  readonly today: Temporal.PlainDate;
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
  readonly zone: string;
}

/** Whoever chooses a date wants to see it after its phases opened, and before it is over. */
const noon = Temporal.PlainTime.from('12:00');

/** Overdue warnings go on for a while after the last phase has closed. */
const afterwards = { months: 2 };

const order = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b);

/** Moves the demonstration on, through every instant at which something falls due on the way. */
@Injectable()
export class TimeMachine {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly cycles: CycleStore,
    private readonly stepper: Stepper,
    private readonly keeper: ClockKeeper,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every date from tomorrow until the cycles are over; null when there is none any more, or no cycle. */
  async reach(): Promise<Reach | null> {
    const cycles = await this.cycles.all();
    const [first] = cycles;
    if (!first) return null;
    const { zone } = first;
    const byCode = new Map(cycles.map((cycle) => [cycle.code, cycle]));
    // Their phases alone: the page at the very door asks for this, and a cycle's tasks and people are many.
    const closing = (await this.cycles.allPhases()).flatMap((phase) => {
      const cycle = byCode.get(phase.cycle);
      return cycle ? [closesAt(phase, cycle).date] : [];
    });
    const last = closing.sort(order).at(-1);
    const today = this.clock.now().toZonedDateTimeISO(zone).toPlainDate();
    const [from, until] = [today.add({ days: 1 }), last?.add(afterwards) ?? today];
    return order(from, until) > 0 ? null : { today, from, until, zone };
  }

  /** @returns null, with nothing moved, for a date that is out of reach */
  moveTo(date: Temporal.PlainDate): Promise<Temporal.Instant | null> {
    return this.inTurn(async () => {
      const reach = await this.reach();
      if (!reach || order(date, reach.from) < 0 || order(date, reach.until) > 0) return null;
      const { zone: timeZone } = reach;
      return this.passTo(date.toZonedDateTime({ timeZone, plainTime: noon }).toInstant());
    });
  }

  /** One after the other: two visitors who press the button at once move it twice. */
  move(stride: Stride): Promise<Temporal.Instant> {
    return this.inTurn(async () => {
      await this.stepper.settle();
      const target = stride === 'next' ? await this.stepper.next() : await this.later(stride);
      return target === null ? this.clock.now() : this.passTo(target);
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }

  private async passTo(target: Temporal.Instant): Promise<Temporal.Instant> {
    await this.stepper.settle();
    for (let at = await this.stepper.next(); at && !isAfter(at, target);) {
      await this.keeper.moveTo(at);
      await this.stepper.settle();
      at = await this.stepper.next();
    }
    if (isAfter(target, this.clock.now())) await this.keeper.moveTo(target);
    await this.stepper.settle();
    return target;
  }

  /** By the calendar of the cycle: a month is a month. */
  private async later(stride: Exclude<Stride, 'next'>): Promise<Temporal.Instant> {
    const [cycle] = await this.cycles.all();
    const zone = cycle?.zone ?? 'UTC';
    return this.clock.now().toZonedDateTimeISO(zone).add(lengths[stride]).toInstant();
  }
}
