import { Controller, Get, Param, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { PublicResults } from '../../assessment/public-result/public-results.service.js';
import { authoriseLeader } from '../../domain/assessment/actor.js';
import { OverviewService } from '../../report/overview.service.js';
import { Reports } from '../../report/document/reports.service.js';
import { TrendService } from '../../report/trend.service.js';
import { CyclePath, ReportPath } from '../../api/paths.js';
import { sendReport } from '../../api/send-report.js';
import { DeskFilter } from '../desk.filter.js';
import { deskPage } from '../desk-page.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { Visited, type Visit } from '../visit.js';
import { leaderView } from './leader.view.js';

/** One page for who reads the result: heads of units, and coordinators. */
@Controller('pimpinan/:cycle')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class LeaderController {
  constructor(
    private readonly overviews: OverviewService,
    private readonly trends: TrendService,
    private readonly results: PublicResults,
    private readonly reports: Reports,
  ) {}

  @Get()
  async show(@Param() { cycle }: CyclePath, @Visited() visit: Visit): Promise<string> {
    const overview = await this.overviews.of(cycle, visit.visitor.email);
    const { actor, facts } = overview;
    authoriseLeader(actor);
    const reports = await this.reports.published(cycle);
    const isPublic = (await this.results.shown(cycle)) !== null;
    const trend = await this.trends.of(facts);
    const content = leaderView(overview, trend, { ...visit, reports, isPublic });
    return deskPage(facts.cycle.title, content, visit, { actor, cycle });
  }

  @Get('laporan/:report')
  async file(
    @Param() { cycle, report }: ReportPath,
    @Visited() { visitor }: Visit,
    @Res() response: Response,
  ): Promise<void> {
    sendReport(response, await this.reports.file(cycle, visitor.email, report));
  }
}
