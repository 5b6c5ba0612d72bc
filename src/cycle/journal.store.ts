import { setImmediate as letOthersRun } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import { In, MoreThan, type DataSource, type EntityManager } from 'typeorm';
import type { PhasePlan } from '../domain/cycle.js';
import { chained, headAfter, unwritten, type Head } from '../domain/journal-chain.js';
import type { Entry, What } from '../domain/journal.js';
import { calendarChanges, type Change } from '../domain/personal-calendar.js';
import { versionIn, type TimelineVersion } from '../domain/timeline-version.js';
import { insertion, writeAll, type Write } from '../platform/bulk-write.js';
import { sha256 } from '../platform/sha256.js';
import { JournalHeadRow, JournalRow } from './journal.entity.js';
import { occasionsIn, planDeliveries, type Occasion } from './webhook/plan-deliveries.js';

/**
 * In SQL, the id of the newest entry of a cycle's journal, if there is one. By its number: in search of the greatest
 * id PostgreSQL would walk back through what newer cycles have recorded since.
 */
export function newestEntry(cycle: string): string {
  return `SELECT j.id FROM journal j WHERE j.cycle = ${cycle} ORDER BY j.number DESC LIMIT 1`;
}

/** Some milliseconds of work, after which others have a turn: requests, and what is on its way to the database. */
const chainedAtOnce = 1000;

@Injectable()
export class JournalStore {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** For a cycle that is new. */
  async begin(tx: EntityManager, cycle: string): Promise<void> {
    await tx.insert(JournalHeadRow, { cycle, ...unwritten });
  }

  /**
   * Whoever records in several cycles in one transaction does so in the order of their codes.
   * @param first what is written before them; while the database is at it, they are chained
   */
  async record(
    tx: EntityManager,
    cycle: string,
    entries: readonly Entry[],
    first: readonly Write[] = [],
  ): Promise<void> {
    if (entries.length === 0) return writeAll(tx, first);
    let head = await this.lockedHead(tx, cycle);
    const events: Occasion[] = [];
    const rowsOf = async (some: readonly Entry[]): Promise<JournalRow[]> => {
      const rows: JournalRow[] = [];
      for (let from = 0; from < some.length; from += chainedAtOnce) {
        const links = chained(some.slice(from, from + chainedAtOnce), cycle, head, sha256);
        head = headAfter(links, head);
        events.push(...occasionsIn(links));
        for (const link of links) rows.push({ ...link, cycle, id: '' });
        await letOthersRun();
      }
      return rows;
    };
    await writeAll(tx, [...first, insertion(JournalRow, entries, rowsOf)]);
    await planDeliveries(tx, cycle, events);
    await tx.update(JournalHeadRow, { cycle }, head);
  }

  /** What made a version of the timeline, the newest first; the last is the activation. */
  async versions(cycle: string, tx = this.db.manager): Promise<TimelineVersion[]> {
    const entries = await tx.find(JournalRow, {
      where: [
        { cycle, what: 'version' },
        { cycle, number: 1 },
      ],
      order: { number: 'DESC' },
    });
    return entries.map(versionIn);
  }

  /** What happened in a phase, of these kinds, in the order in which it did. */
  async ofPhase(
    tx: EntityManager,
    cycle: string,
    phase: string,
    kinds: readonly What[],
  ): Promise<JournalRow[]> {
    const where = { cycle, phase, what: In([...kinds]) };
    return tx.find(JournalRow, { where, order: { id: 'ASC' } });
  }

  /** What happened to some indicators, of these kinds, in the order in which it did. */
  async ofIndicators(
    tx: EntityManager,
    cycle: string,
    indicators: readonly number[],
    kinds: readonly What[],
  ): Promise<JournalRow[]> {
    return tx
      .createQueryBuilder(JournalRow, 'journal')
      .where('journal.cycle = :cycle AND journal.what = ANY (:kinds)', { cycle, kinds })
      .andWhere("(journal.facts ->> 'indicator')::int = ANY (:indicators)", { indicators })
      .orderBy('journal.id')
      .getMany();
  }

  /** The entry that the chain ends with by now; null when nothing has been recorded yet. */
  async lastEntry(tx: EntityManager, cycle: string): Promise<JournalRow | null> {
    const { entries } = await this.head(tx, cycle);
    return tx.findOneBy(JournalRow, { cycle, number: entries });
  }

