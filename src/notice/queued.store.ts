import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import { In, type DataSource } from 'typeorm';
import { inIndexOrder } from '../platform/index-order.js';
import { firstDue, namedWaits } from './due-mails.js';
import { MailRow } from './outbox.entity.js';
import { overtakes } from './told-dates.js';

const forgotten = `
  AND (m.dispatched_at IS NULL OR m.dispatched_at <= clock_timestamp() - $1::interval)`;

const takeFirst = `
  UPDATE ONLY mail SET dispatched_at = clock_timestamp() WHERE id IN (${firstDue(forgotten)})
  RETURNING id`;

const ofThese = `SELECT FROM ONLY mail m WHERE id = ANY ($1::uuid[]) AND ${namedWaits}`;

/** Which mails a queue has, as far as is known. */
@Injectable()
export class QueuedStore {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /**
   * Mails for the queue: due, and not in it. When they were handed over is the database's own
   * time: the cycle's clock may jump, and says nothing of how long a queue has had them.
   * @param forgottenAfter how long the queue may keep them before they are handed over again
   */
  async take(
    now: Temporal.Instant,
    { forgottenAfter, limit }: { readonly forgottenAfter: Temporal.DurationLike; limit: number },
  ): Promise<string[]> {
    const given = [Temporal.Duration.from(forgottenAfter).toString(), now.toString(), limit];
    const [rows] = await inIndexOrder(this.db, (tx) =>
      tx.query<[{ id: string }[], number]>(takeFirst, given),
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Whether any of those still waits that was handed over by a clock that is ahead of ours, or would overtake a
   * mail that is being sent.
   */
  async mustWait(now: Temporal.Instant, mails: readonly string[]): Promise<boolean> {
    const [row] = await this.db.query<{ waits: boolean }[]>(
      `SELECT EXISTS (${ofThese} AND dispatched_at IS NOT NULL AND next_attempt_at > $2)
         OR EXISTS (${ofThese} AND ${overtakes}) AS waits`,
      [mails, now.toString()],
    );
    return row?.waits ?? false;
  }

  /** The queue could not take them after all. */
  async giveBack(mails: readonly string[]): Promise<void> {
    await this.db.manager.update(MailRow, { id: In([...mails]) }, { dispatchedAt: null });
  }
}
