import { Controller, Param, Post, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CyclePath } from '../../../api/paths.js';
import { PeoplePlans } from '../../../assessment/participants/people-plans.service.js';
import { ReadingService } from '../../../assessment/reading.service.js';
import { DeskFilter } from '../../desk.filter.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { ImportPage } from '../import-page.js';
import { peopleImportView } from './people-import.view.js';
import { peoplePath } from './people-path.js';
import { peopleWords } from './people-words.js';

/** A spreadsheet of people. */
@Controller('koordinator/:cycle/orang/impor')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class PeopleImportController {
  private readonly page = new ImportPage({
    title: (language) => peopleWords[language].title,
    path: peoplePath,
    actor: async ({ cycle, visit }) => {
      return (await this.reading.coordinator(cycle, visit.visitor.email)).actor;
    },
    show: async ({ cycle, visit: { visitor, language } }, file, isStale) => {
      const plan = await this.plans.ofImport(cycle, visitor.email, file);
      const shown = { language, visitor, path: peoplePath(cycle) };
      return peopleImportView(plan, { file, isStale }, shown);
    },
    take: ({ cycle, visit }, file, shown) =>
      this.plans.takeImport(cycle, visit.visitor.email, file, shown),
  });

  constructor(
    private readonly reading: ReadingService,
    private readonly plans: PeoplePlans,
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
