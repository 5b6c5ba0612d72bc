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

  private readonly seen = {
    due: this.gauge('siklus_mails_due', 'Mails that are due and not taken.'),
    claimed: this.gauge('siklus_mails_claimed', 'Mails that are being sent.'),
    later: this.gauge('siklus_mails_later', 'Mails that are tried again later.'),
    oldest: this.gauge('siklus_mail_oldest_seconds', 'Time that the oldest mail has waited.'),
    lag: this.gauge(
      'siklus_tick_lag_seconds',
      'Time since something fell due that no tick has done.',
    ),
  };

  /** What was seen of what all processes share; what is not known is left out. */
  look(seen: Readonly<Partial<Record<keyof Metrics['seen'], number | null>>>): void {
    for (const [name, gauge] of Object.entries(this.seen)) {
      const value = seen[name as keyof Metrics['seen']] ?? null;
      if (value === null) gauge.remove();
      else gauge.set(value);
    }
  }

  private gauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, registers: [this.registry] });
  }
}
