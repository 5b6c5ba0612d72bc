import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CycleStore } from '../cycle/cycle.store.js';
import { actorOf } from '../domain/assessment/actor.js';
import { chooseLokus } from '../domain/assessment/commands/choose-lokus.js';
import { carryEvidence } from '../domain/assessment/commands/carry-evidence.js';
import { copyAnswers } from '../domain/assessment/commands/copy-answers.js';
import { chooseUnits } from '../domain/commands/choose-units.js';
import { Refusal } from '../domain/refusal.js';
import { DeskService } from './desk.service.js';
import { DossierStore } from './dossier.store.js';
import { Instruments } from './instruments.js';

/** What a coordinator arranges, and what a unit takes over from the year before. */
@Injectable()
export class CoordinationService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly cycles: CycleStore,
    private readonly desks: DeskService,
    private readonly dossiers: DossierStore,
    private readonly instruments: Instruments,
  ) {}

  /** @throws Refusal unknown_unit, not_allowed */
  async chooseLokus(code: string, email: string, units: readonly string[]): Promise<void> {
    await this.desks.coordinate(code, email, (desk) => chooseLokus(desk, units));
  }

  /** Which units a phase is for, such as those that are visited; null: all of them. */
  async chooseUnits(
    code: string,
    email: string,
    phase: string,
    units: readonly string[] | null,
  ): Promise<void> {
    await this.desks.coordinate(code, email, ({ draft }) => chooseUnits(draft, phase, units));
  }

  /**
   * Answers of an earlier cycle as drafts, for whatever the unit leads and has not begun; of one with another
   * instrument only the evidence of the indicators that are mapped.
   * @returns the indicators that were copied
   * @throws Refusal not_found when there is no such cycle; instruments_differ when nobody has mapped them
   */
  async copyAnswers(code: string, email: string, unit: string, from: string): Promise<number[]> {
    const earlier = await this.cycles.facts(from);
    // Who was nobody's admin then may still copy: offices rotate.
    const dossier = await this.dossiers.load(this.db.manager, from);
    const { instrument } = earlier.cycle;
    return this.desks.change(code, email.toLowerCase(), (desk) => {
      const { facts, cycle } = desk.draft;
      const actor = actorOf(facts.people, email);
      const copy = { unit, from: dossier, newId: randomUUID };
      if (instrument === cycle.instrument) return copyAnswers(desk, copy, actor);
      const mapping = this.instruments.mapping(instrument, cycle.instrument);
      if (!mapping) throw new Refusal('instruments_differ', { from: instrument });
      return carryEvidence(desk, { ...copy, cycle: from, mapping }, actor);
    });
  }
}
