import { Controller, Get, Inject, NotFoundException, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { CalendarFeedStore } from '../../people/calendar-feed.store.js';
import { SETTINGS, type Settings } from '../../platform/settings.js';
import { webAddress } from '../../platform/web-address.js';
import { CalendarService } from '../../report/calendar.service.js';
import { calendarText } from './calendar-text.js';

/** What calendars subscribe to: whoever knows the address may read it, for no calendar can sign in. */
@Controller('kalender')
export class CalendarFeedController {
  constructor(
    private readonly feeds: CalendarFeedStore,
    private readonly calendars: CalendarService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get(':secret.ics')
  async read(@Param('secret') secret: string, @Res() response: Response): Promise<void> {
    const email = await this.feeds.emailOf(secret);
    // What was revoked is like what never was.
    if (email === null) throw new NotFoundException();
    const { mailFrom } = this.settings;
    const domain = mailFrom.email.slice(mailFrom.email.indexOf('@') + 1);
    const place = { address: webAddress(this.settings), domain };
    const text = calendarText(await this.calendars.of(email), place);
    // Asked anew each time; Express then says by the ETag that nothing has changed.
    response.set('Cache-Control', 'private, no-cache');
    response.type('text/calendar; charset=utf-8').send(text);
  }
}
