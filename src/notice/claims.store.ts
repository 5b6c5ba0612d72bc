import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import { In, type DataSource, type QueryRunner } from 'typeorm';
import { groupBy } from '../domain/group-by.js';
import { entry } from '../domain/journal.js';
import { JournalStore } from '../cycle/journal.store.js';
import { MailRow } from './outbox.entity.js';
import type { MailState } from './outbox.entity.js';
import { overtakes, takeBackTold } from './told-dates.js';

/** The first half of our advisory locks' keys; the second is the claimer's number. */
const claimers = 5_2025;

/** Either those mails, or whichever are due. */
export type Which = { readonly mails: readonly string[] } | { readonly atMost: number };

export interface Settled {
  readonly mail: MailRow;
  readonly state: Exclude<MailState, 'claimed'>;
  readonly attempts: number;
  readonly firstAttemptAt: Temporal.Instant | null;
  readonly nextAttemptAt: Temporal.Instant | null;
  readonly outstanding: readonly string[];
  /** Those of this attempt. */
  readonly bounced: readonly string[];
  readonly error: string | null;
  /** Of the timeline that it spoke of; null when nothing was sent. */
  readonly version: number | null;
  /** Entries that were no longer true. */
  readonly superseded: readonly string[];
  /** Entries of kinds that the recipient does without. */
  readonly silenced: readonly string[];
}

interface Claimer {
  readonly session: QueryRunner;
  readonly number: number;
}

/**
 * Who sends what. A claim belongs to a database session that holds an advisory lock under its number, so
 * that a mail is put back exactly when its sender is gone: not after a time-out, which would send twice
 * what a stopped process goes on with.
 */
@Injectable()
export class ClaimsStore implements OnApplicationShutdown {
  private claimer: Promise<Claimer> | null = null;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly journal: JournalStore,
  ) {}

  /** Takes mails that are due, of cycles that are not paused. */
  async claim(which: Which, now: Temporal.Instant): Promise<MailRow[]> {
    const { session, number } = await this.session();
    const byId = 'mails' in which;
    try {
      const [rows] = await session.manager.query<[{ id: string }[], number]>(
        `UPDATE mail SET state = 'claimed', claimed_by = $1 WHERE id IN (
           SELECT m.id FROM mail m JOIN cycle c ON c.code = m.cycle
           WHERE m.state = 'waiting' AND m.next_attempt_at <= $2 AND c.state = 'active'
             AND NOT ${overtakes}
             ${byId ? 'AND m.id = ANY ($3::uuid[])' : ''}
           ORDER BY m.next_attempt_at, m.seq ${byId ? '' : 'LIMIT $3'}
           FOR UPDATE OF m SKIP LOCKED
         ) RETURNING id`,
        [number, now.toString(), byId ? which.mails : which.atMost],
      );
      if (rows.length === 0) return [];
      const ids = rows.map(({ id }) => id);
      return await session.manager.find(MailRow, {
        where: { id: In(ids) },
        order: { nextAttemptAt: 'ASC', seq: 'ASC' },
      });
    } catch (error) {
      await this.leave();
      throw error;
    }
  }

  /** Records what became of mails that are still this process's own, in a fixed number of statements. */
  async settle(settled: readonly Settled[], now: Temporal.Instant): Promise<void> {
    if (settled.length === 0) return;
    const given = JSON.stringify(settled.map(row));
    try {
      await this.db.transaction(async (tx) => {
        const [rows] = await tx.query<[{ id: string }[], number]>(settleMails, [
          given,
          now.toString(),
        ]);
        const own = new Set(rows.map(({ id }) => id));
        await tx.query(settleNotices, [given, [...own]]);
        const ours = settled.filter(({ mail }) => own.has(mail.id));
        const untold = ours.filter(({ state }) => state === 'waiting' || state === 'failed');
        await takeBackTold(
          tx,
          untold.map(({ mail }) => mail.id),
        );
        const byCycle = groupBy(ours, ({ mail }) => mail.cycle);
        // In one order for all: two that record in the same cycles must not wait for each other.
        for (const cycle of [...byCycle.keys()].sort()) {
          const entries = byCycle.get(cycle)?.flatMap((each) => troubles(each, now)) ?? [];
          await this.journal.record(tx, cycle, entries);
        }
      });
    } catch (error) {
      // What was sent cannot be told from what was not: they go again, with the same Message-ID.
      await this.leave();
      throw error;
    }
  }

  /** Nothing was tried: they wait again. */
  async release(mails: readonly MailRow[]): Promise<void> {
    await this.db.manager.update(
      MailRow,
      { id: In(mails.map(({ id }) => id)), state: 'claimed' },
      { state: 'waiting', claimedBy: null, dispatchedAt: null },
    );
  }

  /** Puts back what a process was sending that is no longer there. */
  async releaseOrphans(): Promise<void> {
    await this.db.query(
      `UPDATE mail SET state = 'waiting', claimed_by = NULL, dispatched_at = NULL
       WHERE state = 'claimed' AND NOT EXISTS (
         SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database
         WHERE l.locktype = 'advisory' AND l.objsubid = 2 AND d.datname = current_database()
           AND l.classid = $1::oid AND l.objid = claimed_by::oid
       )`,
      [claimers],
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.leave();
  }

  private async session(): Promise<Claimer> {
    const held = this.claimer;
    // What broke while nobody used it is known to be broken: that must not cost the next claim.
    if (held && (await held).session.isReleased && this.claimer === held) this.claimer = null;
    this.claimer ??= this.enter().catch((error: unknown) => {
      this.claimer = null;
      throw error;
    });
    return this.claimer;
  }

  private async enter(): Promise<Claimer> {
    const session = this.db.createQueryRunner();
    await session.connect();
    const [row] = await session.manager.query<{ number: number }[]>(
      `SELECT number, pg_advisory_lock($1, number)
       FROM (SELECT nextval('mail_claimer')::int AS number) AS fresh`,
      [claimers],
    );
    return { session, number: row?.number ?? 0 };
  }

  /** The session may be broken already; its lock goes with it. */
  private async leave(): Promise<void> {
    const claimer = await this.claimer?.catch(() => null);
    this.claimer = null;
    if (!claimer) return;
    await claimer.session.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    await claimer.session.release().catch(() => undefined);
  }
}

