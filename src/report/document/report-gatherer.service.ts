import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { DossierStore } from '../../assessment/dossier.store.js';
import { Instruments } from '../../assessment/instruments.js';
import { ResultService } from '../../assessment/result.service.js';
import { ResultRow } from '../../assessment/review.entity.js';
import { CycleStore } from '../../cycle/cycle.store.js';
import { JournalRow } from '../../cycle/journal.entity.js';
import { JournalStore } from '../../cycle/journal.store.js';
import { figuresOf } from '../../domain/assessment/figures.js';
import type { Facts } from '../../domain/cycle.js';
import type { Instrument } from '../../domain/scoring.js';
import { SETTINGS, type Settings } from '../../platform/settings.js';
import { webAddress } from '../../platform/web-address.js';
import { evaluatedYear } from '../../domain/evaluated-year.js';
import { trendOf } from '../trend.js';
import { TrendService } from '../trend.service.js';
import type { Report } from './report.js';
import { reportOf, type ReportBasis } from './report-of.js';

type Found = Pick<
  ReportBasis,
  'kind' | 'facts' | 'dossier' | 'instrument' | 'figures' | 'target' | 'at' | 'place'
>;

/** From the frozen result when there is one, else from where the journal ends by now. */
@Injectable()
export class ReportGatherer {
  constructor(
    private readonly cycles: CycleStore,
    private readonly dossiers: DossierStore,
    private readonly journal: JournalStore,
    private readonly instruments: Instruments,
    private readonly results: ResultService,
    private readonly trends: TrendService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws UnknownCycle */
  async gathered(code: string): Promise<Report> {
    const found = await this.cycles.read(code, (facts, tx) => this.found(facts, tx));
    const { facts, instrument, figures, at } = found;
    const { zone } = facts.cycle;
    const year = evaluatedYear(facts.phases) ?? at.toZonedDateTimeISO(zone).year;
    const { index } = figures.terverifikasi;
    const { letterhead, mailFrom } = this.settings;
    return reportOf({
      ...found,
      year,
      trend: trendOf([...(await this.trends.of(facts)), { year, index, instrument }]),
      before: await this.before(facts, instrument),
      frame: { letterhead, from: mailFrom.name, site: webAddress(this.settings) },
    });
  }

  private async found(facts: Facts, tx: EntityManager): Promise<Found> {
    const { code, instrument: named, target } = facts.cycle;
    const dossier = await this.dossiers.load(tx, code);
    const row = await tx.findOne(ResultRow, {
      where: { cycle: code },
      order: { publishedAt: 'DESC' },
    });
    if (row) {
      const { instrument, figures, journal: place, target: frozenTarget } = row.frozen;
      const frozen = { instrument, figures, place, target: frozenTarget };
      return { kind: 'published', facts, dossier, ...frozen, at: row.publishedAt };
    }
    const instrument = this.instruments.named(named);
    const figures = figuresOf(facts, instrument, dossier);
    const place = await this.journal.head(tx, code);
    const at = await this.lastRecorded(tx, code, place.entries);
    return { kind: 'draft', facts, dossier, instrument, figures, target, at, place };
  }

  private async lastRecorded(
    tx: EntityManager,
    cycle: string,
    number: number,
  ): Promise<Temporal.Instant> {
    return (await tx.findOneByOrFail(JournalRow, { cycle, number })).recorded;
  }

  /** The latest earlier result of the same instrument: only such parts can be compared. */
  private async before(
    { cycle: { history } }: Facts,
    instrument: Instrument,
  ): Promise<ReportBasis['before']> {
    const results = await this.results.ofHistory(history);
    const [latest] = results
      .filter(({ frozen }) => frozen.instrument.code === instrument.code)
      .map(({ year, frozen }) => ({ year, score: frozen.published }))
      .sort((a, b) => b.year - a.year);
    return latest ?? null;
  }
}
