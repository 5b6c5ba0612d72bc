import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import { In, Not, type DataSource, type EntityManager } from 'typeorm';
import { JournalStore } from '../cycle/journal.store.js';
import type { Clock } from '../domain/clock.js';
import { groupBy } from '../domain/group-by.js';
import { entry } from '../domain/journal.js';
import { mailsOf, type Mail } from '../domain/mails.js';
import type { Notice } from '../domain/notice.js';
import { addressKey } from '../domain/recipients.js';
import { CLOCK } from '../platform/clock.js';
import { bulkReading } from '../platform/bulk-read.js';
import { insertion, type Write } from '../platform/bulk-write.js';
import { withToldDates } from './told-dates.js';
import { MailRow, NoticeRow, type MailState } from './outbox.entity.js';

export interface MailTrouble extends Pick<MailRow, 'id' | 'cycle' | 'state' | 'to' | 'cc'> {
  readonly at: string;
  readonly missed: readonly string[];
  readonly error: string | null;
}

/** Rule 20, of a mail `m`: a recipient did not get it, and no attempt is to come. */
export const isUnreached = `(m.state IN ('bounced', 'failed') OR (m.state = 'sent' AND m.bounced <> '{}'))`;

// In one order for all: two that send the same mails again must not wait for each other.
const resendMails = `
  UPDATE mail SET state = 'waiting', outstanding = bounced || outstanding, bounced = '{}',
    attempts = 0, first_attempt_at = NULL, next_attempt_at = $2, dispatched_at = NULL
  WHERE id IN (
    SELECT m.id FROM mail m WHERE m.id::text = ANY ($1) AND ${isUnreached} ORDER BY m.seq FOR UPDATE
  )
  RETURNING id, cycle, seq`;

// Mail by mail (OFFSET 0): PostgreSQL takes the notices of one mail for many until it has counted them, and would
// read them all.
function waitingOf(list: string): string {
  return `SELECT ${list} FROM unnest($1::uuid[]) AS given (mail), LATERAL (
      SELECT * FROM ONLY notice n WHERE n.mail = given.mail AND n.state = 'waiting' OFFSET 0
    ) t ORDER BY t.id`;
}

/** What the engine writes and delivery reads. Sending is `claims.store.ts`. */
@Injectable()
export class OutboxStore {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly journal: JournalStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Rules 11 and 13: one mail a recipient; what was planned before is not planned again.
   * @returns what is to be written in the same transaction
   */
  async planned(
    tx: EntityManager,
    cycle: string,
    notices: readonly Notice[],
    { phaseOrder, now }: { phaseOrder: readonly string[]; now: Temporal.Instant },
  ): Promise<Write[]> {
    const fresh = await withToldDates(tx, cycle, await this.unplanned(tx, cycle, notices));
    const planned = mailsOf(fresh, phaseOrder).map((mail) => ({ id: randomUUID(), ...mail }));
    return [
      insertion(MailRow, planned, (mails) => mails.map((mail) => mailRow(mail, cycle, now))),
      insertion(NoticeRow, planned, (mails) =>
        mails.flatMap(({ id, notices: of }) => of.map((notice) => noticeRow(notice, id, cycle))),
      ),
    ];
  }

  async noticesOf(mails: readonly Pick<MailRow, 'id'>[]): Promise<NoticeRow[]> {
    const { list, entities } = bulkReading(this.db.manager, NoticeRow);
    const ids = mails.map(({ id }) => id);
    return entities(await this.db.query<Record<string, unknown>[]>(waitingOf(list), [ids]));
  }

  /** When something is to be sent next, of cycles that are not paused; null when nothing waits. */
  async nextAttempt(): Promise<Temporal.Instant | null> {
    const [row] = await this.db.query<{ at: Date | null }[]>(
      `SELECT min(m.next_attempt_at) AS at FROM mail m JOIN cycle c ON c.code = m.cycle
       WHERE m.state = 'waiting' AND c.state = 'active'`,
    );
    return row?.at ? Temporal.Instant.fromEpochMilliseconds(row.at.getTime()) : null;
  }

