import { Controller, Get, Inject, Param, Query, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { CyclePath, PhasePath } from '../../../api/paths.js';
import { IsText } from '../../../api/text.js';
import { ReadingService, type Participant } from '../../../assessment/reading.service.js';
import { localDate } from '../../../domain/calendar.js';
import type { Clock } from '../../../domain/clock.js';
import type { Phase } from '../../../domain/cycle.js';
import { Refusal } from '../../../domain/refusal.js';
import { closesAt } from '../../../domain/timeline.js';
import { CLOCK } from '../../../platform/clock.js';
import {
  blank,
  filledIn,
  type DateFlaw,
  type TypedMinutes,
} from '../../../report/minutes/filled.js';
import { minutesName } from '../../../report/minutes/minutes.js';
import { MinutesService } from '../../../report/minutes/minutes.service.js';
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
  readonly place: PhasePath;
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
    const participant = await this.reading.asCoordinator(place.cycle, visit.visitor.email);
    const today = localDate(this.clock.now(), participant.facts.cycle.zone);
    const typed = { ...blank, date: today.toString() };
    await this.answer({ place, visit, response }, participant, { typed, flaw: null });
  }

  @Get(':phase/unduh')
  async file(
    @Param() place: PhasePath,
    @Query() { nomor, tanggal, tempat }: MinutesQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const { cycle, phase: code } = place;
    const { email } = visit.visitor;
    const participant = await this.reading.asCoordinator(cycle, email);
    const phase = phaseIn(participant, code);
    const typed = { number: nomor, date: tanggal, place: tempat };
    const filled = filledIn(typed, closesAt(phase, participant.facts.cycle).date);
    if (typeof filled === 'string' || phase.state !== 'closed') {
      const flaw = typeof filled === 'string' ? filled : null;
      await this.answer({ place, visit, response }, participant, { typed, flaw });
      return;
    }
    const file = await this.minutes.file(cycle, email, code, filled);
    response
      .attachment(minutesName({ cycle, phase: code }))
      .type('pdf')
      .send(file);
  }

  /** The form with what was typed, or when the phase will be over. */
  private async answer(
    { place: { cycle, phase: code }, visit, response }: Asked,
    participant: Participant,
    { typed, flaw }: { readonly typed: TypedMinutes; readonly flaw: DateFlaw | null },
  ): Promise<void> {
    const { language, visitor } = visit;
    const { facts, actor } = participant;
    const phase = phaseIn(participant, code);
    const title = minutesWords[language].of(phase.title);
    const send = (status: number, content: Parameters<typeof deskPage>[1]): void => {
      const page = deskPage(title, content, visit, { actor, cycle });
      response.status(status).type('html').send(page);
    };
    if (phase.state !== 'closed') {
      send(409, notClosedView(phase, facts, language));
      return;
    }
    const filled = { number: '', date: null, place: '' };
    const { minutes } = await this.minutes.of(cycle, visitor.email, code, filled);
    const dateFlaw = flaw === null ? undefined : flawText(flaw, minutes.phase.closedOn, language);
    send(flaw === null ? 200 : 422, minutesView({ minutes, typed, dateFlaw, language }));
  }
}

/** @throws Refusal not_found */
function phaseIn({ facts }: Participant, code: string): Phase {
  const phase = facts.phases.find((each) => each.code === code);
  if (!phase) throw new Refusal('not_found', { phase: code });
  return phase;
}

function flawText(
  flaw: DateFlaw,
  closedOn: Parameters<typeof longDate>[0],
  language: Language,
): string {
  const t = minutesWords[language];
  return flaw === 'no_date' ? t.noDate : t.tooEarly(longDate(closedOn, language));
}
