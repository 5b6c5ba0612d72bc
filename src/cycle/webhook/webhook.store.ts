import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../../domain/clock.js';
import { entry } from '../../domain/journal.js';
import type { WebhookEvent } from '../../domain/webhook.js';
import { newSecret } from '../../people/sign-in/secret.js';
import { CLOCK } from '../../platform/clock.js';
import { CycleStore } from '../cycle.store.js';
import { JournalStore } from '../journal.store.js';
import { WebhookDeliveryRow, WebhookRow } from './webhook.entity.js';

export type Webhook = Omit<WebhookRow, 'secret' | 'cycle'>;
export type WebhookDelivery = Omit<WebhookDeliveryRow, 'webhook' | 'entry' | 'claimedUntil'>;

export interface NewWebhook {
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  /** Who asks for it. */
  readonly by: string;
}

interface Changed<T> extends Pick<WebhookRow, 'url' | 'events'> {
  readonly answer: T;
}

/** The last ones: whoever looks wants to know whether it works. */
const shownDeliveries = 50;

@Injectable()
export class WebhookStore {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly cycles: CycleStore,
    private readonly journal: JournalStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Without their secrets. */
  async of(cycle: string): Promise<Webhook[]> {
    return this.db.manager.find(WebhookRow, {
      select: { id: true, url: true, events: true, createdAt: true, createdBy: true },
      where: { cycle },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** @returns the secret, which is shown this once; null when the cycle has that address already */
  async add(
    cycle: string,
    { url, events, by }: NewWebhook,
  ): Promise<{ readonly id: string; readonly secret: string } | null> {
    const fresh = { id: randomUUID(), secret: newSecret() };
    return this.journalled({ cycle, by, to: 'added' }, async (tx) => {
      const { length } = await tx.query<unknown[]>(
        `INSERT INTO webhook (id, cycle, url, secret, events, created_at, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (cycle, url) DO NOTHING RETURNING id`,
        [fresh.id, cycle, url, fresh.secret, events, this.clock.now().toString(), by],
      );
      return length === 0 ? null : { url, events, answer: fresh };
    });
  }

  /** In place of the one before, at once. @returns null when the cycle has no such webhook */
  async renewSecret(cycle: string, id: string, by: string): Promise<string | null> {
    const secret = newSecret();
    return this.journalled({ cycle, by, to: 'secret-renewed' }, async (tx) => {
      const found = await tx.findOneBy(WebhookRow, { cycle, id });
      if (found) await tx.update(WebhookRow, { cycle, id }, { secret });
      return found && { url: found.url, events: found.events, answer: secret };
    });
  }

  /** With what was planned for it. @returns whether there was one */
  async remove(cycle: string, id: string, by: string): Promise<boolean> {
    const removed = await this.journalled({ cycle, by, to: 'removed' }, async (tx) => {
      const found = await tx.findOneBy(WebhookRow, { cycle, id });
      if (found) await tx.delete(WebhookRow, { cycle, id });
      return found && { url: found.url, events: found.events, answer: true };
    });
    return removed ?? false;
  }

  /** The newest first. */
  async deliveries(webhook: string): Promise<WebhookDelivery[]> {
    return this.db.manager.find(WebhookDeliveryRow, {
      select: {
        ...{ id: true, event: true, state: true, attempts: true, plannedAt: true },
        ...{ nextAttemptAt: true, firstAttemptAt: true, sentAt: true, lastAnswer: true },
      },
      where: { webhook },
      order: { entry: 'DESC' },
      take: shownDeliveries,
    });
  }

  /** Under the same id, now; what waits anyway waits no longer. @returns whether there is such a delivery */
  async sendAgain(cycle: string, webhook: string, id: string): Promise<boolean> {
    const [rows] = await this.db.manager.query<[unknown[], number]>(
      `UPDATE webhook_delivery d SET
         state = 'waiting', next_attempt_at = $4,
         attempts = CASE WHEN d.state = 'waiting' THEN d.attempts ELSE 0 END,
         first_attempt_at = CASE WHEN d.state = 'waiting' THEN d.first_attempt_at END
       FROM webhook w
       WHERE d.id = $3 AND d.webhook = $2 AND w.id = d.webhook AND w.cycle = $1 RETURNING d.id`,
      [cycle, webhook, id, this.clock.now().toString()],
    );
    return rows.length === 1;
  }

  /**
   * Under the cycle's lock, as everything that is recorded: a tick that plans for a webhook has the journal first.
   * The journal keeps the host alone, for an address can hold a secret.
   */
  private async journalled<T>(
    { cycle, by, to }: { readonly cycle: string; readonly by: string; readonly to: string },
    work: (tx: EntityManager) => Promise<Changed<T> | null>,
  ): Promise<T | null> {
    return this.cycles.locked(cycle, async ({ tx }) => {
      const changed = await work(tx);
      if (!changed) return null;
      const now = this.clock.now();
      const facts = { host: new URL(changed.url).host, events: changed.events };
      await this.journal.record(tx, cycle, [
        entry({ what: 'webhook', who: by, due: now, recorded: now, to, facts }),
      ]);
      return changed.answer;
    });
  }
}
