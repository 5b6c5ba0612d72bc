import { Controller, Get, Inject, Param, Query, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { CyclePath, PhasePath } from '../../../api/paths.js';
import { IsText } from '../../../api/text.js';
import { ReadingService } from '../../../assessment/reading.service.js';
import { localDate } from '../../../domain/calendar.js';
import type { Clock } from '../../../domain/clock.js';
import { closesAt } from '../../../domain/timeline.js';
import { CLOCK } from '../../../platform/clock.js';
import {
  blank,
  filledIn,
  type DateFlaw,
  type TypedMinutes,
} from '../../../report/minutes/filled.js';
import { minutesName } from '../../../report/minutes/minutes.js';
import { MinutesService, type ReadPhase } from '../../../report/minutes/minutes.service.js';
import { DeskFilter } from '../../desk.filter.js';
import { deskPage } from '../../desk-page.js';
import type { Language } from '../../language.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { longDate } from '../../words/dates.js';
import { minutesListView, minutesView, notClosedView } from './minutes.view.js';
import { minutesWords } from './minutes-words.js';

const longest = 100;

class MinutesQuery {
  @IsText(longest)
  readonly nomor: string = '';

  @IsText(longest)
  readonly tanggal: string = '';

  @IsText(longest)
  readonly tempat: string = '';
}

interface Asked {
  readonly read: ReadPhase;
  readonly visit: Visit;
  readonly response: Response;
}

/** Berita acara: one for each phase that is over, to print and sign. */
@Controller('koordinator/:cycle/berita-acara')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class MinutesController {
  constructor(
    private readonly reading: ReadingService,
    private readonly minutes: MinutesService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Param() { cycle }: CyclePath, @Visited() visit: Visit): Promise<string> {
    const { language, visitor } = visit;
    const { facts, actor } = await this.reading.asCoordinator(cycle, visitor.email);
    const content = minutesListView(facts, language);
    return deskPage(minutesWords[language].title, content, visit, { actor, cycle });
  }

  @Get(':phase')
  async show(
    @Param() place: PhasePath,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const read = await this.minutes.read(place.cycle, visit.visitor.email, place.phase);
    const today = localDate(this.clock.now(), read.facts.cycle.zone);
    const typed = { ...blank, date: today.toString() };
    this.answer({ read, visit, response }, typed);
  }

  @Get(':phase/unduh')
  async file(
    @Param() place: PhasePath,
    @Query() { nomor, tanggal, tempat }: MinutesQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const { cycle, phase: code } = place;
    const read = await this.minutes.read(cycle, visit.visitor.email, code);
    const { facts, phase, record } = read;
    const typed = { number: nomor, date: tanggal, place: tempat };
    const filled = filledIn(typed, closesAt(phase, facts.cycle).date);
    if (typeof filled === 'string' || record === null) {
      const flaw = typeof filled === 'string' ? filled : null;
      this.answer({ read, visit, response }, typed, flaw);
      return;
    }
    const file = await this.minutes.file(record, filled);
    response
      .attachment(minutesName({ cycle, phase: code }))
      .type('pdf')
      .send(file);
  }

  /** The form with what was typed, or when the phase will be over. */
  private answer(
    { read: { facts, actor, phase, record }, visit, response }: Asked,
    typed: TypedMinutes,
    flaw: DateFlaw | null = null,
  ): void {
    const { language } = visit;
    const title = minutesWords[language].of(phase.title);
    const send = (status: number, content: Parameters<typeof deskPage>[1]): void => {
      const page = deskPage(title, content, visit, { actor, cycle: facts.cycle.code });
      response.status(status).type('html').send(page);
    };
    if (record === null) {
      send(409, notClosedView(phase, facts, language));
      return;
    }
    const minutes = this.minutes.minutes(record, { number: '', date: null, place: '' });
    const dateFlaw = flaw === null ? undefined : flawText(flaw, minutes.phase.closedOn, language);
    send(flaw === null ? 200 : 422, minutesView({ minutes, typed, dateFlaw, language }));
  }
}

function flawText(
  flaw: DateFlaw,
  closedOn: Parameters<typeof longDate>[0],
  language: Language,
): string {
  const t = minutesWords[language];
  return flaw === 'no_date' ? t.noDate : t.tooEarly(longDate(closedOn, language));
}
