import { Inject, Injectable } from '@nestjs/common';
import { CycleService, type OpenCycle } from '../../cycle/cycle.service.js';
import { CycleStore } from '../../cycle/cycle.store.js';
import { JournalStore } from '../../cycle/journal.store.js';
import {
  actorOf,
  authoriseCoordinator,
  refuseOwnUnit,
  type Actor,
} from '../../domain/assessment/actor.js';
import type { Clock } from '../../domain/clock.js';
import { decide } from '../../domain/commands/decide.js';
import type { Draft } from '../../domain/draft.js';
import { later } from '../../domain/instants.js';
import { Refusal } from '../../domain/refusal.js';
import type { TimelineVersion } from '../../domain/timeline-version.js';
import { CLOCK } from '../../platform/clock.js';
import { ReadingService } from '../reading.service.js';
import { shownAs, type Consequences, type Order } from './consequences.js';
import { shownOf, type ShownChange } from './shown-change.js';

/** Changes of a running cycle, each shown with its consequences before it is taken. */
@Injectable()
export class ChangeService {
  constructor(
    private readonly cycles: CycleService,
    private readonly store: CycleStore,
    private readonly journal: JournalStore,
    private readonly reading: ReadingService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * What would come of it now; changes nothing.
   * @throws Refusal of rule 18, not_found, not_allowed; UnknownCycle
   */
  async preview(code: string, email: string, order: Order): Promise<ShownChange> {
    return this.store.read(code, async (facts, tx) => {
      authoriseOrder(actorOf(facts.people, email), order);
      const standing = await this.store.standing(tx, facts, this.clock.now());
      const now = later(this.clock.now(), standing.tickedUntil);
      const change = shownOf(standing, now, carryOut(order));
      return { ...change, shown: shownAs(order, change.consequences) };
    });
  }

  /**
   * All of the order or nothing of it, and only with the consequences that somebody has seen.
   * @param shown what the preview gave
   * @throws Refusal changed_meanwhile when something else would come of it by now, and those of `preview`
   */
  async take(code: string, email: string, order: Order, shown: string): Promise<Consequences> {
    const work = (open: OpenCycle) => this.takeIn(open, email, order, shown);
    return this.cycles.change(code, email.toLowerCase(), work, order.basis);
  }

  /** The same within a change that is under way. */
  async takeIn(
    { tx, draft }: OpenCycle,
    email: string,
    order: Order,
    shown: string,
  ): Promise<Consequences> {
    const { facts, now } = draft;
    authoriseOrder(actorOf(facts.people, email), order);
    const standing = await this.store.standing(tx, facts, now);
    const { consequences } = shownOf(standing, now, carryOut(order));
    if (shownAs(order, consequences) !== shown) throw new Refusal('changed_meanwhile');
    carryOut(order)(draft);
    return consequences;
  }

  /** What was ordered so far, the newest first. @throws Refusal not_found, not_allowed; UnknownCycle */
  async versions(code: string, email: string): Promise<TimelineVersion[]> {
    await this.reading.asCoordinator(code, email);
    return this.journal.versions(code);
  }
}

/** No unit grants itself more time, not even through a coordinator who is its own. */
function authoriseOrder(actor: Actor, { commands }: Order): void {
  authoriseCoordinator(actor);
  for (const command of commands) {
    if (command.do === 'extend' && command.unit !== null) refuseOwnUnit(actor, command.unit);
  }
}

function carryOut({ commands }: Order): (draft: Draft) => void {
  return (draft) => {
    for (const command of commands) decide(draft, command);
  };
}
