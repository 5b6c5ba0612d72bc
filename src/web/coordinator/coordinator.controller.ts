import { Controller, Get, Param, Query, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { authoriseCoordinator } from '../../domain/assessment/actor.js';
import type { Html } from '../../platform/html.js';
import { JournalStore } from '../../cycle/journal.store.js';
import { OutboxStore } from '../../notice/outbox.store.js';
import { OverviewService, type Overview } from '../../report/overview.service.js';
import { CyclePath } from '../cycle-path.js';
import { DeskFilter } from '../desk.filter.js';
import { deskPage } from '../desk-page.js';
import { csvOf, tableState, type Column, type TableQuery } from '../parts/table.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { Visited, type Visit } from '../visit.js';
import { matrixView } from './matrix.view.js';
import {
  indicatorColumns,
  indicatorsView,
  overviewView,
  unitColumns,
  type Shown,
} from './overview.view.js';
import {
  journalColumns,
  journalTitle,
  journalView,
  mailColumns,
  mailsTitle,
  mailsView,
} from './records.view.js';
import { words } from './words.js';

/** How far back the pages of mails and of the journal go. */
const newest = 1000;

interface DeskQuery extends TableQuery {
  readonly format?: unknown;
}

/** A page with one table, which can be had as a CSV as well. */
interface TablePage<Row> {
  readonly overview: Overview;
  readonly title: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly view: (shown: Shown) => Html;
}

/** The coordinator's desk: the year, every unit, every indicator. */
@Controller('koordinator/:cycle')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class CoordinatorController {
  constructor(
    private readonly overviews: OverviewService,
    private readonly outbox: OutboxStore,
    private readonly journal: JournalStore,
  ) {}

  @Get()
  async overview(
    @Param() { cycle }: CyclePath,
    @Query() query: DeskQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const overview = await this.read(cycle, visit);
    const t = words[visit.language];
    answer(response, visit, query, {
      overview,
      title: t.overview,
      columns: unitColumns(overview, visit.language),
      rows: overview.progress.units,
      view: (shown) => overviewView(overview, shown),
    });
  }

  @Get('indikator')
  async indicators(
    @Param() { cycle }: CyclePath,
    @Query() query: DeskQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const overview = await this.read(cycle, visit);
    const t = words[visit.language];
    answer(response, visit, query, {
      overview,
      title: t.byIndicator,
      columns: indicatorColumns(overview, visit.language),
      rows: overview.progress.indicators,
      view: (shown) => indicatorsView(overview, shown),
    });
  }

  @Get('surat')
  async mails(
    @Param() { cycle }: CyclePath,
    @Query() query: DeskQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const overview = await this.read(cycle, visit);
    const { zone } = overview.facts.cycle;
    const rows = await this.outbox.latest(cycle, newest);
    answer(response, visit, query, {
      ...{ overview, rows, title: mailsTitle(visit.language) },
      columns: mailColumns(zone, visit.language),
      view: (shown) => mailsView(rows, zone, shown),
    });
  }

  @Get('jurnal')
  async entries(
    @Param() { cycle }: CyclePath,
    @Query() query: DeskQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const overview = await this.read(cycle, visit);
    const { zone } = overview.facts.cycle;
    const rows = await this.journal.latest(cycle, newest);
    answer(response, visit, query, {
      ...{ overview, rows, title: journalTitle(visit.language) },
      columns: journalColumns(zone, visit.language),
      view: (shown) => journalView(rows, zone, shown),
    });
  }

  @Get('matriks')
  async matrix(@Param() { cycle }: CyclePath, @Visited() visit: Visit): Promise<string> {
    const overview = await this.read(cycle, visit);
    const { language } = visit;
    const { actor } = overview;
    return deskPage(words[language].matrix, matrixView(overview, language), visit, {
      actor,
      cycle,
    });
  }

  /** @throws Refusal not_found, not_allowed */
  private async read(cycle: string, { visitor }: Visit): Promise<Overview> {
    const overview = await this.overviews.of(cycle, visitor.email);
    authoriseCoordinator(overview.actor);
    return overview;
  }
}

function answer<Row>(
  response: Response,
  visit: Visit,
  query: DeskQuery,
  { overview, title, columns, rows, view }: TablePage<Row>,
): void {
  const { actor, facts } = overview;
  const state = tableState(query);
  if (query.format === 'csv') {
    response
      .attachment(`${facts.cycle.code}.csv`)
      .type('csv')
      .send(csvOf(columns, rows, state));
    return;
  }
  const { language, path } = visit;
  const content = view({ language, path, state });
  response.type('html').send(deskPage(title, content, visit, { actor, cycle: facts.cycle.code }));
}
