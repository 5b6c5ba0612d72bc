import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import { In, type DataSource, type EntityManager } from 'typeorm';
import type { Blueprint } from '../domain/commands/adopt-blueprint.js';
import type { Cycle, Facts, Phase } from '../domain/cycle.js';
import type { Standing } from '../domain/preview.js';
import type { Draft } from '../domain/draft.js';
import { PeopleStore } from '../people/people.store.js';
import { inCycle, readAll } from '../platform/bulk-read.js';
import { forgetPlans, upsertAll, upsertion, type Write } from '../platform/bulk-write.js';
import { UnknownCycle } from './unknown-cycle.js';
import { CycleRow, PhaseRow, TaskRow } from './cycle.entity.js';
import { JournalStore, newestEntry } from './journal.store.js';

/** A cycle whose row is locked until the transaction ends: nobody else changes it. */
export interface LockedCycle {
  readonly tx: EntityManager;
  readonly row: CycleRow;
  readonly facts: Facts;
}

/** A running cycle as whoever looks for what is due sees it. */
export interface CycleEnd {
  readonly code: string;
  /** The id of the newest entry. */
  readonly journal: string;
  /** When something falls due next, null when nothing will; left out when no tick has seen that entry. */
  readonly nextDue?: Temporal.Instant | null;
}

interface StoredEnd {
  readonly code: string;
  readonly journal: string;
  readonly next_due: Date | null;
  readonly next_due_of: string | null;
}

