import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CycleStore } from '../cycle/cycle.store.js';
import { actorOf, type Actor } from '../domain/assessment/actor.js';
import { carryEvidence } from '../domain/assessment/commands/carry-evidence.js';
import { copyAnswers, type EarlierWork } from '../domain/assessment/commands/copy-answers.js';
import { Desk } from '../domain/assessment/desk.js';
import { takenOver, type TakenOver } from '../domain/assessment/taken-over.js';
import type { Clock } from '../domain/clock.js';
import type { Cycle } from '../domain/cycle.js';
import { Draft } from '../domain/draft.js';
import { Refusal } from '../domain/refusal.js';
import { CLOCK } from '../platform/clock.js';
import { DeskService } from './desk.service.js';
import { DossierStore } from './dossier.store.js';
import { Instruments } from './instruments.js';
import type { Reader } from './reading.service.js';

type EarlierCycle = Pick<Cycle, 'code' | 'title' | 'instrument'>;

/** What a unit could start from, before it does. */
export interface Offer {
  readonly cycle: EarlierCycle;
  readonly taken: readonly TakenOver[];
}

/** What a unit takes over from the year before. */
@Injectable()
export class EarlierWorks {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly cycles: CycleStore,
    private readonly desks: DeskService,
    private readonly dossiers: DossierStore,
    private readonly instruments: Instruments,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Answers of an earlier cycle as drafts, for whatever the unit leads and has not begun; of one with another
   * instrument only the evidence of the indicators that are mapped.
   * @returns the indicators that were copied
   * @throws Refusal not_found when there is no such cycle; instruments_differ when nobody has mapped them
   */
  async take(code: string, email: string, unit: string, from: string): Promise<number[]> {
    const { cycle } = await this.cycles.facts(from);
    // Who was nobody's admin then may still copy: offices rotate.
    const work = await this.workOf(cycle, unit);
    return this.desks.change(code, email.toLowerCase(), (desk) =>
      this.takeOver(desk, cycle, work, actorOf(desk.draft.facts.people, email)),
    );
  }

  /**
   * The same, only tried: of the latest cycle that the history names and that is in this database.
   * @returns null when there is nothing to take, or no longer
   */
  async offered(reader: Reader, unit: string): Promise<Offer | null> {
    const { facts, actor, dossier, instrument } = reader;
    const now = this.clock.now();
    const desk = new Desk(dossier, new Draft(facts, now, actor.name), instrument, now);
    const isUnbegun = desk.ledBy(unit).some((no) => desk.answer(no) === null);
    if (!isUnbegun || !actor.adminOf.includes(unit)) return null;
    const cycle = await this.latestBefore(facts.cycle);
    if (!cycle) return null;
    const work = await this.workOf(cycle, unit);
    const taken = this.tried(() => this.takeOver(desk, cycle, work, actor));
    const offer = { cycle, taken: takenOver(desk.dossier, taken, cycle.code) };
    return offer.taken.length > 0 ? offer : null;
  }

  private takeOver(desk: Desk, from: EarlierCycle, work: EarlierWork, actor: Actor): number[] {
    const { instrument } = desk.draft.cycle;
    if (from.instrument === instrument) return copyAnswers(desk, work, actor);
    const mapping = this.instruments.mapping(from.instrument, instrument);
    if (!mapping) throw new Refusal('instruments_differ', { from: from.instrument });
    return carryEvidence(desk, { ...work, mapping }, actor);
  }

  private async workOf({ code }: EarlierCycle, unit: string): Promise<EarlierWork> {
    const from = await this.dossiers.load(this.db.manager, code);
    return { unit, cycle: code, from, newId: randomUUID };
  }

  private async latestBefore({ history }: Cycle): Promise<EarlierCycle | null> {
    const named = history.flatMap((each) => ('cycle' in each ? [each] : []));
    if (named.length === 0) return null;
    const known = await this.cycles.some(named.map(({ cycle }) => cycle));
    const inOrder = named
      .sort((a, b) => b.year - a.year)
      .flatMap(({ cycle }) => known.find(({ code }) => code === cycle) ?? []);
    return inOrder[0] ?? null;
  }

  private tried(work: () => number[]): number[] {
    try {
      return work();
    } catch (error) {
      if (error instanceof Refusal) return [];
      throw error;
    }
  }
}
