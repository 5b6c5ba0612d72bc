import { Controller, Param, Post, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CyclePath } from '../../api/paths.js';
import { AssignmentPlans } from '../../assessment/assignment-plans.service.js';
import { ReadingService } from '../../assessment/reading.service.js';
import { DeskFilter } from '../desk.filter.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { Visited, type Visit } from '../visit.js';
import { assignmentWords } from './assignment-words.js';
import { assignmentsPath } from './assignments-path.js';
import { ImportPage } from './import-page.js';
import { importView } from './import.view.js';

/** A spreadsheet of assignments. */
@Controller('koordinator/:cycle/penugasan/impor')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class AssignmentsImportController {
  private readonly page = new ImportPage({
    title: (language) => assignmentWords[language].title,
    path: assignmentsPath,
    actor: async ({ cycle, visit }) => {
      return (await this.reading.coordinator(cycle, visit.visitor.email)).actor;
    },
    show: async ({ cycle, visit: { visitor, language } }, file, isStale) => {
      const plan = await this.plans.ofImport(cycle, visitor.email, file);
      const { people } = plan.reader.facts;
      const shown = { language, visitor, path: assignmentsPath(cycle) };
      return importView(plan, { file, people, isStale }, shown);
    },
    take: ({ cycle, visit }, file, shown) =>
      this.plans.takeImport(cycle, visit.visitor.email, file, shown),
  });

  constructor(
    private readonly reading: ReadingService,
    private readonly plans: AssignmentPlans,
  ) {}

  @Post()
  async preview(
    @Param() { cycle }: CyclePath,
    @Req() request: Request,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await this.page.preview({ cycle, visit, request, response });
  }

  @Post('terapkan')
  async take(
    @Param() { cycle }: CyclePath,
    @Req() request: Request,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await this.page.take({ cycle, visit, request, response });
  }
}
