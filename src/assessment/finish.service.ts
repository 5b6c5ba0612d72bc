import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actorOf, authoriseFinish } from '../domain/assessment/actor.js';
import { isResultOut } from '../domain/assessment/window.js';
import { fillIn, type Filling } from '../domain/assessment/fill-in.js';
import { outcomeOf } from '../domain/assessment/finishing.js';
import type { Desk } from '../domain/assessment/desk.js';
import { finishOne, tasksToFinish, type FinishRequest } from '../domain/commands/finish-task.js';
import type { Task } from '../domain/cycle.js';
import { DeskService } from './desk.service.js';
import { ResultService } from './result.service.js';

export type TaskToFinish = Omit<FinishRequest, 'acceptedAt'>;

@Injectable()
export class FinishService {
  constructor(
    private readonly desks: DeskService,
    private readonly results: ResultService,
  ) {}

  /** The same in somebody's own name. @throws Refusal not_found for another one's task */
  async finishOwn(code: string, email: string, request: TaskToFinish): Promise<void> {
    await this.desks.change(code, email.toLowerCase(), async (desk, tx) => {
      authoriseFinish(actorOf(desk.draft.facts.people, email), request);
      await this.finishAll(desk, tx, { ...request, who: email.toLowerCase(), filling: null });
    });
  }

  /**
   * Finishes a task with what is in the dossier; the report's publishes the result.
   * @param filling scenarios: what to make up for all that is missing
   * @throws Refusal, of which `Incomplete` lists what is missing; UnknownCycle
   */
  async finish(
    code: string,
    who: string,
    request: TaskToFinish,
    filling: Filling | null = null,
  ): Promise<void> {
    await this.desks.change(code, who, (desk, tx) =>
      this.finishAll(desk, tx, { ...request, who, filling }),
    );
  }

  private async finishAll(
    desk: Desk,
    tx: EntityManager,
    { who, filling, ...request }: TaskToFinish & { who: string; filling: Filling | null },
  ): Promise<void> {
    const { draft, acceptedAt } = desk;
    const { kind } = draft.phase(request.phase);
    for (const { id } of tasksToFinish(draft, { ...request, acceptedAt })) {
      if (filling) fillIn(desk, kind, taskOf(desk, id), filling);
      const outcome = outcomeOf(desk, kind, taskOf(desk, id));
      const publishes = kind === 'report' && !isResultOut(desk);
      const result = publishes ? await this.results.publish(tx, desk, request.phase, who) : null;
      const findings = [...new Set([...outcome.findings, ...(filling?.findings ?? [])])];
      finishOne(draft, taskOf(desk, id), { levels: outcome.levels, findings, result });
    }
  }
}

/** As it is by now: whoever wrote for it has begun. */
function taskOf({ draft }: Desk, id: string): Task {
  const task = draft.tasks().find((each) => each.id === id);
  if (!task) throw new RangeError(`no task ${id}`);
  return task;
}
