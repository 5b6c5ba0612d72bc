import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { mailsOf } from '../domain/mails.js';
import type { Notice } from '../domain/notice.js';
import { addressKey } from '../domain/recipients.js';
import { insertAll } from '../platform/bulk-write.js';
import { MailRow, NoticeRow, type MailState } from './outbox.entity.js';

/** How long a queue may keep a mail before it is handed over again: it may have forgotten. */
const forgottenAfter = { minutes: 1 };

/** What the engine writes and delivery reads. Sending is `claims.store.ts`. */
@Injectable()
export class OutboxStore {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Rules 11 and 13: one mail a recipient; what was planned before is not planned again. */
  async plan(
    tx: EntityManager,
    cycle: string,
    notices: readonly Notice[],
    { phaseOrder, now }: { phaseOrder: readonly string[]; now: Temporal.Instant },
  ): Promise<void> {
    const fresh = await this.unplanned(tx, cycle, notices);
    const planned = mailsOf(fresh, phaseOrder).map((mail) => ({ id: randomUUID(), ...mail }));
    await insertAll(
      tx,
      MailRow,
      planned.map(({ id, to, cc }) => ({
        ...waitingMail(now),
        id,
        cycle,
        to,
        cc,
        outstanding: [to, ...cc].map(({ email }) => email),
      })),
    );
    await insertAll(
      tx,
      NoticeRow,
      planned.flatMap(({ id: mail, notices: entries }) =>
        entries.map((entry): NoticeRow => ({
          ...entry,
          id: '',
          mail,
          cycle,
          address: addressKey(entry.recipient),
          state: 'waiting',
        })),
      ),
    );
  }

  async noticesOf(mails: readonly MailRow[]): Promise<NoticeRow[]> {
    return this.db.manager.find(NoticeRow, {
      where: { mail: In(mails.map(({ id }) => id)), state: 'waiting' },
      order: { id: 'ASC' },
    });
  }

  /** When something is to be sent next, of cycles that are not paused; null when nothing waits. */
  async nextAttempt(): Promise<Temporal.Instant | null> {
    const [row] = await this.db.query<{ at: Date | null }[]>(
      `SELECT min(m.next_attempt_at) AS at FROM mail m JOIN cycle c ON c.code = m.cycle
       WHERE m.state = 'waiting' AND c.state = 'active'`,
    );
    return row?.at ? Temporal.Instant.fromEpochMilliseconds(row.at.getTime()) : null;
  }

  /** Whether anything is being sent, or should be by now. */
  async isBusy(now: Temporal.Instant): Promise<boolean> {
    const [row] = await this.db.query<{ busy: boolean }[]>(
      `SELECT EXISTS (
         SELECT FROM mail m JOIN cycle c ON c.code = m.cycle
         WHERE m.state = 'claimed'
            OR (m.state = 'waiting' AND m.next_attempt_at <= $1 AND c.state = 'active')
       ) AS busy`,
      [now.toString()],
    );
    return row?.busy ?? false;
  }

  async counts(cycle: string): Promise<Record<MailState, number>> {
    const rows = await this.db.query<{ state: MailState; count: number }[]>(
      'SELECT state, count(*)::int AS count FROM mail WHERE cycle = $1 GROUP BY state',
      [cycle],
    );
    const none = { waiting: 0, claimed: 0, sent: 0, superseded: 0, bounced: 0, failed: 0 };
    return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
  }

  /** Mails for the queue: due, and not in it as far as is known. */
  async takeForQueue(now: Temporal.Instant, limit: number): Promise<string[]> {
    const rows = await this.db.query<[{ id: string }[], number]>(
      `UPDATE mail SET dispatched_at = $1 WHERE id IN (
         SELECT m.id FROM mail m JOIN cycle c ON c.code = m.cycle
         WHERE m.state = 'waiting' AND m.next_attempt_at <= $1 AND c.state = 'active'
           AND (m.dispatched_at IS NULL OR m.dispatched_at <= $2)
         ORDER BY m.next_attempt_at, m.seq LIMIT $3 FOR UPDATE OF m SKIP LOCKED
       ) RETURNING id`,
      [now.toString(), now.subtract(forgottenAfter).toString(), limit],
    );
    return rows[0].map(({ id }) => id);
  }

  /** The queue could not take them after all. */
  async giveBack(mails: readonly string[]): Promise<void> {
    await this.db.manager.update(MailRow, { id: In([...mails]) }, { dispatchedAt: null });
  }

  private async unplanned(
    tx: EntityManager,
    cycle: string,
    notices: readonly Notice[],
  ): Promise<Notice[]> {
    if (notices.length === 0) return [];
    const known = await tx.query<{ address: string; occurrence: string }[]>(
      `SELECT n.address, n.occurrence FROM notice n
       JOIN unnest($2::text[], $3::text[]) AS given (address, occurrence)
         USING (address, occurrence) WHERE n.cycle = $1`,
      [
        cycle,
        notices.map(({ recipient }) => addressKey(recipient)),
        notices.map(({ occurrence }) => occurrence),
      ],
    );
    const planned = new Set(known.map(({ address, occurrence }) => `${address} ${occurrence}`));
    return notices.filter(
      ({ recipient, occurrence }) => !planned.has(`${addressKey(recipient)} ${occurrence}`),
    );
  }
}

function waitingMail(now: Temporal.Instant) {
  return {
    seq: '',
    state: 'waiting',
    plannedAt: now,
    nextAttemptAt: now,
    firstAttemptAt: null,
    attempts: 0,
    bounced: [],
    sentAt: null,
    lastError: null,
    claimedBy: null,
    dispatchedAt: null,
  } as const;
}
