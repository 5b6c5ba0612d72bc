import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import { In, type DataSource } from 'typeorm';
import { JournalRow } from '../../cycle/journal.entity.js';
import {
  WebhookDeliveryRow,
  WebhookRow,
  type DeliveryState,
} from '../../cycle/webhook/webhook.entity.js';

/** Longer than any attempt takes: who has not said by then what became of it is taken for gone. */
const lease = { minutes: 1 };
/** Of each webhook at once, so that a slow one with a long queue leaves room to the others. */
const mostAtOnce = 20;

export interface Claimed {
  readonly delivery: WebhookDeliveryRow;
  readonly webhook: WebhookRow;
  readonly entry: JournalRow;
}

export interface Settled {
  readonly state: DeliveryState;
  readonly firstAttemptAt: Temporal.Instant;
  readonly nextAttemptAt: Temporal.Instant | null;
  readonly sentAt: Temporal.Instant | null;
  readonly answer: string;
}

/** Who sends what to webhooks: several processes take different ones, and what a dead one held comes back. */
@Injectable()
export class WebhookClaims {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** What is due, the oldest first. @param server its own time: no demonstration may move the lease */
  async claim(now: Temporal.Instant, server: Temporal.Instant): Promise<Claimed[]> {
    const [rows] = await this.db.manager.query<[{ id: string }[], number]>(
      `UPDATE webhook_delivery SET claimed_until = $3 WHERE id IN (
         SELECT due.id FROM webhook w CROSS JOIN LATERAL (
           SELECT d.id FROM webhook_delivery d
           WHERE d.webhook = w.id AND d.state = 'waiting' AND d.next_attempt_at <= $1
             AND (d.claimed_until IS NULL OR d.claimed_until <= $2)
           ORDER BY d.next_attempt_at, d.entry LIMIT ${mostAtOnce}
           FOR UPDATE OF d SKIP LOCKED
         ) AS due
       ) RETURNING id`,
      [now.toString(), server.toString(), server.add(lease).toString()],
    );
    return rows.length === 0 ? [] : this.withFacts(rows.map(({ id }) => id));
  }

  /** Unless it was somebody else's by then, and they have said so first. */
  async settle({ id, attempts }: WebhookDeliveryRow, settled: Settled): Promise<void> {
    const { state, firstAttemptAt, nextAttemptAt, sentAt, answer } = settled;
    await this.db.query(
      `UPDATE webhook_delivery SET
         state = $3, attempts = attempts + 1, first_attempt_at = $4,
         next_attempt_at = coalesce($5, next_attempt_at), sent_at = coalesce($6, sent_at),
         last_answer = $7, claimed_until = NULL
       WHERE id = $1 AND attempts = $2 AND state = 'waiting'`,
      [
        ...[id, attempts, state, firstAttemptAt.toString()],
        ...[nextAttemptAt?.toString(), sentAt?.toString(), answer],
      ],
    );
  }

  private async withFacts(ids: readonly string[]): Promise<Claimed[]> {
    const { manager } = this.db;
    const deliveries = await manager.findBy(WebhookDeliveryRow, { id: In(ids) });
    const of = (key: 'webhook' | 'entry') => In([...new Set(deliveries.map((each) => each[key]))]);
    const webhooks = await manager.findBy(WebhookRow, { id: of('webhook') });
    const entries = await manager.findBy(JournalRow, { id: of('entry') });
    return deliveries.flatMap((delivery) => {
      const webhook = webhooks.find(({ id }) => id === delivery.webhook);
      const entry = entries.find(({ id }) => id === delivery.entry);
      // A webhook may be removed at this moment.
      return webhook && entry ? [{ delivery, webhook, entry }] : [];
    });
  }
}
