import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { CycleStore } from '../../cycle/cycle.store.js';
import type { Clock } from '../../domain/clock.js';
import { isAfter } from '../../domain/instants.js';
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

  /** One after the other: two visitors who press the button at once move it twice. */
  move(stride: Stride): Promise<Temporal.Instant> {
    const moved = this.last.then(() => this.moveNow(stride));
    this.last = moved.catch(() => undefined);
    return moved;
  }

  private async moveNow(stride: Stride): Promise<Temporal.Instant> {
    await this.stepper.settle();
    const target = stride === 'next' ? await this.stepper.next() : await this.later(stride);
    if (target === null) return this.clock.now();
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
