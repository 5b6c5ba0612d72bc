import { Controller, Get, Param, UseFilters, UseGuards } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { CycleStore } from '../../cycle/cycle.store.js';
import { actorOf } from '../../domain/assessment/actor.js';
import { Refusal } from '../../domain/refusal.js';
import { mayReadMail } from '../../notice/may-read-mail.js';
import { SentMailsStore } from '../../notice/sent-mails.store.js';
import { DeskFilter } from '../desk.filter.js';
import { deskPage } from '../desk-page.js';
import { page } from '../page.js';
import { SessionGuard } from '../sign-in/session.guard.js';
import { Visited, type Visit } from '../visit.js';
import { ownMailsView } from './own-mails.view.js';
import { reasonView } from './reason.view.js';
import { words } from './words.js';

/** How many of somebody's mails are listed. */
const newest = 100;

/** Why somebody got a mail: every mail leads here. */
@Controller('surel')
@UseGuards(SessionGuard)
@UseFilters(DeskFilter)
export class MailsController {
  constructor(
    private readonly mails: SentMailsStore,
    private readonly cycles: CycleStore,
  ) {}

  @Get()
  async own(@Visited() visit: Visit): Promise<string> {
    const { visitor, frame, language } = visit;
    const mails = await this.mails.latestOf(visitor.email, newest);
    return page(words[language].mine, ownMailsView(mails, newest, language), frame);
  }

  @Get(':id')
  async reason(@Param('id') id: string, @Visited() visit: Visit): Promise<string> {
    const { visitor, language } = visit;
    const { email } = visitor;
    // What is no id is no mail either: whoever may not read one learns nothing from the answer.
    const mail = isUUID(id) ? await this.mails.find(id) : null;
    if (!mail) throw new Refusal('not_found');
    const facts = await this.cycles.facts(mail.cycle);
    const actor = actorOf(facts.people, email);
    if (!mayReadMail(mail, { email }, actor.coordinator)) throw new Refusal('not_found');
    const notices = await this.mails.noticesOf(mail);
    const isCoordinator = actor.coordinator;
    const content = reasonView({ mail, notices, facts, email, isCoordinator, language });
    return deskPage(words[language].why, content, visit, { actor, cycle: mail.cycle });
  }
}
