import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recomputed } from '../frozen-result.js';
import { CycleService, type OpenCycle } from '../../cycle/cycle.service.js';
import { JournalStore } from '../../cycle/journal.store.js';
import { actorOf, authoriseCoordinator } from '../../domain/assessment/actor.js';
import type { Facts } from '../../domain/cycle.js';
import { evaluatedYear } from '../../domain/evaluated-year.js';
import { Refusal } from '../../domain/refusal.js';
import { sameJson } from '../../domain/same-json.js';
import type { Instrument } from '../../domain/scoring.js';
import { fingerprint } from '../fingerprint.js';
import { Instruments } from '../instruments.js';
import type { Participant } from '../reading.service.js';
import { ResultService } from '../result.service.js';
import type { EarlierResultRow } from './earlier-result.entity.js';
import { EarlierResultStore } from './earlier-result.store.js';
import { frozenOf, planOf, reasonsIn, type Asked, type ImportPlan } from './import-plan.js';
import { levelsTemplate } from './levels-template.js';
import {
  flawsIn,
  throwFlaws,
  type Consent,
  type KnownYears,
  type StatedFlaws,
  type StatedForm,
} from './result-form.js';

export interface EarlierYear extends EarlierResultRow {
  readonly checks: {
    /** Its levels still come to its figures. */
    readonly computes: boolean;
    /** The journal recorded exactly this. */
    readonly recorded: boolean;
  };
  readonly holds: boolean;
}

/** Results of years before Siklus: brought in from a table, frozen, and never run. */
@Injectable()
export class EarlierResults {
  constructor(
    private readonly cycles: CycleService,
    private readonly journal: JournalStore,
    private readonly results: ResultService,
    private readonly instruments: Instruments,
    private readonly store: EarlierResultStore,
  ) {}

  /** What counts of each year, and whether it can still be traced. @throws Refusal not_allowed */
  async list({ facts, actor }: Participant): Promise<EarlierYear[]> {
    authoriseCoordinator(actor);
    const { code } = facts.cycle;
    const recorded = new Set(
      (await this.journal.imports(code)).map(({ number, facts }) =>
        placeOf(number, String(facts['fingerprint'])),
      ),
    );
    return (await this.store.latest([code])).map((row) => {
      const { frozen } = row;
      const checks = {
        computes: sameJson(recomputed(frozen), frozen.published),
        recorded: recorded.has(placeOf(frozen.journal.entries + 1, fingerprint(frozen))),
      };
      return { ...row, checks, holds: checks.computes && checks.recorded };
    });
  }

  /** What is wrong with what is said beside the table. @throws Refusal not_allowed */
  async flaws({ facts, actor }: Participant, form: StatedForm): Promise<StatedFlaws> {
    authoriseCoordinator(actor);
    return flawsIn(form, this.instrumentOf(form), await this.knownYears(facts));
  }

  /** @throws InputError for the form or the file; Refusal not_allowed */
  async preview({ facts, actor }: Participant, asked: Asked): Promise<ImportPlan> {
    authoriseCoordinator(actor);
    return this.planFor(facts, asked);
  }

  /**
   * @param shown of the plan that somebody has seen; null: whatever it comes to
   * @throws InputError, also where a reason is missing; Refusal changed_meanwhile, not_allowed
   */
  async take(
    code: string,
    email: string,
    asked: Asked,
    { shown, ...consent }: Consent & { readonly shown: string | null },
  ): Promise<ImportPlan> {
    return this.cycles.change(code, email.toLowerCase(), async (open) => {
      authoriseCoordinator(actorOf(open.draft.facts.people, email));
      const plan = await this.planFor(open.draft.facts, asked, open.tx);
      if (shown !== null && shown !== plan.shown) throw new Refusal('changed_meanwhile');
      await this.keep(open, email.toLowerCase(), plan, consent);
      return plan;
    });
  }

  /**
   * At the command line, where nobody signs in.
   * @param look sees what would be kept before it is; what it throws leaves everything as it was
   * @throws InputError, UnknownCycle
   */
  async takeAs(
    code: string,
    who: string,
    { consent, ...asked }: Asked & { readonly consent: Consent },
    look: (plan: ImportPlan) => void = () => undefined,
  ): Promise<ImportPlan> {
    return this.cycles.change(code, who, async (open) => {
      const plan = await this.planFor(open.draft.facts, asked, open.tx);
      look(plan);
      await this.keep(open, who, plan, consent);
      return plan;
    });
  }

  /** That a year can have been measured by. */
  instrumentsKnown(): Instrument[] {
    return this.instruments.codes().map((code) => this.instruments.named(code));
  }

  /** The table to fill in; null when there is no such instrument. */
  async template(code: string): Promise<Buffer | null> {
    const instrument = this.instrumentOf({ instrument: code });
    return instrument && levelsTemplate(instrument);
  }

  private async planFor(
    facts: Facts,
    { form, file }: Asked,
    tx?: EntityManager,
  ): Promise<ImportPlan> {
    const instrument = this.instrumentOf(form);
    throwFlaws(flawsIn(form, instrument, await this.knownYears(facts)));
    if (!instrument) throw new TypeError('a form without an instrument has a flaw');
    const before = await this.store.latest([facts.cycle.code], tx);
    return planOf(instrument, { form, file }, before);
  }

  private async keep(
    { tx, draft }: OpenCycle,
    who: string,
    plan: ImportPlan,
    consent: Consent,
  ): Promise<void> {
    const { code: cycle } = draft.facts.cycle;
    const reasons = reasonsIn(plan, consent);
    const frozen = frozenOf(plan, reasons, await this.journal.head(tx, cycle));
    const { year, index } = plan.stated;
    const version = (plan.replaces?.version ?? 0) + 1;
    await this.store.insert(tx, {
      ...{ cycle, year, version, frozen },
      importedAt: draft.now,
      importedBy: who,
    });
    draft.record({
      what: 'result-imported',
      to: `${plan.code} ${index}`,
      why: [reasons.replaces, reasons.differs].filter(Boolean).join('; ') || null,
      facts: {
        ...{ year, code: plan.code, version, index, computed: plan.published.index },
        ...{ file: plan.file.name, sha256: plan.file.sha256, fingerprint: fingerprint(frozen) },
      },
    });
  }

  private instrumentOf({ instrument = '' }: StatedForm): Instrument | null {
    return this.instruments.codes().includes(instrument)
      ? this.instruments.named(instrument)
      : null;
  }

  private async knownYears({ cycle, phases }: Facts): Promise<KnownYears> {
    const published = await this.results.ofHistory(cycle.history);
    return { own: evaluatedYear(phases), published: published.map(({ year }) => year) };
  }
}

function placeOf(number: number, print: string): string {
  return `${number} ${print}`;
}