  /** Whether anything is being sent, or should be by now. Two looks: each has a partial index, their OR has none. */
  async isBusy(now: Temporal.Instant): Promise<boolean> {
    const [row] = await this.db.query<{ busy: boolean }[]>(
      `SELECT EXISTS (SELECT FROM mail WHERE state = 'claimed') OR EXISTS (
         SELECT FROM mail m JOIN cycle c ON c.code = m.cycle
         WHERE m.state = 'waiting' AND m.next_attempt_at <= $1 AND c.state = 'active'
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
    const none = {
      waiting: 0,
      claimed: 0,
      sent: 0,
      superseded: 0,
      silenced: 0,
      bounced: 0,
      failed: 0,
    };
    return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
  }

  /** Rule 20: mails that a recipient did not get, newest first. */
  async troubles(): Promise<MailTrouble[]> {
    const rows = await this.db.manager.find(MailRow, {
      where: [{ state: In(['bounced', 'failed']) }, { state: 'sent', bounced: Not('{}') }],
      order: { seq: 'DESC' },
    });
    return rows.map(({ id, cycle, to, cc, state, plannedAt, bounced, outstanding, lastError }) => {
      const missed = [...bounced, ...outstanding];
      return { id, cycle, at: plannedAt.toString(), state, to, cc, missed, error: lastError };
    });
  }

  /** To whom it did not reach, once more. False when there is nothing to send again. */
  async resend(id: string, who: string): Promise<boolean> {
    return (await this.resendAll([id], who)) > 0;
  }

  /** The same for many. @returns how many of them there was something to send again of */
  async resendAll(ids: readonly string[], who: string): Promise<number> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const [mails] = await tx.query<[Pick<MailRow, 'id' | 'cycle' | 'seq'>[], number]>(
        resendMails,
        [ids, now.toString()],
      );
      await tx.query(
        `UPDATE notice SET state = 'waiting'
         WHERE mail = ANY ($1::uuid[]) AND state NOT IN ('superseded', 'silenced')`,
        [mails.map(({ id }) => id)],
      );
      const byCycle = groupBy(mails.sort(bySeq), ({ cycle }) => cycle);
      for (const cycle of [...byCycle.keys()].sort()) {
        const resent = (byCycle.get(cycle) ?? []).map(({ id }) =>
          entry({ what: 'resent', who, due: now, recorded: now, facts: { mail: id } }),
        );
        await this.journal.record(tx, cycle, resent);
      }
      return mails.length;
    });
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
    if (known.length === 0) return [...notices];
    const planned = new Set(known.map(({ address, occurrence }) => `${address} ${occurrence}`));
    return notices.filter(
      ({ recipient, occurrence }) => !planned.has(`${addressKey(recipient)} ${occurrence}`),
    );
  }
}

function bySeq(a: Pick<MailRow, 'seq'>, b: Pick<MailRow, 'seq'>): number {
  return Number(a.seq) - Number(b.seq);
}

function mailRow(
  { id, to, cc }: Mail & { readonly id: string },
  cycle: string,
  now: Temporal.Instant,
): MailRow {
  return {
    id,
    cycle,
    to,
    cc,
    outstanding: [to, ...cc].map(({ email }) => email),
    seq: '',
    state: 'waiting',
    plannedAt: now,
    nextAttemptAt: now,
    firstAttemptAt: null,
    attempts: 0,
    bounced: [],
    sentAt: null,
    version: null,
    lastError: null,
    claimedBy: null,
    dispatchedAt: null,
  };
}

function noticeRow(notice: Notice, mail: string, cycle: string): NoticeRow {
  const address = addressKey(notice.recipient);
  return { ...notice, id: '', mail, cycle, address, state: 'waiting' };
}
