import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Clock } from '../../domain/clock.js';
import type { WebhookEvent } from '../../domain/webhook.js';
import { newSecret } from '../../people/sign-in/secret.js';
import { CLOCK } from '../../platform/clock.js';
import { WebhookDeliveryRow, WebhookRow } from './webhook.entity.js';

export type Webhook = Omit<WebhookRow, 'secret' | 'cycle'>;
export type WebhookDelivery = Omit<WebhookDeliveryRow, 'webhook' | 'entry' | 'claimedUntil'>;

export interface NewWebhook {
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  /** Who asks for it. */
  readonly by: string;
}

/** The last ones: whoever looks wants to know whether it works. */
const shownDeliveries = 50;

@Injectable()
export class WebhookStore {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
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
    const { length } = await this.db.manager.query<unknown[]>(
      `INSERT INTO webhook (id, cycle, url, secret, events, created_at, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (cycle, url) DO NOTHING RETURNING id`,
      [fresh.id, cycle, url, fresh.secret, events, this.clock.now().toString(), by],
    );
    return length === 0 ? null : fresh;
  }

  /** In place of the one before, at once. @returns null when the cycle has no such webhook */
  async renewSecret(cycle: string, id: string): Promise<string | null> {
    const secret = newSecret();
    const { affected } = await this.db.manager.update(WebhookRow, { cycle, id }, { secret });
    return affected === 1 ? secret : null;
  }

  /** With what was planned for it. @returns whether there was one */
  async remove(cycle: string, id: string): Promise<boolean> {
    const { affected } = await this.db.manager.delete(WebhookRow, { cycle, id });
    return affected === 1;
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
}
