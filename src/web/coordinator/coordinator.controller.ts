import { Controller, Get, Inject, Param, Query, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { ExtensionRequests } from '../../assessment/extension/extension-requests.service.js';
import { authoriseCoordinator } from '../../domain/assessment/actor.js';
import { JournalStore } from '../../cycle/journal.store.js';
import { NudgeService } from '../../cycle/nudge.service.js';
import { isAfter } from '../../domain/instants.js';
import { BouncedStore } from '../../notice/bounced.store.js';
import { OverviewService, type Overview } from '../../report/overview.service.js';
import { SETTINGS, type Settings } from '../../platform/settings.js';
import { webAddress } from '../../platform/web-address.js';
import { CyclePath } from '../../api/paths.js';
import { DeskFilter } from '../desk.filter.js';
import { deskPage } from '../desk-page.js';
import { tableState, type TableQuery } from '../parts/table.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { Visited, type Visit } from '../visit.js';
import { matrixView } from './matrix.view.js';
import { indicatorsPage, overviewPage } from './overview.view.js';
import type { TablePage } from './table-page.js';
import { words } from './words.js';

const recently = { hours: 7 * 24 };

interface DeskQuery extends TableQuery {
  readonly format?: unknown;
}

/** What is asked for, and where the answer goes. */
interface Asked {
  readonly query: DeskQuery;
  readonly visit: Visit;
  readonly response: Response;
}

/** The coordinator's desk: the year, every unit, every indicator. */
@Controller('koordinator/:cycle')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class CoordinatorController {
  constructor(
    private readonly overviews: OverviewService,
    private readonly bounced: BouncedStore,
    private readonly nudges: NudgeService,
    private readonly requests: ExtensionRequests,
    private readonly journal: JournalStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  async overview(
    @Param() { cycle }: CyclePath,
    @Query() query: DeskQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await this.answer(cycle, { query, visit, response }, async (overview) => {
      const bounces = await this.bounced.of(cycle);
      const nudges = await this.nudges.latest(cycle);
      const site = webAddress(this.settings);
      const { language, proof } = visit;
      const requests = await this.requests.seenBy(overview);
      const waiting = requests.filter(({ asks }) => asks).length;
      const [last] = await this.journal.outages(cycle, 1);
      const outage = last !== undefined && isAfter(last.recorded.add(recently), overview.now);
      return overviewPage(overview, { bounces, nudges, waiting, outage, site, language, proof });
    });
  }

  @Get('indikator')
  async indicators(
    @Param() { cycle }: CyclePath,
    @Query() query: DeskQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await this.answer(cycle, { query, visit, response }, (overview) =>
      indicatorsPage(overview, visit.language),
    );
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

  private async answer(
    cycle: string,
    { query, visit, response }: Asked,
    pageOf: (overview: Overview) => TablePage | Promise<TablePage>,
  ): Promise<void> {
    const overview = await this.read(cycle, visit);
    const { title, csv, content } = await pageOf(overview);
    const state = tableState(query);
    if (query.format === 'csv') {
      response.attachment(`${overview.facts.cycle.code}.csv`).type('csv').send(csv(state));
      return;
    }
    const { language, path } = visit;
    const { actor } = overview;
    const page = deskPage(title, content({ language, path, state }), visit, { actor, cycle });
    response.type('html').send(page);
  }
}
