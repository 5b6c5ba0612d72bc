import { Controller, Get, Inject, Param, UseFilters, UseGuards } from '@nestjs/common';
import { CyclePath } from '../../../api/paths.js';
import { ReadingService } from '../../../assessment/reading.service.js';
import { JournalStore } from '../../../cycle/journal.store.js';
import type { Clock } from '../../../domain/clock.js';
import { MailDelaysStore } from '../../../notice/mail-delays.store.js';
import { CLOCK } from '../../../platform/clock.js';
import { DeskFilter } from '../../desk.filter.js';
import { deskPage } from '../../desk-page.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { outageWords } from './outage-words.js';
import { mostShown, outagesView } from './outages.view.js';

/** What fell due while nothing ran, what became of it, and when mails went late. */
@Controller('koordinator/:cycle/gangguan')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class OutagesController {
  constructor(
    private readonly reading: ReadingService,
    private readonly journal: JournalStore,
    private readonly delays: MailDelaysStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param() { cycle }: CyclePath, @Visited() visit: Visit): Promise<string> {
    const { facts, actor } = await this.reading.asCoordinator(cycle, visit.visitor.email);
    const { language } = visit;
    const outages = await this.journal.outages(cycle, mostShown);
    const delays = await this.delays.latest(cycle, this.clock.now(), mostShown);
    const content = outagesView({ outages, delays }, { facts, language });
    return deskPage(outageWords[language].title, content, visit, { actor, cycle });
  }
}
