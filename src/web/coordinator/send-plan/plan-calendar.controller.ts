import { Controller, Get, Inject, Param, Query, UseFilters, UseGuards } from '@nestjs/common';
import { CyclePath } from '../../../api/paths.js';
import { ReadingService } from '../../../assessment/reading.service.js';
import { localDate } from '../../../domain/calendar.js';
import type { Clock } from '../../../domain/clock.js';
import { mailCalendar, mailMonths } from '../../../domain/mail-calendar.js';
import { sendPlan } from '../../../domain/send-plan.js';
import { calendarOf } from '../../../domain/timeline.js';
import { CLOCK } from '../../../platform/clock.js';
import { DeskFilter } from '../../desk.filter.js';
import { deskPage } from '../../desk-page.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { planCalendarView } from './plan-calendar.view.js';
import { planWords } from './plan-words.js';

/** Surat Jadwal as a month: how many mails go on which day. */
@Controller('koordinator/:cycle/jadwal-surat/kalender')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class PlanCalendarController {
  constructor(
    private readonly reading: ReadingService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param() { cycle }: CyclePath,
    @Query('bulan') wanted: unknown,
    @Visited() visit: Visit,
  ): Promise<string> {
    const { facts, actor } = await this.reading.asCoordinator(cycle, visit.visitor.email);
    const { language, path } = visit;
    const calendar = calendarOf(facts.cycle);
    const now = this.clock.now();
    const today = localDate(now, calendar.zone);
    const plan = sendPlan(facts, now);
    const months = mailMonths(plan, today, calendar.zone);
    // Whatever an address says that no link of ours says is as if it said nothing.
    const month = months.find((each) => each.toString() === wanted) ?? today.toPlainYearMonth();
    const content = planCalendarView({
      language,
      list: path.slice(0, path.lastIndexOf('/')),
      today,
      month,
      months,
      days: mailCalendar(plan, month, calendar),
      paused: facts.cycle.state === 'paused',
    });
    return deskPage(planWords[language].calendarTitle, content, visit, { actor, cycle });
  }
}
