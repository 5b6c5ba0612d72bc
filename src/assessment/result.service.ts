import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Cycle } from '../domain/cycle.js';
import { CycleStore } from '../cycle/cycle.store.js';
import { JournalStore } from '../cycle/journal.store.js';
import type { Desk } from '../domain/assessment/desk.js';
import { figuresOf, type Figures } from '../domain/assessment/figures.js';
import { verifiedBy } from '../domain/assessment/verified.js';
import type { PublishedResult } from '../domain/commands/command.js';
import { sameJson } from '../domain/same-json.js';
import { DossierStore } from './dossier.store.js';
import { recomputed, type FrozenResult } from './frozen-result.js';
import { Instruments } from './instruments.js';
import { ResultRow } from './review.entity.js';

/** What a published result rests on. */
export interface ResultChecks {
  /** Its own levels still come to its figures. */
  readonly computes: boolean;
  /** The reviews still say those levels. */
  readonly stands: boolean;
  /** The journal before it is still the one that it was published on. */
  readonly recorded: boolean;
}

export interface PublishedRow extends ResultRow {
  readonly checks: ResultChecks;
  readonly holds: boolean;
}

@Injectable()
export class ResultService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly cycles: CycleStore,
    private readonly journal: JournalStore,
    private readonly dossiers: DossierStore,
    private readonly instruments: Instruments,
  ) {}

  /** Rules 21 and 22: freezes what was verified, with all that the index is computed from. */
  async publish(
    tx: EntityManager,
    desk: Desk,
    phase: string,
    who: string,
  ): Promise<PublishedResult> {
    const { draft, dossier, instrument } = desk;
    const { facts } = draft;
    const { code, target } = facts.cycle;
    const figures = figuresOf(facts, instrument, dossier);
    const { levels, toTarget, nextPredikat, ...published } = figures.terverifikasi;
    const frozen: FrozenResult = {
      instrument,
      target,
      levels,
      published,
      figures,
      reviews: verifiedBy(facts, dossier).map(({ indicator, phase, level }) => ({
        indicator,
        phase,
        level,
      })),
      journal: await this.journal.head(tx, code),
    };
    await tx.query(
      `INSERT INTO result (cycle, phase, published_at, published_by, frozen)
       VALUES ($1, $2, $3, $4, $5)`,
      [code, phase, draft.now.toString(), who, JSON.stringify(frozen)],
    );
    return { index: published.index, predikat: published.predikat, target };
  }

  /** The numbers as they stand now. @throws UnknownCycle */
  async figures(code: string): Promise<Figures> {
    const facts = await this.cycles.facts(code);
    const dossier = await this.dossiers.load(this.db.manager, code);
    return figuresOf(facts, this.instruments.named(facts.cycle.instrument), dossier);
  }

  /** What was published last, and whether it can still be traced; null before it is. */
  async published(code: string): Promise<PublishedRow | null> {
    const row = await this.db.manager.findOne(ResultRow, {
      where: { cycle: code },
      order: { publishedAt: 'DESC' },
    });
    if (!row) return null;
    const checks = await this.checksOf(code, row.frozen);
    return { ...row, checks, holds: Object.values(checks).every(Boolean) };
  }

  /** What was published last of each of these cycles; none of those that have not published. */
  async latest(codes: readonly string[]): Promise<ResultRow[]> {
    return this.db.manager
      .createQueryBuilder(ResultRow, 'result')
      .distinctOn(['result.cycle'])
      .where('result.cycle IN (:...codes)', { codes })
      .orderBy('result.cycle')
      .addOrderBy('result.publishedAt', 'DESC')
      .getMany();
  }

  /** The same of the cycles that a history names, each with the year that it evaluated. */
  async ofHistory(history: Cycle['history']): Promise<(ResultRow & { readonly year: number })[]> {
    const years = new Map(
      history.flatMap((each) => ('cycle' in each ? [[each.cycle, each.year] as const] : [])),
    );
    if (years.size === 0) return [];
    const rows = await this.latest([...years.keys()]);
    return rows.map((row) => ({ ...row, year: years.get(row.cycle) ?? 0 }));
  }

  private async checksOf(code: string, frozen: FrozenResult): Promise<ResultChecks> {
    const { terverifikasi } = await this.figures(code);
    return {
      computes: sameJson(recomputed(frozen), frozen.published),
      stands: sameJson(terverifikasi.levels, frozen.levels),
      recorded: await this.journal.endedWith(code, frozen.journal),
    };
  }
}
