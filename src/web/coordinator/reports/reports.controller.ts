import { Body, Controller, Get, Param, Post, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { ReportBody } from '../../../api/report-bodies.js';
import { sendReport } from '../../../api/send-report.js';
import { CyclePath, ReportPath } from '../../../api/paths.js';
import { isPublished } from '../../../domain/published.js';
import { Reports } from '../../../report/document/reports.service.js';
import { DeskFilter } from '../../desk.filter.js';
import { deskPage } from '../../desk-page.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { reportWords } from './report-words.js';
import { reportsPath } from './reports-path.js';
import { reportsView } from './reports.view.js';

/** Reports of a cycle: asked for here, made in the queue, downloaded here. */
@Controller('koordinator/:cycle/laporan')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class ReportsController {
  constructor(private readonly reports: Reports) {}

  @Get()
  async show(@Param() { cycle }: CyclePath, @Visited() visit: Visit): Promise<string> {
    const { facts, actor, documents } = await this.reports.list(cycle, visit.visitor.email);
    const shown = {
      path: reportsPath(cycle),
      zone: facts.cycle.zone,
      isPublished: isPublished(facts),
      documents,
    };
    const { title } = reportWords[visit.language];
    return deskPage(title, reportsView(shown, visit), visit, { actor, cycle });
  }

  @Post()
  async ask(
    @Param() { cycle }: CyclePath,
    @Body() { format }: ReportBody,
    @Visited() { visitor }: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await this.reports.ask(cycle, visitor.email, format);
    response.redirect(303, `${reportsPath(cycle)}#dokumen`);
  }

  @Get(':report')
  async file(
    @Param() { cycle, report }: ReportPath,
    @Visited() { visitor }: Visit,
    @Res() response: Response,
  ): Promise<void> {
    sendReport(response, await this.reports.file(cycle, visitor.email, report));
  }
}