const settleMails = `
  UPDATE mail m SET
    state = g.state, claimed_by = NULL, dispatched_at = NULL,
    attempts = g.attempts, first_attempt_at = g.first_attempt_at,
    next_attempt_at = coalesce(g.next_attempt_at, m.next_attempt_at),
    outstanding = g.outstanding, bounced = m.bounced || g.bounced, last_error = g.error,
    version = coalesce(g.version, m.version),
    sent_at = CASE WHEN g.state = 'sent' THEN $2::timestamptz ELSE m.sent_at END
  FROM jsonb_to_recordset($1) AS g (
    id uuid, claimed_by int, state text, attempts int, first_attempt_at timestamptz,
    next_attempt_at timestamptz, outstanding text[], bounced text[], error text, version int)
  WHERE m.id = g.id AND m.claimed_by = g.claimed_by
  RETURNING m.id`;

const settleNotices = `
  UPDATE notice n SET state = CASE
    WHEN n.id::text = ANY (g.superseded) THEN 'superseded'
    WHEN n.id::text = ANY (g.silenced) THEN 'silenced'
    WHEN g.state = 'sent' THEN 'sent'
    WHEN g.state = 'waiting' THEN 'waiting'
    ELSE 'undelivered' END
  FROM jsonb_to_recordset($1) AS g (id uuid, state text, superseded text[], silenced text[])
  WHERE n.mail = g.id AND n.mail = ANY ($2::uuid[]) AND n.state = 'waiting'`;

function row({ mail, ...given }: Settled): Record<string, unknown> {
  return {
    id: mail.id,
    claimed_by: mail.claimedBy,
    state: given.state,
    attempts: given.attempts,
    first_attempt_at: given.firstAttemptAt?.toString() ?? null,
    next_attempt_at: given.nextAttemptAt?.toString() ?? null,
    outstanding: given.outstanding,
    bounced: given.bounced,
    error: given.error,
    version: given.version,
    superseded: given.superseded,
    silenced: given.silenced,
  };
}

/** Rule 20: what coordinators have to see. */
function troubles({ mail, state, bounced, outstanding, error }: Settled, now: Temporal.Instant) {
  const about = { due: mail.plannedAt, recorded: now, who: 'siklus', why: error };
  const facts = { mail: mail.id };
  const entries = bounced.map((to) => entry({ ...about, what: 'bounced', to, facts }));
  if (state !== 'failed') return entries;
  return [...entries, ...outstanding.map((to) => entry({ ...about, what: 'failed', to, facts }))];
}
