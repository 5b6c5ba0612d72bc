import { Temporal } from 'temporal-polyfill';
import { advance } from '../../src/domain/advance.js';
import type { Cycle, Facts, Phase, PhaseKind, PhasePlan } from '../../src/domain/cycle.js';
import { Draft, type Basis } from '../../src/domain/draft.js';
import { isAfter, later } from '../../src/domain/instants.js';
import { calendarItself, type Entry } from '../../src/domain/journal.js';
import { mailsOf, type Mail } from '../../src/domain/mails.js';
import type { Notice } from '../../src/domain/notice.js';
import type { People } from '../../src/domain/people.js';
import type { Standing } from '../../src/domain/preview.js';
import { planNotices } from '../../src/domain/plan-notices.js';
import { addressKey } from '../../src/domain/recipients.js';
import { Refusal } from '../../src/domain/refusal.js';
import { stillTrue } from '../../src/domain/still-true.js';
import { nextDue } from '../../src/domain/timeline.js';
import { carryOut, type Act } from './commands.js';
import { everybody } from './people.js';

export interface Sent extends Mail {
  readonly at: Temporal.Instant;
  /** The facts of the moment of sending. */
  readonly facts: Facts;
}

export interface Plan {
  readonly cycle?: Partial<Cycle>;
  readonly phases: readonly Phase[];
  readonly people?: People;
}

export function phase(kind: PhaseKind, more: Partial<PhasePlan> = {}): Phase {
  return {
    code: kind,
    title: kind,
    kind,
    opens: '2025-09-01',
    closes: '2025-09-30',
    reminders: [],
    requires: [],
    units: null,
    state: 'scheduled',
    openedAt: null,
    ...more,
  };
}

export function factsOf({ cycle, phases, people }: Plan): Facts {
  const plan: Cycle = {
    code: 'spbe-2025',
    title: 'SPBE 2025',
    zone: 'Asia/Jakarta',
    sendAt: '08:00',
    instrument: 'spbe-2020',
    target: '4.00',
    holidays: [],
    jointLeave: true,
    escalateFrom: null,
    escalation: [],
    history: [],
    state: 'draft',
    version: 1,
    earlierCalendars: [],
    ...cycle,
  };
  return { cycle: plan, phases, tasks: [], people: people ?? everybody() };
}

/**
 * The application's tick and its commands without a database: facts, the watermark, what the journal
 * holds that nobody was told of yet, an outbox that knows each occurrence once, and the post.
 */
export class World {
  readonly journal: Entry[] = [];
  readonly planned: Notice[] = [];
  readonly sent: Sent[] = [];
  /** Rule 13 wants this empty: what only the outbox kept from being planned twice. */
  readonly plannedAnew: Notice[] = [];
  readonly superseded: Notice[] = [];
  post: 'up' | 'down' = 'up';
  /** Of the orders that are given. */
  private basis: Basis = { reason: null, letter: null };
  private readonly outbox = new Set<string>();
  private waiting: Mail[] = [];
  private news: Entry[] = [];

  private constructor(
    public facts: Facts,
    public watermark: Temporal.Instant,
  ) {}

  /** Activated at that local moment; nothing of the calendar has been done yet. */
  static activated(at: string, plan: Plan): World {
    const facts = factsOf(plan);
    const world = new World(facts, localInstant(at, facts.cycle.zone));
    world.perform(world.watermark, { do: 'activate' });
    return world;
  }

  /** Activated, and ticked at that instant. */
  static started(at: string, plan: Plan): World {
    const world = World.activated(at, plan);
    world.tick(world.watermark);
    return world;
  }

  /** What the next tick will find. */
  get standing(): Standing {
    return { facts: this.facts, tickedUntil: this.watermark, news: this.news };
  }

  instant(local: string): Temporal.Instant {
    return localInstant(local, this.facts.cycle.zone);
  }

