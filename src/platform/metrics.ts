import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What this process did since it started, for Prometheus; times in seconds. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  readonly tickSeconds = new Histogram({
    name: 'siklus_tick_duration_seconds',
    help: 'Time that a tick of one cycle took, failed ones included.',
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [this.registry],
  });

  readonly failedTicks = new Counter({
    name: 'siklus_ticks_failed_total',
    help: 'Ticks that failed; the next one took over.',
    registers: [this.registry],
  });

  /** Counted when it is marked in the outbox. */
  readonly mails = new Counter({
    name: 'siklus_mails_total',
    help: 'Attempts at mails by what became of them; "waiting" is tried again.',
    labelNames: ['state'] as const,
    registers: [this.registry],
  });

  /** Asked for whenever somebody looks; without an answer it is left out. */
  gauge(name: string, help: string, value: () => Promise<number>): void {
    const gauge = new Gauge({
      name,
      help,
      registers: [this.registry],
      collect: async () => {
        gauge.reset();
        try {
          gauge.set(await value());
        } catch {
          gauge.remove();
        }
      },
    });
  }
}
