import { Controller, Get, Param, Query, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { CyclePath } from '../../../api/paths.js';
import { authoriseCoordinator } from '../../../domain/assessment/actor.js';
import { TrendService } from '../../../report/trend.service.js';
import { earlierPath } from '../../coordinator/earlier/earlier-path.js';
import { DeskFilter } from '../../desk.filter.js';
import { deskPage } from '../../desk-page.js';
import { tableState, type TableQuery } from '../../parts/table.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { trendCsv } from './trend-csv.js';
import { trendPage } from './trend-page.view.js';
import { trendWords } from './trend-words.js';

interface TrendQuery extends TableQuery {
  readonly format?: unknown;
}

interface Asked {
  readonly cycle: string;
  readonly query: TrendQuery;
  readonly visit: Visit;
  readonly response: Response;
}

/** Results over the years, at the desks of who reads them. */
@Controller()
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class TrendPageController {
  constructor(private readonly trends: TrendService) {}

  @Get('koordinator/:cycle/tren')
  async coordinators(
    @Param() { cycle }: CyclePath,
    @Query() query: TrendQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const trend = await this.trends.asReader(cycle, visit.visitor.email);
    authoriseCoordinator(trend.participant.actor);
    this.answer({ cycle, query, visit, response }, trend);
  }

  @Get('pimpinan/:cycle/tren')
  async leaders(
    @Param() { cycle }: CyclePath,
    @Query() query: TrendQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const trend = await this.trends.asReader(cycle, visit.visitor.email);
    this.answer({ cycle, query, visit, response }, trend);
  }

  private answer(
    { cycle, query, visit, response }: Asked,
    trend: Awaited<ReturnType<TrendService['asReader']>>,
  ): void {
    const { language, path } = visit;
    const { actor, facts } = trend.participant;
    if (query.format === 'csv') {
      response.attachment(`tren-${facts.cycle.code}.csv`).type('csv');
      response.send(trendCsv(trend, language));
      return;
    }
    const code = encodeURIComponent(cycle);
    const content = trendPage(trend, {
      ...{ language, path, state: tableState(query) },
      title: facts.cycle.title,
      target: facts.cycle.target,
      earlier: actor.coordinator ? earlierPath(cycle) : null,
      leaders: `/pimpinan/${code}`,
    });
    const page = deskPage(trendWords[language].title, content, visit, { actor, cycle });
    response.type('html').send(page);
  }
}
