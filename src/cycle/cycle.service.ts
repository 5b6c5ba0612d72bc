import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { advance } from '../domain/advance.js';
import type { Clock } from '../domain/clock.js';
import { adoptBlueprint, type Blueprint } from '../domain/commands/adopt-blueprint.js';
import { scheduledPhase } from '../domain/commands/adopt-plan.js';
import type { Command } from '../domain/commands/command.js';
import { decide } from '../domain/commands/decide.js';
import { Draft, type Basis } from '../domain/draft.js';
import { later } from '../domain/instants.js';
import { calendarItself } from '../domain/journal.js';
import type { People } from '../domain/people.js';
import { numberVersion } from '../domain/timeline-version.js';
import { CLOCK } from '../platform/clock.js';
import { CycleStore, type LockedCycle } from './cycle.store.js';

/** A cycle while somebody changes it. */
export interface OpenCycle {
  readonly tx: EntityManager;
  readonly draft: Draft;
}

const nobody: People = { coordinators: [], units: [], assessors: [], assignments: [], sekda: null };

@Injectable()
export class CycleService {
  constructor(
    private readonly cycles: CycleStore,
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Carries out a command at this instant. Writes no mail: the next tick reads the journal and plans the
   * notices.
   * @throws Refusal, in which case nothing has changed; UnknownCycle
   */
  async perform(code: string, who: string, command: Command): Promise<void> {
    await this.change(code, who, ({ draft }) => decide(draft, command));
  }

  /**
   * One change of a cycle and of whatever belongs to it, under its lock: all of it or nothing.
   * @throws UnknownCycle, and whatever the work throws
   */
  async change<T>(
    code: string,
    who: string,
    work: (open: OpenCycle) => Promise<T> | T,
    basis?: Basis,
  ): Promise<T> {
    return this.cycles.locked(code, async (open) => {
      const draft = await this.upToDate(open, who, basis);
      const done = await work({ tx: open.tx, draft });
      numberVersion(draft);
      await this.cycles.save(open.tx, code, draft);
      return done;
    });
  }

  /**
   * Loads a cycle that is new and activates it, or takes over what its files changed since. All or nothing.
   * @returns whether it is new
   * @throws Refusal
   */
  async load(blueprint: Blueprint, who: string): Promise<boolean> {
    const { code } = blueprint.plan;
    if (await this.create(blueprint, who)) return true;
    await this.cycles.locked(code, async (open) => {
      const { tx } = open;
      const draft = await this.upToDate(open, who);
      adoptBlueprint(draft, await this.cycles.blueprint(tx, code), blueprint);
      numberVersion(draft);
      await this.cycles.save(tx, code, draft);
      await this.cycles.remember(tx, code, blueprint);
    });
    return false;
  }

  private async create(blueprint: Blueprint, who: string): Promise<boolean> {
    const { plan, phases, people } = blueprint;
    return this.db.transaction(async (tx) => {
      const cycle = await this.cycles.created(tx, blueprint);
      if (!cycle) return false;
      const now = this.clock.now();
      const draft = new Draft({ cycle, phases: [], tasks: [], people: nobody }, now, who);
      draft.setPhases(phases.map(scheduledPhase));
      draft.setPeople(people);
      for (const code of phases.flatMap(({ units }) => units ?? [])) draft.unit(code);
      decide(draft, { do: 'activate' });
      await this.cycles.save(tx, plan.code, draft);
      await this.cycles.moveWatermark(tx, plan.code, { tickedUntil: now, plannedThrough: '0' });
      return true;
    });
  }

  /** Rule 8: dates decide. What the calendar has moved by now is moved first, in its own name. */
  private async upToDate(
    { tx, facts, row }: LockedCycle,
    who: string,
    basis?: Basis,
  ): Promise<Draft> {
    // A clock that was set back must not come before what has happened.
    const now = later(this.clock.now(), row.tickedUntil ?? this.clock.now());
    const calendar = new Draft(facts, now, calendarItself);
    advance(calendar);
    await this.cycles.save(tx, facts.cycle.code, calendar);
    return new Draft(calendar.facts, now, who, basis);
  }
}
