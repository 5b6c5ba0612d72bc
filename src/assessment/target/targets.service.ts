import { Injectable } from '@nestjs/common';
import { asSeenBy } from '../../domain/assessment/blind.js';
import { authoriseCoordinator, authoriseLeader } from '../../domain/assessment/actor.js';
import { figuresOf } from '../../domain/assessment/figures.js';
import type { Levels } from '../../domain/cycle.js';
import { Refusal } from '../../domain/refusal.js';
import { publishedLevels } from '../../domain/scoring.js';
import type { Efforts } from '../../domain/target/effort.js';
import { waysToTarget, type Question, type Ways } from '../../domain/target/ways-to-target.js';
import { EarlierResultStore } from '../earlier/earlier-result.store.js';
import { ReadingService, type Reader } from '../reading.service.js';
import { ResultService } from '../result.service.js';
import { TargetStore, type Variant } from './target.store.js';

/** Levels to begin from: of this cycle, of one that has published, or of an imported year. */
export interface Basis {
  /** One of `ownBases`, the code of an earlier cycle, or of an imported year such as `spbe-2024`. */
  readonly code: string;
  /** The year that an earlier cycle evaluated. */
  readonly year: number | null;
  readonly levels: Levels;
}

export const ownBases = ['jikaSemuaKlaimDiterima', 'terverifikasi', 'klaim'] as const;
export type OwnBasis = (typeof ownBases)[number];

/** A cycle with what its index might begin from. The first basis is the one without being asked. */
export interface Prospect extends Reader {
  readonly bases: readonly [Basis, ...Basis[]];
}

export interface AskedVariant {
  readonly name: string;
  readonly basis: string;
  readonly changes: Levels;
}

/** For coordinators and leaders: what the index could be, and what it takes. */
@Injectable()
export class Targets {
  constructor(
    private readonly reading: ReadingService,
    private readonly results: ResultService,
    private readonly imported: EarlierResultStore,
    private readonly store: TargetStore,
  ) {}

  /** @throws UnknownCycle; Refusal not_found, not_allowed */
  async prospect(code: string, email: string): Promise<Prospect> {
    const reader = await this.reading.reader(code, email);
    authoriseLeader(reader.actor);
    const { facts, instrument, actor } = reader;
    const figures = figuresOf(facts, instrument, asSeenBy(actor, facts, reader.dossier));
    const [first, ...others] = ownBases.map((each) => {
      return { code: each, year: null, levels: figures[each].levels };
    });
    if (!first) throw new RangeError('no basis');
    return { ...reader, bases: [first, ...others, ...(await this.earlier(reader))] };
  }

  async variants(code: string): Promise<Variant[]> {
    return this.store.variants(code);
  }

  /** In the order in which they are asked for. @throws Refusal not_found */
  async chosen(code: string, ids: readonly string[]): Promise<Variant[]> {
    const all = await this.store.variants(code);
    return ids.map((id) => {
      const found = all.find((each) => each.id === id);
      if (!found) throw new Refusal('not_found', { variant: id });
      return found;
    });
  }

  async efforts(code: string): Promise<Efforts> {
    return this.store.efforts(code);
  }

  /** @returns its id; null when it cannot be kept: the name is taken, or there are as many as there may be */
  async keep(
    { facts, actor, bases }: Prospect,
    { name, basis, changes }: AskedVariant,
  ): Promise<string | null> {
    authoriseCoordinator(actor);
    const standing = bases.find(({ code }) => code === basis)?.levels;
    if (!standing) throw new Refusal('not_found', { basis });
    return this.store.add(facts.cycle.code, { name, basis, standing, changes, by: actor.name });
  }

  /** @throws Refusal not_found, not_allowed */
  async remove(code: string, email: string, id: string): Promise<void> {
    await this.reading.asCoordinator(code, email);
    if (!(await this.store.remove(code, id))) throw new Refusal('not_found', { variant: id });
  }

  /** @throws Refusal not_allowed */
  async setEfforts({ facts, actor }: Prospect, efforts: Efforts): Promise<void> {
    authoriseCoordinator(actor);
    await this.store.setEfforts(facts.cycle.code, efforts);
  }

  /** Years that were measured by the same instrument, the newest first. */
  private async earlier({ facts, instrument }: Reader): Promise<Basis[]> {
    const { code, history } = facts.cycle;
    const codes = history.flatMap((each) => ('cycle' in each ? [each.cycle] : []));
    const published = await this.results.ofHistory(history);
    const imported = await this.imported.latest([code, ...codes]);
    const isOwn = (row: { readonly cycle: string }): boolean => row.cycle === code;
    const years = [
      ...published.map(({ cycle, year, frozen }) => ({ code: cycle, year, frozen })),
      // What was brought into this cycle counts before what came into those that it follows.
      ...[...imported.filter(isOwn), ...imported.filter((row) => !isOwn(row))].map(
        ({ year, frozen }) => ({ code: frozen.code, year, frozen }),
      ),
    ].filter(({ frozen }) => frozen.instrument.code === instrument.code);
    return years
      .filter((each, at) => years.findIndex((other) => isSame(other, each)) === at)
      .sort((a, b) => b.year - a.year)
      .map(({ frozen, ...year }) => ({ ...year, levels: frozen.levels }));
  }
}

function isSame(one: Omit<Basis, 'levels'>, other: Omit<Basis, 'levels'>): boolean {
  return one.year === other.year || one.code === other.code;
}

/** Who leads what, by an indicator's number. */
export function leadsOf({ dossier }: Pick<Reader, 'dossier'>): Question['leads'] {
  return Object.fromEntries(
    dossier.responsibilities.map(({ indicator, lead }) => [String(indicator), lead]),
  );
}

/** The ways to an index from one of its bases, as its units and its coordinator's weights have it. */
export function waysFrom(
  prospect: Prospect,
  {
    levels,
    goal,
    efforts,
  }: { readonly levels: Levels; readonly goal: string; readonly efforts: Efforts },
): Ways {
  const { instrument } = prospect;
  const standing = publishedLevels(instrument, levels);
  return waysToTarget(instrument, { levels: standing, goal, efforts, leads: leadsOf(prospect) });
}
