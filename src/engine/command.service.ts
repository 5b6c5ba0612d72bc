import { Injectable } from '@nestjs/common';
import { FinishService } from '../assessment/finish.service.js';
import { CycleService } from '../cycle/cycle.service.js';
import type { ScenarioAct } from './scenario-event.js';

/** What a person can do to a running cycle: all of a scenario's acts but those of its stage. */
export type PersonAct = Exclude<ScenarioAct, { readonly do: 'stop' | 'start' | 'smtp' }>;

/** The one door for whatever people do, whether a scenario, a command line or a page says it. */
@Injectable()
export class CommandService {
  constructor(
    private readonly cycles: CycleService,
    private readonly finishing: FinishService,
  ) {}

  /** @throws Refusal, UnknownCycle */
  async perform(code: string, who: string, act: PersonAct): Promise<void> {
    if (act.do === 'finish') await this.finishing.finish(code, who, act);
    else await this.cycles.perform(code, who, act);
  }
}
