import {
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Post,
  Query,
  Res,
  UseGuards,
} from '@nestjs/common';
import type { Response } from 'express';
import { CycleStore } from '../../cycle/cycle.store.js';
import { CalendarFeedStore } from '../../people/calendar-feed.store.js';
import { SETTINGS, type Settings } from '../../platform/settings.js';
import { webAddress } from '../../platform/web-address.js';
import { page } from '../page.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { Visited, type Visit } from '../visit.js';
import { calendarView } from './calendar.view.js';
import { calendarWords } from './calendar-words.js';

/** The address of one's own calendar: to make, replace and revoke it. */
@Controller('akun/kalender')
@UseGuards(SessionGuard)
export class CalendarPageController {
  constructor(
    private readonly feeds: CalendarFeedStore,
    private readonly cycles: CycleStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  async show(@Query('dicabut') revoked: unknown, @Visited() visit: Visit): Promise<string> {
    return this.view(visit, { revoked: revoked !== undefined, fresh: null });
  }

  /** Answers with the page itself: the secret is kept nowhere from which another page could take it. */
  @Post()
  @HttpCode(200)
  @Header('Content-Type', 'text/html; charset=utf-8')
  async issue(@Visited() visit: Visit): Promise<string> {
    const secret = await this.feeds.issue(visit.visitor.email);
    const fresh = `${webAddress(this.settings)}/kalender/${secret}.ics`;
    return this.view(visit, { revoked: false, fresh });
  }

  @Post('cabut')
  async revoke(@Visited() { visitor }: Visit, @Res() response: Response): Promise<void> {
    await this.feeds.revoke(visitor.email);
    response.redirect(303, '/akun/kalender?dicabut');
  }

  private async view(
    visit: Visit,
    more: { readonly revoked: boolean; readonly fresh: string | null },
  ): Promise<string> {
    const { visitor, frame, language } = visit;
    const [cycle] = await this.cycles.all();
    const since = await this.feeds.since(visitor.email);
    const words = calendarWords[language];
    const owner = { words, path: '/akun/kalender', back: { path: '/akun', label: words.account } };
    const shown = { since, zone: cycle?.zone ?? 'UTC', ...owner, ...more };
    return page(words.title, calendarView(shown, visit), frame);
  }
}
