import { Injectable } from '@nestjs/common';
import { DeskService } from '../assessment/desk.service.js';
import { FinishService } from '../assessment/finish.service.js';
import type { Filling } from '../domain/assessment/fill-in.js';
import { reassignReview } from '../domain/assessment/commands/hand-over.js';
import { CycleService } from '../cycle/cycle.service.js';
import type { ScenarioAct } from './scenario/event.js';

/** What a person can do to a running cycle: all of a scenario's acts but those of its stage. */
export type PersonAct = Exclude<ScenarioAct, { readonly do: 'stop' | 'start' | 'smtp' }>;

/** The one door for whatever people do, whether a scenario, a command line or a page says it. */
@Injectable()
export class CommandService {
  constructor(
    private readonly cycles: CycleService,
    private readonly finishing: FinishService,
    private readonly desks: DeskService,
  ) {}

  /**
   * @param filling scenarios: what to make up for all that an act leaves out
   * @throws Refusal, UnknownCycle
   */
  async perform(
    code: string,
    who: string,
    act: PersonAct,
    filling: Omit<Filling, 'levels' | 'findings'> | null = null,
  ): Promise<void> {
    if (act.do === 'finish') {
      const { levels, findings } = act;
      await this.finishing.finish(code, who, act, filling && { ...filling, levels, findings });
    } else if (act.do === 'reassign') {
      const { unit, from, to } = act;
      await this.desks.change(code, who, (desk) => reassignReview(desk, unit, from, to));
    } else {
      await this.cycles.perform(code, who, act);
    }
  }
}
