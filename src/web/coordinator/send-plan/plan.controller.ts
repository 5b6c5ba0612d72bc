import { Controller, Get, Inject, Param, Query, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { CyclePath } from '../../../api/paths.js';
import { ReadingService } from '../../../assessment/reading.service.js';
import type { Clock } from '../../../domain/clock.js';
import { sendPlan } from '../../../domain/send-plan.js';
import { CLOCK } from '../../../platform/clock.js';
import { DeskFilter } from '../../desk.filter.js';
import { deskPage } from '../../desk-page.js';
import { arranged, csvOf } from '../../parts/table.js';
import { sheetOf, workbookOf } from '../../parts/workbook.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { planWanted, wantedOf, type PlanQuery } from './plan-query.js';
import { planColumns, planView } from './plan.view.js';
import { planWords } from './plan-words.js';

interface DeskQuery extends PlanQuery {
  readonly format?: unknown;
}

const asTheyStand = { search: '', sort: '', descending: false };

/** Surat Jadwal: what will be sent to whom and when, and what will not. */
@Controller('koordinator/:cycle/jadwal-surat')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class SendPlanController {
  constructor(
    private readonly reading: ReadingService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param() { cycle }: CyclePath,
    @Query() query: DeskQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const { facts, actor } = await this.reading.asCoordinator(cycle, visit.visitor.email);
    const { language, path } = visit;
    const wanted = planWanted(query);
    const now = this.clock.now();
    const columns = planColumns(facts, language);
    const present = { now, zone: facts.cycle.zone };
    const rows = arranged(columns, wantedOf(sendPlan(facts, now), wanted, present), wanted.state);
    const { title } = planWords[language];
    if (query.format === 'csv' || query.format === 'xlsx') {
      const text = query.format === 'csv' ? csvOf(columns, rows, asTheyStand) : null;
      const file = text ?? (await workbookOf([sheetOf(title, columns, rows)]));
      response.attachment(`${cycle}-jadwal-surat.${query.format}`).type(query.format).send(file);
      return;
    }
    const content = planView({ language, path, facts, wanted, rows });
    response.type('html').send(deskPage(title, content, visit, { actor, cycle }));
  }
}
