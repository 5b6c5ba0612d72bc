import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { advance } from '../domain/advance.js';
import type { Clock } from '../domain/clock.js';
import { adoptPeople } from '../domain/commands/adopt-people.js';
import { adoptPlan, scheduledPhase } from '../domain/commands/adopt-plan.js';
import type { Command } from '../domain/commands/command.js';
import { decide } from '../domain/commands/decide.js';
import type { CyclePlan, Facts, PhasePlan } from '../domain/cycle.js';
import { Draft } from '../domain/draft.js';
import { calendarItself } from '../domain/journal.js';
import type { People } from '../domain/people.js';
import { CLOCK } from '../platform/clock.js';
import { CycleStore } from './cycle.store.js';

/** What cycle and people files describe. */
export interface Blueprint {
  readonly plan: CyclePlan;
  readonly phases: readonly PhasePlan[];
  readonly people: People;
}

const nobody: People = { coordinators: [], units: [], assessors: [], assignments: [] };

@Injectable()
export class CycleService {
  constructor(
    private readonly cycles: CycleStore,
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Carries out a command at this instant. Writes no mail: the next tick reads the journal and plans the
   * notices. A command that depends on the present is asked for under the lock.
   * @throws Refusal, in which case nothing has changed; UnknownCycle
   */
  async perform(code: string, who: string, command: Command | ((facts: Facts) => Command)) {
    await this.cycles.locked(code, async ({ tx, facts }) => {
      const draft = await this.upToDate(tx, facts, who);
      decide(draft, typeof command === 'function' ? command(draft.facts) : command);
      await this.cycles.save(tx, code, draft);
    });
  }

  /**
   * Loads a cycle that is new and activates it, or takes over what its files changed since. All or nothing.
   * @returns whether it is new
   * @throws Refusal
   */
  async load(blueprint: Blueprint, who: string): Promise<boolean> {
    const { plan, phases, people } = blueprint;
    if (await this.create(blueprint, who)) return true;
    await this.cycles.locked(plan.code, async ({ tx, facts }) => {
      const draft = await this.upToDate(tx, facts, who);
      adoptPlan(draft, plan, phases);
      adoptPeople(draft, people);
      await this.cycles.save(tx, plan.code, draft);
    });
    return false;
  }

  private async create({ plan, phases, people }: Blueprint, who: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const cycle = { ...plan, state: 'draft' } as const;
      if (!(await this.cycles.created(tx, cycle))) return false;
      const now = this.clock.now();
      const draft = new Draft({ cycle, phases: [], tasks: [], people: nobody }, now, who);
      draft.setPhases(phases.map(scheduledPhase));
      draft.setPeople(people);
      decide(draft, { do: 'activate' });
      await this.cycles.save(tx, plan.code, draft);
      await this.cycles.moveWatermark(tx, plan.code, { tickedUntil: now, plannedThrough: '0' });
      return true;
    });
  }

  /** Rule 8: dates decide. What the calendar has moved by now is moved first, in its own name. */
  private async upToDate(tx: EntityManager, facts: Facts, who: string): Promise<Draft> {
    const now = this.clock.now();
    const calendar = new Draft(facts, now, calendarItself);
    advance(calendar);
    await this.cycles.save(tx, facts.cycle.code, calendar);
    return new Draft(calendar.facts, now, who);
  }
}
