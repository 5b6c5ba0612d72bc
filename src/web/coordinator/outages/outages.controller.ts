import { Controller, Get, Param, UseFilters, UseGuards } from '@nestjs/common';
import { CyclePath } from '../../../api/paths.js';
import { ReadingService } from '../../../assessment/reading.service.js';
import { JournalStore } from '../../../cycle/journal.store.js';
import { DeskFilter } from '../../desk.filter.js';
import { deskPage } from '../../desk-page.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { outageWords } from './outage-words.js';
import { outagesView } from './outages.view.js';

const mostShown = 20;

/** What fell due while nothing ran, and what became of it. */
@Controller('koordinator/:cycle/gangguan')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class OutagesController {
  constructor(
    private readonly reading: ReadingService,
    private readonly journal: JournalStore,
  ) {}

  @Get()
  async show(@Param() { cycle }: CyclePath, @Visited() visit: Visit): Promise<string> {
    const { facts, actor } = await this.reading.asCoordinator(cycle, visit.visitor.email);
    const { language } = visit;
    const outages = await this.journal.outages(cycle, mostShown);
    const content = outagesView(outages, { facts, language });
    return deskPage(outageWords[language].title, content, visit, { actor, cycle });
  }
}
