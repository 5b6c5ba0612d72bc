import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Clock } from '../domain/clock.js';
import { CLOCK } from '../platform/clock.js';
import { ClaimsStore, type Settled } from './claims.store.js';

/** In milliseconds, between two attempts. */
const pause = 500;
/** Attempts at a single mail that a database refuses although it answers. */
const mostAttempts = 10;

/** Marks what became of mails. What was sent and is not marked goes again, so that it does not give up easily. */
@Injectable()
export class MarkingService {
  private readonly log = new Logger(MarkingService.name);

  constructor(
    private readonly claims: ClaimsStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Ends when they are marked, however long the database is away. */
  async mark(settled: readonly Settled[]): Promise<void> {
    const now = this.clock.now();
    for (let attempts = 1; ; attempts += 1) {
      try {
        await this.claims.settle(settled, now);
        return;
      } catch (error) {
        if (attempts === 1) this.log.error('what became of mails could not be marked yet', error);
        const isRefused = await this.claims.isUp();
        if (isRefused && settled.length > 1) return this.markApart(settled);
        if (isRefused && attempts >= mostAttempts) {
          this.giveUp(settled);
          return;
        }
        await sleep(pause);
      }
    }
  }

  /** One that cannot be marked must not hold up the others. */
  private async markApart(settled: readonly Settled[]): Promise<void> {
    const middle = Math.ceil(settled.length / 2);
    await this.mark(settled.slice(0, middle));
    await this.mark(settled.slice(middle));
  }

  private giveUp(settled: readonly Settled[]): void {
    const mails = settled.map(({ mail }) => mail.id).join(', ');
    this.log.error(`mail ${mails} stays unmarked until this process ends, and then goes again`);
  }
}