  tick(moment: Temporal.Instant | string): void {
    if (this.facts.cycle.state !== 'active') return;
    // A replica that waited for the lock has read its clock before the other one ticked.
    const at = later(this.asInstant(moment), this.watermark);
    this.move(at);
    const notices = planNotices(this.facts, { after: this.watermark, until: at, news: this.news });
    this.watermark = at;
    this.news = [];
    this.put(notices);
    this.deliver(at);
  }

  /** @throws Refusal, in which case nothing has changed */
  perform(moment: Temporal.Instant | string, ...acts: readonly Act[]): void {
    const at = this.asInstant(moment);
    for (const act of acts) {
      const calendar = new Draft(this.facts, at, calendarItself);
      advance(calendar);
      const draft = new Draft(calendar.facts, at, 'koordinator', this.basis);
      carryOut(draft, act);
      this.keep(calendar);
      this.keep(draft);
    }
  }

  /** Ticks at every instant at which something is due, up to that moment inclusive. */
  run(moment: Temporal.Instant | string): this {
    const until = this.asInstant(moment);
    for (;;) {
      const at = nextDue(this.facts, this.watermark);
      if (at === null || isAfter(at, until)) return this;
      this.tick(at);
    }
  }

  /** As in a scenario: due work first, then the commands, then one more tick for what they caused. */
  happens(moment: Temporal.Instant | string, ...acts: readonly Act[]): this {
    const at = this.asInstant(moment);
    this.run(at);
    this.perform(at, ...acts);
    this.tick(at);
    return this;
  }

  /** The code with which a command is refused, after a check that it changed nothing. */
  refusal(moment: string, act: Act): string {
    const before = this.snapshot();
    try {
      this.perform(moment, act);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return this.snapshot() === before ? error.code : 'changed something';
    }
    return 'not refused';
  }

  /** What is ordered meanwhile rests on that. */
  orderedBy(basis: Basis, work: () => void): void {
    const before = this.basis;
    this.basis = basis;
    work();
    this.basis = before;
  }

  setPost(state: 'up' | 'down'): void {
    this.post = state;
  }

  private snapshot(): string {
    return JSON.stringify([this.facts, this.journal, this.news, this.watermark]);
  }

  private move(at: Temporal.Instant): void {
    const draft = new Draft(this.facts, at, calendarItself);
    advance(draft);
    this.keep(draft);
  }

  private keep(draft: Draft): void {
    const { journal } = draft.decision();
    this.facts = draft.facts;
    this.journal.push(...journal);
    this.news.push(...journal);
  }

  private put(notices: readonly Notice[]): void {
    const fresh = notices.filter(({ recipient, occurrence }) => {
      const key = `${addressKey(recipient)} ${occurrence}`;
      const known = this.outbox.has(key);
      this.outbox.add(key);
      return !known;
    });
    this.plannedAnew.push(...notices.filter((notice) => !fresh.includes(notice)));
    this.planned.push(...fresh);
    const order = this.facts.phases.map(({ code }) => code);
    this.waiting.push(...mailsOf(fresh, order));
  }

  private deliver(at: Temporal.Instant): void {
    if (this.post === 'down') return;
    const { facts } = this;
    for (const mail of this.waiting) {
      const notices = mail.notices.filter((notice) => this.isTrue(notice, at));
      this.superseded.push(...mail.notices.filter((notice) => !notices.includes(notice)));
      if (notices.length > 0) this.sent.push({ ...mail, notices, at, facts });
    }
    this.waiting = [];
  }

  private isTrue(notice: Notice, now: Temporal.Instant): boolean {
    const { phases, tasks, people } = this.facts;
    return stillTrue(notice, {
      now,
      phase: phases.find(({ code }) => code === notice.phase) ?? null,
      task: tasks.find(({ id }) => id === notice.task) ?? null,
      people,
      request: null,
    });
  }

  private asInstant(moment: Temporal.Instant | string): Temporal.Instant {
    return typeof moment === 'string' ? this.instant(moment) : moment;
  }
}

export function localInstant(local: string, zone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
}
