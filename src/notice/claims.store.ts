import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { groupBy } from '../domain/group-by.js';
import { entry } from '../domain/journal.js';
import { JournalStore } from '../cycle/journal.store.js';
import { bulkReading } from '../platform/bulk-read.js';
import { instantText } from '../platform/columns.js';
import { inIndexOrder } from '../platform/index-order.js';
import { Claimer, claimers } from './claimer.js';
import { firstDue, namedDue } from './due-mails.js';
import { MailRow } from './outbox.entity.js';
import { isTrouble, isUntold, mark, type Settled } from './settled.js';
import { takeBackTold } from './told-dates.js';

/** Either those mails, or whichever are due. */
export type Which = { readonly mails: readonly string[] } | { readonly atMost: number };

/**
 * Who sends what. A claim belongs to a number under which a living process holds an advisory lock, so that a
 * mail is put back exactly when its sender is gone: not after a time-out, which would send twice what a stopped
 * process goes on with.
 */
@Injectable()
export class ClaimsStore {
  /** What this process has claimed and not settled yet. */
  private readonly held = new Set<string>();
  /** Claimed mails that nobody seemed to send at the last look. */
  private stray: readonly string[] = [];

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly journal: JournalStore,
    private readonly claimer: Claimer,
  ) {}

  /** Takes mails that are due, of cycles that are not paused. */
  async claim(which: Which, now: Temporal.Instant): Promise<MailRow[]> {
    const { number } = await this.claimer.claiming();
    const { list, entities } = bulkReading(this.db.manager, MailRow);
    const own = [number, instantText(now)];
    const [rows] =
      'mails' in which
        ? await this.db.query<Claimed>(claimOf(namedDue, list), [...own, which.mails])
        : await inIndexOrder(this.db, (tx) =>
            tx.query<Claimed>(claimOf(firstDue(), list), [...own, which.atMost]),
          );
    const mails = entities(rows);
    for (const { id } of mails) this.held.add(id);
    return mails.sort(byTurn);
  }

  /** Records what became of mails that are still this process's own, in a fixed number of statements. */
  async settle(settled: readonly Settled[], now: Temporal.Instant): Promise<void> {
    if (settled.length === 0) return;
    // One statement is a transaction of its own: most often there is nothing else to say.
    if (settled.some(isTrouble)) {
      await this.db.transaction((tx) => this.settleWithTroubles(tx, settled, now));
    } else await mark(this.db, settled, now);
    this.forget(settled.map(({ mail }) => mail.id));
  }

  private async settleWithTroubles(
    tx: EntityManager,
    settled: readonly Settled[],
    now: Temporal.Instant,
  ): Promise<void> {
    const own = await mark(tx, settled, now);
    const ours = settled.filter(({ mail }) => own.has(mail.id));
    const untold = ours.filter(({ state }) => isUntold(state));
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
  }

  /** Nothing was tried: they wait again. */
  async release(mails: readonly string[]): Promise<void> {
    // Without an answer they are nobody's, and put back as such.
    this.forget(mails);
    await this.db.manager.update(
      MailRow,
      { id: In([...mails]), state: 'claimed' },
      { state: 'waiting', claimedBy: null, dispatchedAt: null },
    );
  }

  /** Whether the database answers at all. */
  async isUp(): Promise<boolean> {
    return this.db.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }

  /** Changes whenever mails that were claimed may have been given to another. */
  get losses(): number {
    return this.claimer.losses;
  }

  async isOwn({ id, claimedBy }: MailRow): Promise<boolean> {
    const rows = await this.db.query<unknown[]>(
      `SELECT FROM mail WHERE id = $1 AND state = 'claimed' AND claimed_by = $2`,
      [id, claimedBy],
    );
    return rows.length > 0;
  }

  /**
   * Puts back what nobody sends: claimed by a process that is no longer there, or in a claim of our own whose
   * answer was lost. Only at the second look: whoever lost no more than a session has another by then.
   */
  async releaseOrphans(): Promise<void> {
    await this.claimer.isBack();
    const before = this.stray;
    this.stray = await this.strays();
    const left = this.stray.filter((id) => before.includes(id));
    if (left.length === 0) return;
    await this.db.query(
      `UPDATE mail SET state = 'waiting', claimed_by = NULL, dispatched_at = NULL
       WHERE ${isStray} AND id = ANY ($3::uuid[])`,
      [claimers, this.claimer.number, left],
    );
  }

  private async strays(): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(`SELECT id FROM mail WHERE ${isStray}`, [
      claimers,
      this.claimer.number,
    ]);
    return rows.map(({ id }) => id).filter((id) => !this.held.has(id));
  }

  private forget(mails: readonly string[]): void {
    for (const id of mails) this.held.delete(id);
  }
}

type Claimed = [Record<string, unknown>[], number];

/** @param which the ids. What is archived waits no more. */
function claimOf(which: string, list: string): string {
  return `UPDATE ONLY mail t SET state = 'claimed', claimed_by = $1 WHERE id IN (${which}) RETURNING ${list}`;
}

/** Nobody that lives holds the lock under which a mail was claimed, unless it be we: we know what we send. */
const isStray = `state = 'claimed' AND (claimed_by = $2 OR NOT EXISTS (
  SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database
  WHERE l.locktype = 'advisory' AND l.objsubid = 2 AND l.granted AND d.datname = current_database()
    AND l.classid = $1::oid AND l.objid = claimed_by::oid
))`;

/** Those that are due for longest first, then in the order in which they were planned. */
function byTurn(a: MailRow, b: MailRow): number {
  return (
    Temporal.Instant.compare(a.nextAttemptAt, b.nextAttemptAt) || Number(a.seq) - Number(b.seq)
  );
}

/** Rule 20: what coordinators have to see. */
function troubles({ mail, state, bounced, outstanding, error }: Settled, now: Temporal.Instant) {
  const about = { due: mail.plannedAt, recorded: now, who: 'siklus', why: error };
  const facts = { mail: mail.id };
  const entries = bounced.map((to) => entry({ ...about, what: 'bounced', to, facts }));
  if (state !== 'failed') return entries;
  return [...entries, ...outstanding.map((to) => entry({ ...about, what: 'failed', to, facts }))];
}
