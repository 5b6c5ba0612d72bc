import { Temporal } from 'temporal-polyfill';

/** The only part that asks what time it is. Instants are in whole milliseconds, as the database keeps them. */
export interface Clock {
  now(): Temporal.Instant;
}

/** The server's own time. */
export class SystemClock implements Clock {
  now(): Temporal.Instant {
    return Temporal.Instant.fromEpochMilliseconds(Date.now());
  }
}

/** Goes at normal speed, a fixed distance from the server's time: the clock of the demonstration. */
export class ShiftedClock implements Clock {
  private readonly system = new SystemClock();
  private shift = Temporal.Duration.from({ milliseconds: 0 });

  now(): Temporal.Instant {
    return this.system.now().add(this.shift);
  }

  get shiftMilliseconds(): number {
    return this.shift.total('milliseconds');
  }

  shiftTo(milliseconds: number): void {
    this.shift = Temporal.Duration.from({ milliseconds });
  }
}

/** Stands still until it is told to move: scenarios and tests. */
export class SimulatedClock implements Clock {
  constructor(private instant: Temporal.Instant) {}

  now(): Temporal.Instant {
    return this.instant;
  }

  moveTo(instant: Temporal.Instant): void {
    this.instant = instant;
  }
}
