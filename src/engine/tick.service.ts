import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { CycleRow } from '../cycle/cycle.entity.js';
import { CycleStore, type CycleEnd, type LockedCycle } from '../cycle/cycle.store.js';
import type { JournalRow } from '../cycle/journal.entity.js';
import { JournalStore } from '../cycle/journal.store.js';
import { advance } from '../domain/advance.js';
import type { Clock } from '../domain/clock.js';
import { Draft } from '../domain/draft.js';
import { earliest, isAfter, isBefore, later } from '../domain/instants.js';
import { calendarItself } from '../domain/journal.js';
import { outageOf } from '../domain/outage.js';
import { outageNotices } from '../domain/outage-notice.js';
import { planNotices } from '../domain/plan-notices.js';
import { nextDue } from '../domain/timeline.js';
import { OutboxStore } from '../notice/outbox.store.js';
import type { Write } from '../platform/bulk-write.js';
import { CLOCK } from '../platform/clock.js';
import { Metrics } from '../platform/metrics.js';
import { SETTINGS, type Settings } from '../platform/settings.js';
import { Turns } from '../platform/turns.js';

/** A cycle in which nothing can fall due before an instant, as long as its journal does not grow. */
interface Quiet {
  readonly until: Temporal.Instant | null;
  readonly journal: string;
}

interface Ticked extends Quiet {
  readonly code: string;
}

/** Fewer than the connections to the database, so that requests find one while many cycles tick. */
const atOnce = 4;

/** One transaction a tick: what fell due since the last one moves, and its notices are planned. */
@Injectable()
export class TickService {
  private readonly quiet = new Map<string, Quiet>();
  private readonly turns = new Turns(atOnce);

  constructor(
    private readonly cycles: CycleStore,
    private readonly journal: JournalStore,
    private readonly outbox: OutboxStore,
    private readonly metrics: Metrics,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every running cycle by itself: one that fails keeps no other. @throws what the first of those threw */
  async tickAll(): Promise<void> {
    const ticked = await Promise.allSettled((await this.wakeful()).map((code) => this.tick(code)));
    for (const each of ticked) if (each.status === 'rejected') throw each.reason;
  }

  /** The running cycles of which it is not known that nothing is due. */
  async wakeful(): Promise<string[]> {
    const active = await this.ends();
    return active.filter((each) => !this.isQuiet(each)).map(({ code }) => code);
  }

  /** A crash before the commit did nothing; a second tick of the same instant has nothing to do. */
  async tick(code: string): Promise<void> {
    await this.timed(() => this.cycles.locked(code, (open) => this.tickNow(open)));
  }

  /**
   * The same, but for a cycle that somebody else has locked: it is for them to tick now, or for the next beat.
   * So several processes share what falls due in many cycles, instead of waiting for each other at each of them.
   */
  async tickIfFree(code: string): Promise<void> {
    await this.timed(() => this.cycles.lockedIfFree(code, (open) => this.tickNow(open)));
  }

  private async timed(work: () => Promise<Ticked | null>): Promise<void> {
    await this.turns.take(async () => {
      const done = this.metrics.tickSeconds.startTimer();
      try {
        // Only now: a commit that failed has planned nothing.
        const ticked = await work();
        if (ticked) this.quiet.set(ticked.code, ticked);
      } catch (error) {
        this.metrics.failedTicks.inc();
        throw error;
      } finally {
        done();
      }
    });
  }

  private async tickNow(open: LockedCycle): Promise<Ticked | null> {
    const { tx, facts, row } = open;
    const { code } = row;
    if (row.state !== 'active') return null;
    const unread = await this.journal.since(tx, code, row.plannedThrough);
    const now = this.present(row, unread);
    const draft = new Draft(facts, now, calendarItself);
    advance(draft);
    const mails = await this.plan(open, draft, unread);
    await this.cycles.save(tx, code, draft, mails);
    const plannedThrough = await this.journal.last(tx, code);
    const until = nextDue(draft.facts, now);
    const found = { nextDue: until, nextDueOf: plannedThrough };
    await this.cycles.moveWatermark(tx, code, { tickedUntil: now, plannedThrough, ...found });
    return { code, until, journal: plannedThrough };
  }

  /**
   * A clock that was set back, or that differs from another process's, must neither plan the same time again
   * nor come before what it has to give notice of.
   */
  private present({ tickedUntil }: CycleRow, unread: readonly JournalRow[]): Temporal.Instant {
    const known = [
      ...unread.map(({ recorded }) => recorded),
      ...(tickedUntil ? [tickedUntil] : []),
    ];
    return known.reduce(later, this.clock.now());
  }

  private async plan(
    { tx, row }: LockedCycle,
    draft: Draft,
    unread: readonly JournalRow[],
  ): Promise<Write[]> {
    const { facts, now } = draft;
    const news = [...unread, ...draft.decision().journal];
    const span = { after: row.tickedUntil ?? now, until: now, news };
    const outage = outageOf(facts, span);
    if (outage) draft.record(outage);
    const ofOutage = outage && this.settings.outageMails ? outageNotices(facts, outage) : [];
    const notices = [...planNotices(facts, span), ...ofOutage];
    const phaseOrder = facts.phases.map(({ code }) => code);
    return this.outbox.planned(tx, row.code, notices, { phaseOrder, now });
  }

  /**
   * When something of a running cycle falls due next if nobody does anything; null when nothing will. One look at
   * the journals of all: whoever steps through a year of many cycles asks at every instant.
   */
  async nextDue(): Promise<Temporal.Instant | null> {
    const now = this.clock.now();
    const due = (await this.ends()).map(async (each) =>
      this.isQuiet(each)
        ? (this.quiet.get(each.code)?.until ?? null)
        : nextDue(await this.cycles.facts(each.code), now),
    );
    const all = (await Promise.all(due)).filter((at) => at !== null);
    return earliest(all.filter((at) => isAfter(at, now)));
  }

  /** Seconds since the first thing fell due that is not done; 0 when everything is. */
  async lag(): Promise<number> {
    const now = this.clock.now();
    const due = (await this.ends()).map(({ code }) => this.quiet.get(code)?.until);
    const first = earliest(due.filter((at) => at !== null && at !== undefined));
    return first && isBefore(first, now) ? now.since(first).total('seconds') : 0;
  }

  /**
   * The running cycles. What another process has ticked since need not be read here again; but each looks once by
   * itself, for the last one to look may have been of an earlier version, with other rules.
   */
  private async ends(): Promise<CycleEnd[]> {
    const ends = await this.cycles.activeEnds();
    for (const { code, journal, nextDue: until } of ends) {
      if (until !== undefined && this.quiet.has(code)) this.quiet.set(code, { until, journal });
    }
    return ends;
  }

  /** Every change is in the journal, so a look at its end tells whether the last answer still holds. */
  private isQuiet({ code, journal }: CycleEnd): boolean {
    const quiet = this.quiet.get(code);
    if (!quiet || (quiet.until !== null && !isBefore(this.clock.now(), quiet.until))) return false;
    return journal === quiet.journal;
  }
}
