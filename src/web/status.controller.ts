import { Controller, Get, Header, Inject, Optional, UseGuards } from '@nestjs/common';
import { TimeMachine } from '../engine/demonstration/time-machine.js';
import type { Inbox } from '../notice/inbox.js';
import { actorOf } from '../domain/assessment/actor.js';
import type { SignedIn } from '../people/sign-in/visitors.js';
import { html, type Html } from '../platform/html.js';
import { PublicResultService } from '../report/public-result.service.js';
import { StatusService, type Status } from '../report/status.service.js';
import { INBOX } from './demonstration/demonstration.controller.js';
import { clockHead, clockView } from './demonstration/clock.view.js';
import { inboxView } from './demonstration/demonstration.view.js';
import { desksOf, desksSection } from './desks.js';
import type { Language } from './language.js';
import { page, type Frame } from './page.js';
import { Framed, VisitorGuard } from './sign-in/session.guard.js';
import { emptyView, statusView } from './status.view.js';
import { statusWords } from './status-words.js';

const latestMails = 10;

@Controller()
@UseGuards(VisitorGuard)
export class StatusController {
  constructor(
    private readonly status: StatusService,
    private readonly results: PublicResultService,
    /** Null in production, like the inbox. */
    @Optional() @Inject(TimeMachine) private readonly machine: TimeMachine | null,
    @Optional() @Inject(INBOX) private readonly inbox: Inbox | null,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Framed() frame: Frame): Promise<string> {
    const all = await this.status.all();
    const { language, visitor } = frame;
    const zone = all[0]?.cycle.zone ?? 'UTC';
    const desks = visitor && desksFor(visitor, all, language);
    // Where there is no demonstration, Nest gives undefined for what is optional.
    const clock = this.machine ? clockView(await this.machine.reach(), language) : null;
    const open = new Set((await this.results.list()).map(({ cycle }) => cycle));
    const views = all.map((status) => {
      return statusView(status, open.has(status.cycle.code), language);
    });
    const content = html`${desks} ${clock} ${views.length > 0 ? views : emptyView(language)}
    ${this.inbox ? inboxView(this.inbox.latest(latestMails), { count: this.inbox.count, zone }, language) : null}`;
    const title = all[0]?.cycle.title ?? statusWords[language].noCycle;
    return page(title, content, frame, { head: clock && clockHead });
  }
}

/** Where the visitor can go on, in each of the cycles. */
function desksFor({ email }: SignedIn, all: readonly Status[], language: Language): Html[] {
  return all.flatMap(({ cycle, people }) => {
    const desks = desksOf(actorOf(people, email), cycle.code, language);
    return desks.length > 0 ? [desksSection(cycle.title, desks, language)] : [];
  });
}
