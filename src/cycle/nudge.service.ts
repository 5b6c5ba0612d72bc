import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { actorOf, authoriseCoordinator } from '../domain/assessment/actor.js';
import { localDate } from '../domain/calendar.js';
import type { Clock } from '../domain/clock.js';
import { entry } from '../domain/journal.js';
import { isToNudge } from '../domain/nudge.js';
import { Refusal } from '../domain/refusal.js';
import { CLOCK } from '../platform/clock.js';
import { CycleStore } from './cycle.store.js';
import { JournalStore } from './journal.store.js';

/** When somebody was reminded of a task last, and by whom; by the task's id. */
export type Nudges = ReadonlyMap<string, { readonly at: Temporal.Instant; readonly who: string }>;

/** What coordinators say that they have done outside of the system, which sends nothing of it. */
@Injectable()
export class NudgeService {
  constructor(
    private readonly cycles: CycleStore,
    private readonly journal: JournalStore,
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Refusal not_found, not_allowed; UnknownCycle */
  async record(code: string, email: string, id: string): Promise<void> {
    await this.cycles.locked(code, async ({ tx, facts }) => {
      const actor = actorOf(facts.people, email);
      authoriseCoordinator(actor);
      const now = this.clock.now();
      const today = localDate(now, facts.cycle.zone);
      const task = facts.tasks.find((each) => each.id === id);
      if (!task || !isToNudge(task, today)) throw new Refusal('not_found', { task: id });
      const { phase, unit, assessor } = task;
      const about = { phase, unit, assessor, task: id };
      const nudged = { what: 'nudged', who: actor.name, due: now, recorded: now } as const;
      await this.journal.record(tx, code, [entry({ ...nudged, ...about })]);
    });
  }

  async latest(code: string): Promise<Nudges> {
    const rows = await this.db.query<{ task: string; at: Date; who: string }[]>(
      `SELECT DISTINCT ON (task) task, recorded AS at, who FROM journal
       WHERE cycle = $1 AND what = 'nudged' ORDER BY task, id DESC`,
      [code],
    );
    return new Map(
      rows.map(({ task, at, who }) => [
        task,
        { at: Temporal.Instant.fromEpochMilliseconds(at.getTime()), who },
      ]),
    );
  }
}
