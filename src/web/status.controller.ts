import { Controller, Get, Header, Inject, Optional, UseGuards } from '@nestjs/common';
import type { Inbox } from '../notice/inbox.js';
import { html } from '../platform/html.js';
import { StatusService } from '../report/status.service.js';
import { INBOX } from './demonstration/demonstration.controller.js';
import { clockView, inboxView } from './demonstration/demonstration.view.js';
import { page, type Frame } from './page.js';
import { Framed, VisitorGuard } from './sign-in/session.guard.js';
import { emptyView, statusView } from './status.view.js';

const latestMails = 10;

@Controller()
@UseGuards(VisitorGuard)
export class StatusController {
  constructor(
    private readonly status: StatusService,
    @Optional() @Inject(INBOX) private readonly inbox: Inbox | null,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(@Framed() frame: Frame): Promise<string> {
    const all = await this.status.all();
    const zone = all[0]?.cycle.zone ?? 'UTC';
    const inbox = this.inbox && inboxView(this.inbox.latest(latestMails), this.inbox.count, zone);
    const content = html`${frame.demonstration && clockView()}
    ${all.length === 0 ? emptyView() : all.map(statusView)} ${inbox}`;
    return page(all[0]?.cycle.title ?? 'Belum ada siklus', content, frame);
  }
}
