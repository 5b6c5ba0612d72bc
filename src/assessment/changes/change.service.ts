import { Inject, Injectable } from '@nestjs/common';
import { CycleService } from '../../cycle/cycle.service.js';
import { CycleStore } from '../../cycle/cycle.store.js';
import { actorOf, authoriseCoordinator } from '../../domain/assessment/actor.js';
import type { Clock } from '../../domain/clock.js';
import { decide } from '../../domain/commands/decide.js';
import type { Draft } from '../../domain/draft.js';
import { later } from '../../domain/instants.js';
import { previewOf } from '../../domain/preview.js';
import { Refusal } from '../../domain/refusal.js';
import { CLOCK } from '../../platform/clock.js';
import {
  consequencesOf,
  shownAs,
  type Consequences,
  type TimelineCommand,
} from './consequences.js';

export interface ShownChange {
  readonly consequences: Consequences;
  readonly shown: string;
}

/** Changes of a running cycle, each shown with its consequences before it is taken. */
@Injectable()
export class ChangeService {
  constructor(
    private readonly cycles: CycleService,
    private readonly store: CycleStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * What would come of it now; changes nothing.
   * @throws Refusal of rule 18, not_found, not_allowed; UnknownCycle
   */
  async preview(
    code: string,
    email: string,
    commands: readonly TimelineCommand[],
  ): Promise<ShownChange> {
    return this.store.read(code, async (facts, tx) => {
      authoriseCoordinator(actorOf(facts.people, email));
      const standing = await this.store.standing(tx, facts, this.clock.now());
      const now = later(this.clock.now(), standing.tickedUntil);
      return shownFor(commands, consequencesOf(previewOf(standing, now, carryOut(commands))));
    });
  }

  /**
   * All of the commands or none, and only with the consequences that somebody has seen.
   * @param shown what the preview gave
   * @throws Refusal changed_meanwhile when something else would come of it by now, and those of `preview`
   */
  async take(
    code: string,
    email: string,
    commands: readonly TimelineCommand[],
    shown: string,
  ): Promise<Consequences> {
    return this.cycles.change(code, email.toLowerCase(), async ({ tx, draft }) => {
      const { facts, now } = draft;
      authoriseCoordinator(actorOf(facts.people, email));
      const standing = await this.store.standing(tx, facts, now);
      const consequences = consequencesOf(previewOf(standing, now, carryOut(commands)));
      if (shownAs(commands, consequences) !== shown) throw new Refusal('changed_meanwhile');
      carryOut(commands)(draft);
      return consequences;
    });
  }
}

function carryOut(commands: readonly TimelineCommand[]): (draft: Draft) => void {
  return (draft) => {
    for (const command of commands) decide(draft, command);
  };
}

function shownFor(commands: readonly TimelineCommand[], consequences: Consequences): ShownChange {
  return { consequences, shown: shownAs(commands, consequences) };
}
