import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DossierStore } from '../../assessment/dossier.store.js';
import { Instruments } from '../../assessment/instruments.js';
import { CycleStore } from '../../cycle/cycle.store.js';
import { JournalStore } from '../../cycle/journal.store.js';
import { actorOf, authoriseCoordinator, type Actor } from '../../domain/assessment/actor.js';
import type { Facts } from '../../domain/cycle.js';
import type { Instrument } from '../../domain/scoring.js';
import { FILE_STORE, type FileStore } from '../../platform/files/file-store.js';
import { sentKinds } from './last-sent.js';
import { packFile } from './pack-file.js';
import type { PortalFilter, PortalPack } from './portal.js';
import { inRevision, portalOf } from './portal-of.js';

/** The pack, and who asks for it. */
export interface ReadPack {
  readonly facts: Facts;
  readonly instrument: Instrument;
  readonly actor: Actor;
  readonly pack: PortalPack;
}

/** What a coordinator types over into the portal of the ministry. */
@Injectable()
export class PortalService {
  constructor(
    private readonly cycles: CycleStore,
    private readonly journal: JournalStore,
    private readonly dossiers: DossierStore,
    private readonly instruments: Instruments,
    @Inject(FILE_STORE) private readonly files: FileStore,
  ) {}

  /** All of one instant. @throws UnknownCycle; Refusal not_found, not_allowed */
  async of(code: string, email: string, filter: PortalFilter): Promise<ReadPack> {
    return this.cycles.read(code, async (facts, tx) => {
      const actor = actorOf(facts.people, email);
      authoriseCoordinator(actor);
      const instrument = this.instruments.named(facts.cycle.instrument);
      const dossier = await this.dossiers.load(tx, code);
      const revised = inRevision(dossier);
      const entries = await this.journal.ofIndicators(tx, code, revised, sentKinds);
      const last = await this.journal.lastEntry(tx, code);
      if (!last) throw new RangeError(`the journal says nothing of the cycle ${code}`);
      const journal = { entries: last.number, hash: last.hash, at: last.recorded };
      const record = { facts, instrument, dossier, entries, journal };
      return { facts, instrument, actor, pack: portalOf(record, filter) };
    });
  }

  /** As it is read, the files come from the store one after the other. */
  file(pack: PortalPack): Readable {
    return packFile(pack, this.files);
  }
}
