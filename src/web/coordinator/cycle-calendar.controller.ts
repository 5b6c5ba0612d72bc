import {
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Res,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import type { Response } from 'express';
import { CyclePath } from '../../api/paths.js';
import { ReadingService, type Participant } from '../../assessment/reading.service.js';
import { CycleFeedStore } from '../../cycle/cycle-feed.store.js';
import { SETTINGS, type Settings } from '../../platform/settings.js';
import { webAddress } from '../../platform/web-address.js';
import { DeskFilter } from '../desk.filter.js';
import { deskPage } from '../desk-page.js';
import { calendarView } from '../personal/calendar.view.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { Visited, type Visit } from '../visit.js';
import { cycleCalendarWords } from './cycle-calendar-words.js';

/** The address of a cycle's calendar, for its coordinators to make, hand out and revoke. */
@Controller('koordinator/:cycle/kalender')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class CycleCalendarController {
  constructor(
    private readonly reading: ReadingService,
    private readonly feeds: CycleFeedStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  async show(
    @Param() { cycle }: CyclePath,
    @Query('dicabut') revoked: unknown,
    @Visited() visit: Visit,
  ): Promise<string> {
    const participant = await this.participant(cycle, visit);
    return this.view(participant, visit, { revoked: revoked !== undefined, fresh: null });
  }

  /** Answers with the page itself: the secret is kept nowhere from which another page could take it. */
  @Post()
  @HttpCode(200)
  @Header('Content-Type', 'text/html; charset=utf-8')
  async issue(@Param() { cycle }: CyclePath, @Visited() visit: Visit): Promise<string> {
    const participant = await this.participant(cycle, visit);
    const secret = await this.feeds.issue(cycle);
    const fresh = `${webAddress(this.settings)}/kalender/siklus/${secret}.ics`;
    return this.view(participant, visit, { revoked: false, fresh });
  }

  @Post('cabut')
  async revoke(
    @Param() { cycle }: CyclePath,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    await this.participant(cycle, visit);
    await this.feeds.revoke(cycle);
    response.redirect(303, `${calendarPath(cycle)}?dicabut`);
  }

  private participant(cycle: string, { visitor }: Visit): Promise<Participant> {
    return this.reading.asCoordinator(cycle, visitor.email);
  }

  private async view(
    { facts, actor }: Participant,
    visit: Visit,
    more: { readonly revoked: boolean; readonly fresh: string | null },
  ): Promise<string> {
    const { code: cycle, zone } = facts.cycle;
    const words = cycleCalendarWords[visit.language];
    const since = await this.feeds.since(cycle);
    const back = { path: `/koordinator/${encodeURIComponent(cycle)}`, label: words.account };
    const shown = { since, zone, words, path: calendarPath(cycle), back, ...more };
    return deskPage(words.title, calendarView(shown, visit), visit, { actor, cycle });
  }
}

function calendarPath(cycle: string): string {
  return `/koordinator/${encodeURIComponent(cycle)}/kalender`;
}
