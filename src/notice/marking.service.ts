import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Clock } from '../domain/clock.js';
import { CLOCK } from '../platform/clock.js';
import { Metrics } from '../platform/metrics.js';
import { ClaimsStore } from './claims.store.js';
import type { Settled } from './settled.js';

/** In milliseconds, between two attempts. */
const pause = 500;
/** In milliseconds, in which what servers answer is gathered, and marked together. */
const gathering = 25;
/** Attempts at a single mail that a database refuses although it answers. */
const mostAttempts = 10;

interface Round {
  readonly done: Promise<void>;
  readonly start: () => void;
}

/**
 * Marks what became of mails, soon after it is known: what was sent and is not marked when a process dies goes
 * again, so that it neither waits for the slowest of a batch nor gives up easily.
 */
@Injectable()
export class MarkingService {
  private readonly log = new Logger(MarkingService.name);
  private gathered: Settled[] = [];
  private round: Round | null = null;

  constructor(
    private readonly claims: ClaimsStore,
    private readonly metrics: Metrics,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Ends when it is marked, together with what else becomes known within a moment. */
  soon(settled: Settled): Promise<void> {
    this.gathered.push(settled);
    this.round ??= this.begin();
    return this.round.done;
  }

  /** Nothing more is expected: what is gathered is marked at once. */
  hurry(): void {
    this.round?.start();
  }

  private begin(): Round {
    const timer = new AbortController();
    const waited = sleep(gathering, null, { signal: timer.signal }).catch(() => undefined);
    const done = waited.then(() => {
      this.round = null;
      return this.mark(this.gathered.splice(0));
    });
    const start = (): void => {
      timer.abort();
    };
    return { done, start };
  }

  /** Ends when they are marked, however long the database is away. */
  private async mark(settled: readonly Settled[]): Promise<void> {
    const now = this.clock.now();
    for (let attempts = 1; ; attempts += 1) {
      try {
        await this.claims.settle(settled, now);
        for (const { state } of settled) this.metrics.mails.inc({ state });
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
