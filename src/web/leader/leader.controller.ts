import { Controller, Get, Param, UseFilters, UseGuards } from '@nestjs/common';
import { authoriseLeader } from '../../domain/assessment/actor.js';
import { OverviewService } from '../../report/overview.service.js';
import { TrendService } from '../../report/trend.service.js';
import { CyclePath } from '../../api/paths.js';
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
  ) {}

  @Get()
  async show(@Param() { cycle }: CyclePath, @Visited() visit: Visit): Promise<string> {
    const overview = await this.overviews.of(cycle, visit.visitor.email);
    const { actor, facts } = overview;
    authoriseLeader(actor);
    const content = leaderView(overview, await this.trends.of(facts), visit.language);
    return deskPage(facts.cycle.title, content, visit, { actor, cycle });
  }
}
