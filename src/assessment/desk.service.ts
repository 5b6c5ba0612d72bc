import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CycleService } from '../cycle/cycle.service.js';
import type { Clock } from '../domain/clock.js';
import { actorOf, authoriseCoordinator } from '../domain/assessment/actor.js';
import type { AssessmentCommand } from '../domain/assessment/commands/command.js';
import { decideAssessment, refuseElsewhere } from '../domain/assessment/decide-assessment.js';
import { refuseAfterResult } from '../domain/assessment/window.js';
import { Desk } from '../domain/assessment/desk.js';
import { CLOCK } from '../platform/clock.js';
import { DossierStore } from './dossier.store.js';
import { Instruments } from './instruments.js';

@Injectable()
export class DeskService {
  constructor(
    private readonly cycles: CycleService,
    private readonly dossiers: DossierStore,
    private readonly instruments: Instruments,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Carries out what somebody asks for in their own name.
   * @param email whom the cycle knows them by
   * @throws Refusal, in which case nothing has changed; UnknownCycle
   */
  async perform(
    code: string,
    email: string,
    command: AssessmentCommand,
    acceptedAt = this.clock.now(),
  ): Promise<void> {
    const work = (desk: Desk): void => {
      decideAssessment(desk, command, actorOf(desk.draft.facts.people, email));
    };
    await this.change(code, email.toLowerCase(), work, acceptedAt);
  }

  /**
   * The same at the address of a unit, where there is only what it leads or supports.
   * @returns the cycle's zone, for whoever says when it was done
   * @throws Refusal, in which case nothing has changed; UnknownCycle
   */
  async performAt(
    { cycle, unit }: { readonly cycle: string; readonly unit: string },
    email: string,
    command: AssessmentCommand,
    acceptedAt = this.clock.now(),
  ): Promise<string> {
    const work = (desk: Desk): string => {
      refuseElsewhere(desk, command, unit);
      decideAssessment(desk, command, actorOf(desk.draft.facts.people, email));
      return desk.draft.cycle.zone;
    };
    return this.change(cycle, email.toLowerCase(), work, acceptedAt);
  }

  /**
   * A change that is a coordinator's, and only as long as no result has been made of it.
   * @throws Refusal not_found, not_allowed, already_finished; UnknownCycle
   */
  async coordinate<T>(
    code: string,
    email: string,
    work: (desk: Desk, tx: EntityManager) => Promise<T> | T,
  ): Promise<T> {
    return this.change(code, email.toLowerCase(), (desk, tx) => {
      authoriseCoordinator(actorOf(desk.draft.facts.people, email));
      refuseAfterResult(desk);
      return work(desk, tx);
    });
  }

  /**
   * One change of a cycle and its dossier: all of it or nothing.
   * @param acceptedAt rule 8: the instant of the request decides, however long it then waits for the lock
   * @throws UnknownCycle
   */
  async change<T>(
    code: string,
    who: string,
    work: (desk: Desk, tx: EntityManager) => Promise<T> | T,
    acceptedAt = this.clock.now(),
  ): Promise<T> {
    return this.cycles.change(code, who, async ({ tx, draft }) => {
      const instrument = this.instruments.named(draft.cycle.instrument);
      const dossier = await this.dossiers.load(tx, code);
      const desk = new Desk(dossier, draft, instrument, acceptedAt);
      const done = await work(desk, tx);
      await this.dossiers.save(tx, code, desk);
      return done;
    });
  }
}
