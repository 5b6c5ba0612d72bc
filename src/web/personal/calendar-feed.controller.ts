import { Controller, Get, Inject, NotFoundException, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CycleFeedStore } from '../../cycle/cycle-feed.store.js';
import { CalendarFeedStore } from '../../people/calendar-feed.store.js';
import { calendarText, domainOf, type CycleCalendar } from '../../notice/calendar/calendar-text.js';
import { SETTINGS, type Settings } from '../../platform/settings.js';
import { webAddress } from '../../platform/web-address.js';
import { CalendarService } from '../../report/calendar.service.js';

/** What calendars subscribe to: whoever knows the address may read it, for no calendar can sign in. */
@Controller('kalender')
export class CalendarFeedController {
  constructor(
    private readonly feeds: CalendarFeedStore,
    private readonly cycleFeeds: CycleFeedStore,
    private readonly calendars: CalendarService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get(':secret.ics')
  async read(@Param('secret') secret: string, @Res() response: Response): Promise<void> {
    const email = await this.feeds.emailOf(secret);
    // What was revoked is like what never was.
    if (email === null) throw new NotFoundException();
    this.send(response, await this.calendars.of(email));
  }

  /** What a coordinator hands out: the dates of a cycle, and nothing of anybody in it. */
  @Get('siklus/:secret.ics')
  async readCycle(@Param('secret') secret: string, @Res() response: Response): Promise<void> {
    const cycle = await this.cycleFeeds.cycleOf(secret);
    if (cycle === null) throw new NotFoundException();
    this.send(response, [await this.calendars.ofCycle(cycle)]);
  }

  private send(response: Response, calendars: readonly CycleCalendar[]): void {
    const { mailFrom } = this.settings;
    const place = { address: webAddress(this.settings), domain: domainOf(mailFrom) };
    // Asked anew each time; Express then says by the ETag that nothing has changed.
    response.set('Cache-Control', 'private, no-cache');
    response.type('text/calendar; charset=utf-8').send(calendarText(calendars, place));
  }
}
