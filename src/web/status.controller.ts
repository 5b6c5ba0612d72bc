import { Controller, Get, Header, Inject, Optional, UseGuards } from '@nestjs/common';
import { CycleStore } from '../cycle/cycle.store.js';
import type { Inbox } from '../notice/inbox.js';
import { actorOf } from '../domain/assessment/actor.js';
import type { SignedIn } from '../people/sign-in/visitors.js';
import { html, type Html } from '../platform/html.js';
import { StatusService, type Status } from '../report/status.service.js';
import { INBOX } from './demonstration/demonstration.controller.js';
import { clockView, inboxView } from './demonstration/demonstration.view.js';
import { desksOf, desksSection } from './desks.js';
import { Lang, type Language } from './language.js';
import { page, type Frame } from './page.js';
import { Framed, VisitorGuard } from './sign-in/session.guard.js';
import { emptyView, statusView } from './status.view.js';

const latestMails = 10;

@Controller()
@UseGuards(VisitorGuard)
export class StatusController {
  constructor(
    private readonly status: StatusService,
    private readonly cycles: CycleStore,
    @Optional() @Inject(INBOX) private readonly inbox: Inbox | null,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Framed() frame: Frame, @Lang() language: Language): Promise<string> {
    const all = await this.status.all();
    const zone = all[0]?.cycle.zone ?? 'UTC';
    const inbox = this.inbox && inboxView(this.inbox.latest(latestMails), this.inbox.count, zone);
    const desks = frame.visitor && (await this.desks(frame.visitor, all, language));
    const content = html`${desks} ${frame.demonstration && clockView()}
    ${all.length === 0 ? emptyView() : all.map(statusView)} ${inbox}`;
    return page(all[0]?.cycle.title ?? 'Belum ada siklus', content, frame);
  }

  /** Where the visitor can go on, in each of the cycles. */
  private async desks(
    { email }: SignedIn,
    all: readonly Status[],
    language: Language,
  ): Promise<Html[]> {
    const views: Html[] = [];
    for (const { cycle } of all) {
      const actor = actorOf((await this.cycles.facts(cycle.code)).people, email);
      const desks = desksOf(actor, cycle.code, language);
      if (desks.length > 0) views.push(desksSection(cycle.title, desks, language));
    }
    return views;
  }
}
