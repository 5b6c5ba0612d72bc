import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../domain/clock.js';
import { earliest, isAfter } from '../domain/instants.js';
import { DISPATCHER, type Dispatcher } from '../notice/dispatcher.js';
import { OutboxStore } from '../notice/outbox.store.js';
import { CLOCK } from '../platform/clock.js';
import { TickService } from './tick.service.js';

const pollEvery = 5;
const giveUpAfter = 60_000;

/** For a clock that jumps: from one due instant to the next, with everything done in between. */
@Injectable()
export class Stepper {
  constructor(
    private readonly ticks: TickService,
    private readonly outbox: OutboxStore,
    @Inject(DISPATCHER) private readonly dispatcher: Dispatcher,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Afterwards all that is due has happened, and every mail that is due was tried. */
  async settle(): Promise<void> {
    await this.ticks.tickAll();
    await this.dispatcher.dispatch();
    let waited = 0;
    while (await this.outbox.isBusy(this.clock.now())) {
      // Workers of a queue send in their own time.
      if (waited > giveUpAfter) throw new Error('mails that are due are not being sent');
      await sleep(pollEvery);
      waited += pollEvery;
    }
  }

  /** When something happens next by itself, mails that are tried again among it; null when nothing will. */
  async next(): Promise<Temporal.Instant | null> {
    const now = this.clock.now();
    const due = [await this.ticks.nextDue(), await this.outbox.nextAttempt()];
    const all = due.filter((at) => at !== null);
    return earliest(all.filter((at) => isAfter(at, now)));
  }
}
