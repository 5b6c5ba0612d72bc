import { Controller, Get, Inject, Param, Query, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import { CyclePath } from '../../../api/paths.js';
import { ExtensionRequests } from '../../../assessment/extension/extension-requests.service.js';
import { ReadingService, type Participant } from '../../../assessment/reading.service.js';
import type { Clock } from '../../../domain/clock.js';
import { comingMail, type ComingMailName } from '../../../domain/coming-mail.js';
import { Refusal } from '../../../domain/refusal.js';
import { comingLetter } from '../../../notice/coming-letter.js';
import type { ComposedMail } from '../../../notice/letter/letter.js';
import { CLOCK } from '../../../platform/clock.js';
import { SETTINGS, type Settings } from '../../../platform/settings.js';
import { DeskFilter } from '../../desk.filter.js';
import { deskPage } from '../../desk-page.js';
import { sendMailContent } from '../../parts/mail.view.js';
import { SessionGuard } from '../../sign-in/session.guard.js';
import { Visited, type Visit } from '../../visit.js';
import { mailNamed, type ComingMailQuery } from './coming-mail-query.js';
import { comingMailView, noMailView } from './coming-mail.view.js';
import { planWords } from './plan-words.js';

/** A mail that is to come, as it will look. */
@Controller('koordinator/:cycle/jadwal-surat/surat')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class ComingMailController {
  constructor(
    private readonly reading: ReadingService,
    private readonly requests: ExtensionRequests,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  async show(
    @Param() { cycle }: CyclePath,
    @Query() query: ComingMailQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const participant = await this.participant(cycle, visit);
    const name = mailNamed(query);
    const mail = name && (await this.letter(participant, name));
    const { actor } = participant;
    const { cycle: plan } = participant.facts;
    const content = mail ? comingMailView(mail, name.at, plan, visit) : noMailView(plan, visit);
    const title = mail?.subject ?? planWords[visit.language].noMail;
    response
      .status(mail ? 200 : 404)
      .type('html')
      .send(deskPage(title, content, visit, { actor, cycle }));
  }

  @Get('isi')
  async content(
    @Param() { cycle }: CyclePath,
    @Query() query: ComingMailQuery,
    @Visited() visit: Visit,
    @Res() response: Response,
  ): Promise<void> {
    const participant = await this.participant(cycle, visit);
    const name = mailNamed(query);
    const mail = name && (await this.letter(participant, name));
    if (!mail) throw new Refusal('not_found');
    sendMailContent(response, mail.html);
  }

  private participant(cycle: string, { visitor }: Visit): Promise<Participant> {
    return this.reading.asCoordinator(cycle, visitor.email);
  }

  /** Null when it is not to come, or not any more. */
  private async letter(
    participant: Participant,
    name: ComingMailName,
  ): Promise<ComposedMail | null> {
    const coming = comingMail(participant.facts, this.clock.now(), name);
    if (!coming) return null;
    const all = await this.requests.seenBy(participant);
    const requests = all.filter(({ state }) => state === 'waiting');
    return comingLetter({ ...coming, requests }, name.at, this.settings);
  }
}