  /** The latest outages, the newest first. */
  async outages(cycle: string, atMost: number): Promise<JournalRow[]> {
    return this.db.manager.find(JournalRow, {
      where: { cycle, what: 'outage' },
      order: { number: 'DESC' },
      take: atMost,
    });
  }

  /** What was recorded of the results of earlier years that were brought in. */
  async imports(cycle: string): Promise<JournalRow[]> {
    return this.db.manager.findBy(JournalRow, { cycle, what: 'result-imported' });
  }

  /** Where the chain ends by now. */
  async head(tx: EntityManager, cycle: string): Promise<Head> {
    const { entries, hash } = await tx.findOneByOrFail(JournalHeadRow, { cycle });
    return { entries, hash };
  }

  /** Whether the chain once ended so. */
  async endedWith(cycle: string, { entries, hash }: Head): Promise<boolean> {
    return this.db.manager.existsBy(JournalRow, { cycle, number: entries, hash });
  }

  /** The id of the newest entry, "0" when there is none. */
  async last(tx: EntityManager | null, cycle: string): Promise<string> {
    const [row] = await (tx ?? this.db.manager).query<{ id: string }[]>(newestEntry('$1'), [cycle]);
    return row?.id ?? '0';
  }

  /** How long each of these journals is: where nothing was recorded, nothing has changed. */
  async lengths(cycles: readonly string[]): Promise<string> {
    const rows = await this.db.query<{ cycle: string; entries: number }[]>(
      'SELECT cycle, entries FROM journal_head WHERE cycle = ANY ($1) ORDER BY cycle',
      [cycles],
    );
    return JSON.stringify(rows);
  }

  /** In the order in which it happened. */
  async since(tx: EntityManager, cycle: string, id: string): Promise<JournalRow[]> {
    return tx.find(JournalRow, { where: { cycle, id: MoreThan(id) }, order: { id: 'ASC' } });
  }

  /**
   * How often dates, tasks and people have changed: for nobody in particular, and for these bearers of tasks.
   * @param of without assessors: whoever reviews these units
   */
  async changes(
    tx: EntityManager | null,
    cycle: string,
    of: { readonly units: readonly string[]; readonly assessors: readonly string[] | null },
  ): Promise<Change[]> {
    const rows = await (tx ?? this.db.manager).query<(Omit<Change, 'last'> & { last: Date })[]>(
      `SELECT phase, unit, assessor, count(*)::int AS count, max(recorded) AS last FROM journal
       WHERE cycle = $1 AND (number = 1 OR what = ANY ($2)) AND CASE
         WHEN assessor IS NOT NULL AND $4::text[] IS NOT NULL THEN assessor = ANY ($4)
         ELSE (unit IS NULL AND assessor IS NULL) OR unit = ANY ($3) END
       GROUP BY phase, unit, assessor`,
      [cycle, calendarChanges, of.units, of.assessors],
    );
    return rows.map(({ last, ...row }) => ({
      ...row,
      last: Temporal.Instant.fromEpochMilliseconds(last.getTime()),
    }));
  }

  /** Phases that a file took out of a cycle, as they were. */
  async removedPhases(tx: EntityManager, cycle: string): Promise<PhasePlan[]> {
    const rows = await tx.query<{ plan: PhasePlan }[]>(
      `SELECT DISTINCT ON (phase) facts -> 'from' AS plan FROM journal
       WHERE cycle = $1 AND what = 'settings' AND facts -> 'to' -> 'removed' = 'true'
       ORDER BY phase, id DESC`,
      [cycle],
    );
    return rows.map(({ plan }) => plan);
  }

  private async lockedHead(tx: EntityManager, cycle: string): Promise<Head> {
    // First what the foreign key of an entry will ask for: a tick has it before it comes to the head, and
    // whoever took the head before it would wait for that tick, and the tick for them.
    await tx.query('SELECT FROM cycle WHERE code = $1 FOR KEY SHARE', [cycle]);
    const where = { cycle };
    const head = await tx.findOne(JournalHeadRow, { where, lock: { mode: 'pessimistic_write' } });
    // A chain that began anew would hide whatever happened to the old one.
    if (!head) throw new Error(`the journal of the cycle "${cycle}" has lost its head`);
    return head;
  }
}
