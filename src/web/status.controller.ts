import { Controller, Get, Header, Inject, Optional } from '@nestjs/common';
import type { Inbox } from '../notice/inbox.js';
import { html } from '../platform/html.js';
import { SETTINGS, type Settings } from '../platform/settings.js';
import { StatusService } from '../report/status.service.js';
import { INBOX } from './demonstration/demonstration.controller.js';
import { clockView, inboxView } from './demonstration/demonstration.view.js';
import { page } from './page.js';
import { emptyView, statusView } from './status.view.js';

const latestMails = 10;

@Controller()
export class StatusController {
  constructor(
    private readonly status: StatusService,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Optional() @Inject(INBOX) private readonly inbox: Inbox | null,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(): Promise<string> {
    const all = await this.status.all();
    const zone = all[0]?.cycle.zone ?? 'UTC';
    const inbox = this.inbox && inboxView(this.inbox.latest(latestMails), this.inbox.count, zone);
    const content = html`${!this.settings.production && clockView()}
    ${all.length === 0 ? emptyView() : all.map(statusView)} ${inbox}`;
    return page(all[0]?.cycle.title ?? 'Belum ada siklus', content);
  }
}
