import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CycleService } from '../../cycle/cycle.service.js';
import { CycleStore } from '../../cycle/cycle.store.js';
import { cycleText } from '../../cycle/cycle-text.js';
import { uploadedCycle } from '../../cycle/uploaded-cycle.js';
import { actorOf, authoriseCoordinator } from '../../domain/assessment/actor.js';
import type { Clock } from '../../domain/clock.js';
import { adoptPlan } from '../../domain/commands/adopt-plan.js';
import type { Facts } from '../../domain/cycle.js';
import type { Basis, Draft } from '../../domain/draft.js';
import { later } from '../../domain/instants.js';
import { Refusal } from '../../domain/refusal.js';
import { CLOCK } from '../../platform/clock.js';
import { ConfigFolder } from '../../platform/config-folder.js';
import { SETTINGS, type Settings } from '../../platform/settings.js';
import { fingerprint } from '../fingerprint.js';
import { ReadingService } from '../reading.service.js';
import { shownOf, type ShownChange } from './shown-change.js';

/** A cycle file, and on what its changes rest. */
export interface CycleFileOrder {
  readonly text: string;
  readonly basis: Basis;
}

interface Adopting {
  readonly change: ShownChange;
  readonly carryOut: (draft: Draft) => void;
  readonly remember: () => Promise<void>;
}

/** A cycle file that is loaded while the cycle runs: shown with its consequences, then taken as it was shown. */
@Injectable()
export class CycleFileChanges {
  private readonly folder: ConfigFolder;

  constructor(
    private readonly cycles: CycleService,
    private readonly store: CycleStore,
    private readonly reading: ReadingService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) { configFolder }: Settings,
  ) {
    this.folder = new ConfigFolder(configFolder);
  }

  /** The file as it would have to be to change nothing. @throws Refusal not_found, not_allowed; UnknownCycle */
  async present(code: string, email: string): Promise<string> {
    const { facts } = await this.reading.asCoordinator(code, email);
    return cycleText(facts.cycle, facts.phases);
  }

  /**
   * What would come of it now; changes nothing.
   * @throws InputError for the file; Refusal of rule 18, not_found, not_allowed; UnknownCycle
   */
  async preview(code: string, email: string, order: CycleFileOrder): Promise<ShownChange> {
    return this.store.read(code, async (facts, tx) => {
      authoriseCoordinator(actorOf(facts.people, email));
      return (await this.adopting(tx, facts, order)).change;
    });
  }

  /**
   * All of the file or nothing of it, and only with the consequences that somebody has seen.
   * @throws Refusal changed_meanwhile when something else would come of it by now, and those of `preview`
   */
  async take(code: string, email: string, order: CycleFileOrder, shown: string): Promise<void> {
    await this.cycles.change(
      code,
      email.toLowerCase(),
      async ({ tx, draft }) => {
        authoriseCoordinator(actorOf(draft.facts.people, email));
        const adopting = await this.adopting(tx, draft.facts, order);
        if (adopting.change.shown !== shown) throw new Refusal('changed_meanwhile');
        adopting.carryOut(draft);
        await adopting.remember();
      },
      order.basis,
    );
  }

  private async adopting(
    tx: EntityManager,
    facts: Facts,
    { text, basis }: CycleFileOrder,
  ): Promise<Adopting> {
    const { code } = facts.cycle;
    const after = uploadedCycle(this.folder, text, code);
    const before = await this.store.blueprint(tx, code);
    const standing = await this.store.standing(tx, facts, this.clock.now());
    const now = later(this.clock.now(), standing.tickedUntil);
    const carryOut = (draft: Draft): void => adoptPlan(draft, before, after);
    const change = shownOf(standing, now, carryOut);
    const { changes, consequences } = change;
    const shown = fingerprint([text, basis.reason, basis.letter, changes, consequences]);
    const remember = () => this.store.remember(tx, code, { ...before, ...after });
    return { change: { ...change, shown }, carryOut, remember };
  }
}