@Injectable()
export class CycleStore {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly people: PeopleStore,
    private readonly journal: JournalStore,
  ) {}

  /**
   * One transaction under the cycle's lock.
   * @throws UnknownCycle
   */
  async locked<T>(code: string, work: (open: LockedCycle) => Promise<T>): Promise<T> {
    return this.db.transaction(async (tx) => {
      const open = await this.lock(tx, code);
      if (!open) throw new UnknownCycle(code);
      return work(open);
    });
  }

  /** The same, unless somebody else has the lock, or there is no such cycle: null then, and no wait. */
  async lockedIfFree<T>(code: string, work: (open: LockedCycle) => Promise<T>): Promise<T | null> {
    return this.db.transaction(async (tx) => {
      const open = await this.lock(tx, code, { onLocked: 'skip_locked' });
      return open && work(open);
    });
  }

  /** What is true now, all of one instant. @throws UnknownCycle */
  async facts(code: string): Promise<Facts> {
    return this.read(code, (facts) => facts);
  }

  /** The same, and whatever else is to be of that very instant. @throws UnknownCycle */
  async read<T>(
    code: string,
    work: (facts: Facts, tx: EntityManager) => Promise<T> | T,
  ): Promise<T> {
    return this.db.transaction('REPEATABLE READ', async (tx) => {
      const row = await tx.findOneBy(CycleRow, { code });
      if (!row) throw new UnknownCycle(code);
      return work(await this.load(tx, row), tx);
    });
  }

  /**
   * The same for some tasks and units only: what a batch of mails speaks of.
   * @param of.shared with the tasks that are nobody's own, which tell whether the result is out
   */
  async excerpt(
    code: string,
    of: { tasks: string[]; units: string[]; shared: boolean },
  ): Promise<Facts> {
    return this.db.transaction('REPEATABLE READ', async (tx) => {
      const cycle = await tx.findOneByOrFail(CycleRow, { code });
      const phases = await this.phases(tx, code);
      const shared = of.shared ? 'OR (t.unit IS NULL AND t.assessor IS NULL)' : '';
      const spoken = {
        sql: `t.cycle = $1 AND (t.id = ANY ($2) ${shared})`,
        given: [code, of.tasks],
      };
      const tasks = await readAll(tx, TaskRow, spoken, ['id']);
      return { cycle, phases, tasks, people: await this.people.some(tx, code, of.units) };
    });
  }

  /** The running cycles, and how far the journal of each one is. */
  async activeEnds(): Promise<CycleEnd[]> {
    const rows = await this.db.query<StoredEnd[]>(
      `SELECT code, coalesce((${newestEntry('c.code')}), 0) AS journal, next_due, next_due_of
       FROM cycle c WHERE state = 'active' ORDER BY code`,
    );
    return rows.map(({ code, journal, next_due: due, next_due_of: of }) => {
      const nextDue = due && Temporal.Instant.fromEpochMilliseconds(due.getTime());
      return of === journal ? { code, journal, nextDue } : { code, journal };
    });
  }

  async all(): Promise<CycleRow[]> {
    return this.db.manager.find(CycleRow, { order: { code: 'ASC' } });
  }

  /** The phases of all cycles. */
  async allPhases(): Promise<PhaseRow[]> {
    return this.db.manager.find(PhaseRow, { order: { cycle: 'ASC', position: 'ASC' } });
  }

  /** Those of them that there are. */
  async some(codes: readonly string[]): Promise<CycleRow[]> {
    return this.db.manager.findBy(CycleRow, { code: In([...codes]) });
  }

  /**
   * Writes what the draft decided, and the journal that explains it.
   * @param beside whatever else comes of it
   */
  async save(
    tx: EntityManager,
    code: string,
    draft: Draft,
    beside: readonly Write[] = [],
  ): Promise<void> {
    const decision = draft.decision();
    const { cycle, phases, people } = draft.facts;
    await forgetPlans(tx);
    if (decision.cycle) await this.saveCycle(tx, cycle);
    await upsertAll(tx, PhaseRow, placed(code, decision.phases, phases));
    if (decision.removedPhases.length > 0) {
      await tx.delete(PhaseRow, { cycle: code, code: In([...decision.removedPhases]) });
    }
    await this.people.save(tx, code, decision, people);
    const tasks = upsertion(TaskRow, decision.tasks, (some) =>
      some.map((task) => ({ ...task, cycle: code })),
    );
    await this.journal.record(tx, code, decision.journal, [...beside, tasks]);
  }

  /** Makes the row of a cycle that has none; null when there is one already. */
  async created(tx: EntityManager, blueprint: Blueprint): Promise<Cycle | null> {
    const cycle: Cycle = {
      ...blueprint.plan,
      state: 'draft',
      version: 1,
      earlierCalendars: [],
    };
    // Two processes that load the same file at once: the second waits here, and then finds it.
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `cycle ${cycle.code}`,
    ]);
    if (await tx.existsBy(CycleRow, { code: cycle.code })) return null;
    const unticked = { tickedUntil: null, plannedThrough: '0', nextDue: null, nextDueOf: null };
    const row: CycleRow = { ...cycle, ...unticked, blueprint };
    await tx.insert(CycleRow, row);
    await this.journal.begin(tx, cycle.code);
    return cycle;
  }

  /** The files as they were loaded last. */
  async blueprint(tx: EntityManager, code: string): Promise<Blueprint> {
    const row = await tx.findOneOrFail(CycleRow, { where: { code }, select: { blueprint: true } });
    return row.blueprint;
  }

  async remember(tx: EntityManager, code: string, blueprint: Blueprint): Promise<void> {
    // TypeORM's type of an update does not reach into read-only lists of a jsonb column.
    await tx.query('UPDATE cycle SET blueprint = $2 WHERE code = $1', [
      code,
      JSON.stringify(blueprint),
    ]);
  }

  /** What the next tick will find, of the same transaction as the facts. */
  async standing(tx: EntityManager, facts: Facts, now: Temporal.Instant): Promise<Standing> {
    const { code } = facts.cycle;
    const row = await tx.findOneByOrFail(CycleRow, { code });
    const news = await this.journal.since(tx, code, row.plannedThrough);
    return { facts, tickedUntil: row.tickedUntil ?? now, news };
  }

  /** Read by the next tick: from when to plan, and which entries are news. */
  async moveWatermark(
    tx: EntityManager,
    code: string,
    to: Pick<CycleRow, 'tickedUntil' | 'plannedThrough'> &
      Partial<Pick<CycleRow, 'nextDue' | 'nextDueOf'>>,
  ): Promise<void> {
    await tx.update(CycleRow, { code }, to);
  }

  private async lock(
    tx: EntityManager,
    code: string,
    how: { onLocked?: 'skip_locked' } = {},
  ): Promise<LockedCycle | null> {
    const lock = { mode: 'pessimistic_write', ...how } as const;
    const row = await tx.findOne(CycleRow, { where: { code }, lock });
    return row && { tx, row, facts: await this.load(tx, row) };
  }

  private async load(tx: EntityManager, cycle: CycleRow): Promise<Facts> {
    const { code } = cycle;
    const phases = await this.phases(tx, code);
    const tasks = await readAll(tx, TaskRow, inCycle(code), ['id']);
    return { cycle, phases, tasks, people: await this.people.load(tx, code) };
  }

  private phases(tx: EntityManager, cycle: string): Promise<PhaseRow[]> {
    return readAll(tx, PhaseRow, inCycle(cycle), ['position']);
  }

  /** All but the watermark, which is the tick's alone. */
  private async saveCycle(tx: EntityManager, cycle: Facts['cycle']): Promise<void> {
    const { code, title, zone, sendAt, instrument, target, state } = cycle;
    const { holidays, jointLeave, escalateFrom, escalation, history, version } = cycle;
    const change = { title, zone, sendAt, instrument, target, state, holidays, escalateFrom };
    const more = { jointLeave, escalation, history, version };
    const { earlierCalendars } = cycle;
    await tx.update(CycleRow, { code }, { ...change, ...more, earlierCalendars });
  }
}

function placed(
  cycle: string,
  changed: readonly Phase[],
  all: readonly Phase[],
): (Phase & { cycle: string; position: number })[] {
  const position = new Map(all.map(({ code }, index) => [code, index]));
  return changed.map((phase) => ({ ...phase, cycle, position: position.get(phase.code) ?? 0 }));
}
