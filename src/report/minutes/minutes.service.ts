import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DossierStore } from '../../assessment/dossier.store.js';
import { ExtensionRequestStore } from '../../assessment/extension/extension-request.store.js';
import { Instruments } from '../../assessment/instruments.js';
import { CycleStore } from '../../cycle/cycle.store.js';
import { JournalStore } from '../../cycle/journal.store.js';
import { actorOf, authoriseCoordinator, type Actor } from '../../domain/assessment/actor.js';
import type { Facts, Phase } from '../../domain/cycle.js';
import { SETTINGS, type Settings } from '../../platform/settings.js';
import type { Filled, Minutes } from './minutes.js';
import { minutesFile } from './minutes-file.js';
import { minutesOf, phaseNamed, type MinutesRecord } from './minutes-of.js';

/** A phase and who asks for its minutes, of one instant. */
export interface ReadPhase {
  readonly facts: Facts;
  readonly actor: Actor;
  readonly phase: Phase;
  /** Null as long as the phase is not over. */
  readonly record: MinutesRecord | null;
}

/** Gathers what the minutes of a phase say, all of one instant, and makes the file. */
@Injectable()
export class MinutesService {
  constructor(
    private readonly cycles: CycleStore,
    private readonly journal: JournalStore,
    private readonly dossiers: DossierStore,
    private readonly requests: ExtensionRequestStore,
    private readonly instruments: Instruments,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws UnknownCycle; Refusal not_found, not_allowed, unknown_phase */
  async read(code: string, email: string, phaseCode: string): Promise<ReadPhase> {
    return this.cycles.read(code, async (facts, tx) => {
      const actor = actorOf(facts.people, email);
      authoriseCoordinator(actor);
      const phase = phaseNamed(facts, phaseCode);
      const isOver = phase.state === 'closed';
      return { facts, actor, phase, record: isOver ? await this.record(tx, facts, phase) : null };
    });
  }

  minutes(record: MinutesRecord, filled: Filled): Minutes {
    const { letterhead, mailFrom } = this.settings;
    return minutesOf(record, { letterhead, from: mailFrom.name, filled });
  }

  /** The PDF. */
  async file(record: MinutesRecord, filled: Filled): Promise<Buffer> {
    return minutesFile(this.minutes(record, filled));
  }

  private async record(tx: EntityManager, facts: Facts, phase: Phase): Promise<MinutesRecord> {
    const cycle = facts.cycle.code;
    // One after the other: a transaction has one connection.
    const entries = await this.journal.ofPhase(tx, cycle, phase.code, ['task', 'published']);
    const last = await this.journal.lastEntry(tx, cycle);
    if (!last) throw new RangeError(`a closed phase, and a journal that says nothing of ${cycle}`);
    return {
      facts,
      phase,
      moves: entries.filter(({ what }) => what === 'task'),
      published: entries.findLast(({ what }) => what === 'published') ?? null,
      versions: await this.journal.versions(cycle, tx),
      dossier: await this.dossiers.load(tx, cycle),
      requests: await this.requests.all(cycle, tx),
      instrument: this.instruments.named(facts.cycle.instrument),
      journal: { entries: last.number, hash: last.hash, at: last.recorded },
    };
  }
}
